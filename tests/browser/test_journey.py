"""A visitor's way from home to a section and back, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import DESK, PHONE, visiting
from tests.support.portal import TWINS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_home_search_facet_section_and_back(
    chromium: Browser, address: str, width: int, *, scripts: bool
) -> None:
    """Each step shows what the one before promised."""
    with visiting(chromium, address, width=width, scripts=scripts) as visit:
        page = visit.page
        visit.go("/")
        page.get_by_label("Search by condition, symptom or treatment").fill("muscle pain")
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Results for muscle pain")
        if width == PHONE:
            page.get_by_text("Narrow these results").first.click()
        row = page.get_by_role("group", name="Subject").locator("li", has_text="Treatment")
        promised = re.match(r"\d+", row.locator(".facet-count").inner_text())
        assert promised
        row.get_by_role("checkbox").check()
        if not scripts:
            page.get_by_role("button", name="Apply").click()
        expect(page.get_by_role("status")).to_contain_text(f"{promised[0]} passage")
        expect(page).to_have_url(f"{address}/search?q=muscle+pain&aspect=treatment")
        page.locator(".hit").get_by_role("link", name=re.compile("› Myofascial Pain")).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Myofascial Pain Syndrome")
        page.get_by_role("link", name="Read this in the whole page").click()
        anchor = "treatment-options-medications-myofascial-pain-syndrome"
        expect(page).to_have_url(re.compile(rf"/topics/{TWINS}\?mark=[a-z+]+#{anchor}$"))
        expect(page.locator(f"[id={anchor}]")).to_be_in_viewport()
        page.go_back()
        page.go_back()
        expect(page).to_have_url(f"{address}/search?q=muscle+pain&aspect=treatment")
        expect(page.get_by_role("status")).to_contain_text(f"{promised[0]} passage")


def test_a_ticked_filter_searches_at_once_and_keeps_the_place(
    chromium: Browser, address: str
) -> None:
    """Focus stays on the box, the count is announced, Back takes the filter off again."""
    with visiting(chromium, address) as visit:
        page = visit.page
        visit.go("/search?q=pain")
        before = page.get_by_role("status").inner_text()
        expect(page.get_by_role("button", name="Apply")).to_be_hidden()
        box = page.get_by_role("group", name="Subject").get_by_label("Treatment")
        box.focus()
        page.keyboard.press("Space")
        expect(page.get_by_role("status")).not_to_have_text(before)
        expect(page).to_have_url(f"{address}/search?q=pain&aspect=treatment")
        expect(box).to_be_checked()
        expect(box).to_be_focused()
        page.go_back()
        expect(page.get_by_role("status")).to_have_text(before)
        expect(box).not_to_be_checked()


def test_the_keyboard_alone_is_enough(chromium: Browser, address: str) -> None:
    """Skip link, search, a filter, a result: no pointer needed."""
    with visiting(chromium, address) as visit:
        page = visit.page
        visit.go("/search?q=pain")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_role("combobox")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to results")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.locator(".sort a")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator(".group-title a").first).to_be_focused()


def test_pages_open_on_a_slow_line_without_jumping(chromium: Browser, address: str) -> None:
    """Nothing moves once it has been shown."""
    with visiting(chromium, address, width=PHONE) as visit:
        visit.go("/search?q=pain")
        shift = visit.page.evaluate(
            """() => new Promise((done) => {
                let sum = 0;
                new PerformanceObserver((list) => {
                    for (const entry of list.getEntries()) sum += entry.value;
                }).observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 300);
            })"""
        )
        assert shift == 0
        assert len(visit.requests) <= 4
