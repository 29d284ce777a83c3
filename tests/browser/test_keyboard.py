"""Everything a visitor can do is done here without a pointer, and the focus is always seen."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.visits import DESK, PHONE, visiting

pytestmark = pytest.mark.browser

MOST_TABS = 120
"""Presses of Tab after which something is out of a keyboard's reach."""

SHOWS_FOCUS = """() => {
    const part = document.activeElement;
    if (part === document.body) return true; // beyond the end of the page, in the browser's own bar
    return [part, part.closest(".search-row")].some((one) => {
        const style = one && getComputedStyle(one);
        return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
}"""
"""Whether what has the focus is outlined; the search box is, together with its button."""


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until ``target`` has the focus; everything on the way shows that it has it."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        assert page.evaluate(SHOWS_FOCUS)
        if target.evaluate("(part) => part === document.activeElement"):
            return
    pytest.fail(f"{target} cannot be reached")


def unfold(page: Page) -> None:
    """Open the list beside the results or the leaflet where it is folded, on narrow screens."""
    fold = page.locator(".filters-fold > summary")
    if fold.is_visible():
        tab_to(page, fold)
        page.keyboard.press("Enter")


def follow_a_suggestion(page: Page) -> None:
    """From the home page to the page that is suggested."""
    tab_to(page, page.get_by_role("combobox"))
    page.keyboard.type("neck p")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Neck Pain")


def search_and_narrow(page: Page) -> None:
    """From any page to the results of a search, narrowed by a filter, to one of them."""
    tab_to(page, page.get_by_role("combobox"))
    page.keyboard.type("pain")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=pain$"))
    unfold(page)
    before = page.get_by_role("status").inner_text()
    tab_to(page, page.get_by_role("group", name="Subject").get_by_label("Treatment"))
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).not_to_have_text(before)
    expect(page).to_have_url(re.compile(r"/search\?q=pain&aspect=treatment$"))
    tab_to(page, page.locator(".hit-heading a[href*='neck-pain/treatment']"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Treatment")


def print_a_leaflet(page: Page) -> None:
    """From a section to a leaflet of it and another one, and to the printer."""
    tab_to(page, page.get_by_role("link", name="Put it in a leaflet"))
    page.keyboard.press("Enter")
    expect(page.locator(".sheet h2")).to_have_text("Neck Pain")
    unfold(page)
    tab_to(page, page.get_by_label("Symptoms"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Update the leaflet"))
    page.keyboard.press("Enter")
    expect(page.locator(".sheet h3")).to_have_text(["Symptoms", "Treatment"])
    tab_to(page, page.get_by_role("button", name="Print this leaflet"))
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") is True


def compare_two_conditions(page: Page) -> None:
    """From any page to a comparison."""
    tab_to(page, page.get_by_role("link", name="Conditions", exact=True).first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Conditions")
    tab_to(page, page.get_by_role("link", name="Compare two conditions"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Compare two conditions")
    tab_to(page, page.get_by_label("First condition"))
    page.keyboard.type("Fib")
    tab_to(page, page.get_by_label("Second condition"))
    page.keyboard.type("Myo")
    tab_to(page, page.get_by_role("button", name="Compare"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/compare/fibromyalgia/myofascial-pain-syndrome$"))


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_whole_visit_takes_nothing_but_keys(chromium: Browser, address: str, width: int) -> None:
    """Suggestion, search, filter, section, leaflet, printing, comparison."""
    with visiting(chromium, address, width=width) as visit:
        visit.page.add_init_script("window.print = () => { window.printed = true; }")
        visit.go("/")
        for step in (
            follow_a_suggestion,
            search_and_narrow,
            print_a_leaflet,
            compare_two_conditions,
        ):
            step(visit.page)
