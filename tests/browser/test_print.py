"""On paper: the text and where it is from, nothing to click."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import visiting
from tests.support.portal import TWINS

pytestmark = pytest.mark.browser


def test_a_printed_page_is_its_text(chromium: Browser, address: str) -> None:
    """Black on white, without menu, search box, list of contents or buttons."""
    with visiting(chromium, address, scheme="dark") as visit:
        visit.go(f"/topics/{TWINS}")
        visit.page.emulate_media(media="print")
        expect(visit.page.get_by_role("heading", level=1)).to_be_visible()
        expect(visit.page.locator("article .source")).to_be_visible()
        expect(visit.page.locator(".disclaimer")).to_be_visible()
        for hidden in (".nav", ".search", ".contents", ".self", ".call"):
            expect(visit.page.locator(hidden).first).to_be_hidden()
        ink = visit.page.evaluate("getComputedStyle(document.body).color")
        paper = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
