"""Every kind of page is checked by axe-core, light and dark, narrow and wide."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.visits import DESK, NARROWEST, PHONE, visiting
from tests.support.portal import TWINS

pytestmark = pytest.mark.browser

KINDS = {
    "home": "/",
    "results": "/search?q=pain&aspect=treatment&condition=neck-pain",
    "many results": "/search?q=",
    "nothing found": "/search?q=pain&aspect=research",
    "page": f"/topics/{TWINS}",
    "section": f"/topics/{TWINS}/treatment-options",
    "item": f"/topics/{TWINS}/treatment-options-medications-myofascial-pain-syndrome",
    "conditions": "/conditions/",
    "condition": "/conditions/fibromyalgia",
    "subjects": "/aspects/",
    "subject": "/aspects/overview",
    "treatments": "/treatments/",
    "treatment": "/treatments/medications",
    "a to z": "/a-z",
    "choice": "/compare/",
    "comparison": "/compare/fibromyalgia/myofascial-pain-syndrome",
    "quote": "/search?q=dry+needling",
    "about": "/about",
    "privacy": "/privacy",
}

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(
    chromium: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    """Contrast, names, landmarks, order of headings, size of targets."""
    with visiting(chromium, address, scheme=scheme) as visit:
        for kind, path in KINDS.items():
            for width in (PHONE, DESK):
                visit.page.set_viewport_size({"width": width, "height": 844})
                visit.go(path)
                found = Axe().run(visit.page, options=RULES)
                assert found.violations_count == 0, f"{kind}: {found.generate_report()}"


def test_nothing_is_cut_off_or_needs_sideways_scrolling(chromium: Browser, address: str) -> None:
    """At 320 pixels, which is also 1280 pixels at 400 % zoom."""
    with visiting(chromium, address, width=NARROWEST) as visit:
        for kind, path in KINDS.items():
            visit.go(path)
            width = visit.page.evaluate("document.documentElement.scrollWidth")
            assert width <= NARROWEST, kind


def test_targets_are_large_enough_for_unsteady_hands(chromium: Browser, address: str) -> None:
    """Buttons, boxes, navigation and filters are at least 44 pixels high."""
    with visiting(chromium, address, width=PHONE) as visit:
        visit.go("/search?q=pain&aspect=treatment")
        visit.page.get_by_text("Narrow these results").first.click()
        for selector in ("button", ".nav a", ".facet-value label", "summary", ".chips a", ".call"):
            for part in visit.page.locator(selector).all():
                box = part.bounding_box()
                assert box is None or box["height"] >= 44, selector
