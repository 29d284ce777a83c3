"""What a visitor's line has to carry, and how still the page stands: counted in the browser."""

import gzip

import pytest
from playwright.sync_api import Browser

from portal.look import LOGO_BYTES
from portal.templating import STATIC
from tests.browser.kinds import KINDS
from tests.browser.visits import DESK, PHONE, Visit, visiting

pytestmark = pytest.mark.browser

SCRIPT_BYTES = 5_000
STYLE_BYTES = 10_000
RESULTS_BYTES = 50_000
MOST_REQUESTS = 4

WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
"""


def transferred(visit: Visit, path: str) -> int:
    """Open ``path`` with nothing kept from before; return the bytes on the line, heads included."""
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    visit.requests.clear()
    visit.go(path)
    visit.page.wait_for_load_state("networkidle")
    session.detach()
    # The tab's icon is fetched by the browser, not the page, and may come later or from a copy it
    # has; there is room for a larger one in RESULTS_BYTES - LOGO_BYTES.
    assert len(sizes) >= len([url for url in visit.requests if "icon" not in url])
    return sum(sizes)


@pytest.mark.parametrize(
    ("name", "most"), [("portal.js", SCRIPT_BYTES), ("portal.css", STYLE_BYTES)]
)
def test_script_and_style_are_small(name: str, most: int) -> None:
    """Compressed as any server would."""
    assert len(gzip.compress((STATIC / name).read_bytes())) <= most


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_light(chromium: Browser, address: str, kind: str) -> None:
    """In four requests at most, with room for the largest logo that staff may have."""
    with visiting(chromium, address, width=PHONE) as visit:
        size = transferred(visit, KINDS[kind])
        assert len(visit.requests) <= MOST_REQUESTS
        assert 0 < size <= RESULTS_BYTES - LOGO_BYTES


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_moves_once_it_has_been_shown(chromium: Browser, address: str, width: int) -> None:
    """Not when style or script arrive, nor when all has been read."""
    with visiting(chromium, address, width=width) as visit:
        visit.page.add_init_script(WATCH_SHIFTS)
        for kind, path in KINDS.items():
            visit.go(path)
            visit.page.wait_for_load_state("networkidle")
            visit.page.evaluate("new Promise((done) => requestAnimationFrame(() => done()))")
            assert visit.page.evaluate("window.shifts") == [], kind
