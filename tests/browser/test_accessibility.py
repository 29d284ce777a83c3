"""Every kind of page is checked by axe-core, light and dark, narrow and wide."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS
from tests.browser.visits import DESK, NARROWEST, PHONE, visiting

pytestmark = pytest.mark.browser

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


SMALL_TARGETS = """() => {
    const small = [];
    // A link within running text is as high as its line (WCAG 2.2, 2.5.8: inline).
    const isInline = (part) => [...part.parentNode.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const isUnseen = (part) => part.matches("label[for]")
        || part.closest(".unseen, .skip, [hidden], .compare thead");
    for (const part of document.querySelectorAll("a, button, summary, select, input, label")) {
        const box = part.getBoundingClientRect();
        if (!box.width || isUnseen(part) || isInline(part) || part.matches("label input")) continue;
        part.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = part.getBoundingClientRect();
        for (const away of [-21.5, 21.5]) {
            const found = document.elementFromPoint(left + width / 2, top + height / 2 + away);
            if (found !== part && !part.contains(found) && !found?.contains(part)) {
                small.push(`${part.tagName} ${part.className} ${part.textContent.trim()}`);
                break;
            }
        }
    }
    return small;
}"""
"""Everything to touch that a finger 21.5 pixels off its middle would miss."""


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough_for_unsteady_hands(
    chromium: Browser, address: str, kind: str
) -> None:
    """On a touch screen everything outside running text takes a touch 44 pixels high."""
    with visiting(chromium, address, width=PHONE, touch=True) as visit:
        visit.go(KINDS[kind])
        visit.page.evaluate(
            "document.querySelectorAll('details').forEach((one) => one.open = true)"
        )
        assert visit.page.evaluate(SMALL_TARGETS) == []
