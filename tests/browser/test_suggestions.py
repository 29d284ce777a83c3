"""Suggestions while typing follow the pattern of a combobox with a list."""

import contextlib
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, Route, expect

from tests.browser.visits import PHONE, visiting

pytestmark = pytest.mark.browser


def typing(page: Page, text: str) -> None:
    """Type ``text`` into the search box and wait for suggestions."""
    box = page.get_by_role("combobox")
    box.click()
    box.press_sequentially(text)
    expect(page.get_by_role("option").first).to_be_visible()


def test_the_box_says_what_it_is_and_how_many_it_offers(chromium: Browser, address: str) -> None:
    """Role, state and number reach a screen reader; axe finds nothing while the list is open."""
    with visiting(chromium, address) as visit:
        visit.go("/")
        box = visit.page.get_by_role("combobox")
        expect(box).to_have_attribute("aria-expanded", "false")
        typing(visit.page, "neck")
        expect(box).to_have_attribute("aria-expanded", "true")
        offered = visit.page.get_by_role("option").count()
        expect(visit.page.locator("form [aria-live]")).to_contain_text(f"{offered} suggestion")
        found = Axe().run(visit.page)
        assert found.violations_count == 0, found.generate_report()


def test_arrows_move_through_the_list_and_enter_follows(chromium: Browser, address: str) -> None:
    """The focus stays in the box, which says which suggestion is active."""
    with visiting(chromium, address) as visit:
        visit.go("/")
        typing(visit.page, "neck")
        box = visit.page.get_by_role("combobox")
        box.press("ArrowDown")
        first = visit.page.get_by_role("option").first
        expect(first).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
        expect(box).to_be_focused()
        expect(box).to_have_value("neck")
        box.press("ArrowUp")
        expect(box).not_to_have_attribute("aria-activedescendant", "")
        expect(first).to_have_attribute("aria-selected", "false")
        box.press("ArrowDown")
        target = first.get_attribute("data-url")
        box.press("Enter")
        expect(visit.page).to_have_url(f"{address}{target}")


def test_enter_without_a_choice_searches_for_what_was_typed(
    chromium: Browser, address: str
) -> None:
    """Suggestions never take the words out of a visitor's mouth."""
    with visiting(chromium, address) as visit:
        visit.go("/")
        typing(visit.page, "neck")
        visit.page.get_by_role("combobox").press("Enter")
        expect(visit.page).to_have_url(f"{address}/search?q=neck")


def test_escape_closes_the_list_and_then_empties_the_box(chromium: Browser, address: str) -> None:
    """As the pattern says."""
    with visiting(chromium, address) as visit:
        visit.go("/")
        typing(visit.page, "neck")
        box = visit.page.get_by_role("combobox")
        box.press("Escape")
        expect(visit.page.get_by_role("listbox")).to_be_hidden()
        expect(box).to_have_value("neck")
        box.press("Escape")
        expect(box).to_have_value("")


def test_a_suggestion_can_be_clicked(chromium: Browser, address: str) -> None:
    """The list does not close under the pointer."""
    with visiting(chromium, address) as visit:
        visit.go("/")
        typing(visit.page, "neck p")
        visit.page.get_by_role("option", name="Neck Pain").first.click()
        expect(visit.page.get_by_role("heading", level=1)).to_have_text("Neck Pain")


def test_without_scripts_the_box_is_a_plain_box(chromium: Browser, address: str) -> None:
    """Nothing promises a list that cannot open."""
    with visiting(chromium, address, scripts=False) as visit:
        visit.go("/")
        expect(visit.page.get_by_role("combobox")).to_have_count(0)
        expect(visit.page.get_by_role("searchbox")).to_have_count(1)


def test_an_answer_that_comes_too_late_changes_nothing(chromium: Browser, address: str) -> None:
    """What was typed first and called off neither replaces nor closes the list of what followed."""
    with visiting(chromium, address) as visit:
        late: list[Route] = []
        visit.page.route("**/suggest?q=fi", lambda route: late.append(route))  # noqa: PLW0108  # Playwright marks what it calls
        visit.go("/")
        box = visit.page.get_by_role("combobox")
        with visit.page.expect_request("**/suggest?q=fi"):
            box.press_sequentially("fi")
        box.fill("neck")
        option = visit.page.get_by_role("option").first
        expect(option).to_contain_text("Neck Pain")
        with contextlib.suppress(Error):  # the browser may have closed the request it called off
            late[0].fulfill(json=[{"text": "Late", "kind": "page", "url": "/"}])
        visit.page.wait_for_timeout(200)
        expect(option).to_contain_text("Neck Pain")


def test_moving_the_cursor_leaves_the_list_for_the_box(chromium: Browser, address: str) -> None:
    """Home, End and the arrows to the sides are about what was typed; Enter searches for it."""
    with visiting(chromium, address) as visit:
        visit.go("/")
        typing(visit.page, "neck")
        box = visit.page.get_by_role("combobox")
        expect(visit.page.get_by_role("option").first).to_be_visible()
        for key in ("Home", "End", "ArrowLeft", "ArrowRight"):
            box.press("ArrowDown")
            expect(box).to_have_attribute("aria-activedescendant", re.compile("-0$"))
            box.press(key)
            expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
        box.press("Enter")
        expect(visit.page).to_have_url(f"{address}/search?q=neck")


def test_a_suggestion_can_be_touched(chromium: Browser, address: str) -> None:
    """On a phone the list stays open under the finger."""
    with visiting(chromium, address, width=PHONE, touch=True) as visit:
        visit.go("/")
        typing(visit.page, "neck p")
        visit.page.get_by_role("option", name="Neck Pain").first.tap()
        expect(visit.page.get_by_role("heading", level=1)).to_have_text("Neck Pain")
