"""`python -m tests.browser.paint ADDRESS [PATH ...]`: when the largest thing on a page is painted.

The address of a running portal enters; a line a path is printed: the largest contentful paint in
milliseconds, median of five fresh visits on a phone whose processor is four times slower. Not a
test: times depend on the machine.
"""

import sys
from collections.abc import Sequence
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.browser.screenshots import usual_paths
from tests.browser.visits import CHROMIUM, OPTIONS, PHONE, visiting

SLOWER = 4
VISITS = 5

LARGEST_PAINT = """() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
        .observe({ type: "largest-contentful-paint", buffered: true });
})"""


def main(words: Sequence[str]) -> int:
    """Measure and print; return the exit status."""
    address = words[0].rstrip("/")
    paths = words[1:] or usual_paths(address)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        for path in paths:
            times = [painted(chromium, address, path) for _ in range(VISITS)]
            print(f"{median(times):7.0f} ms  {path}", flush=True)  # noqa: T201  # the output
        chromium.close()
    return 0


def painted(chromium: Browser, address: str, path: str) -> float:
    """Return when the largest thing of ``path`` was painted, in milliseconds."""
    with visiting(chromium, address, width=PHONE) as visit:
        session = visit.page.context.new_cdp_session(visit.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        visit.go(path)
        visit.page.wait_for_load_state("networkidle")
        time: float = visit.page.evaluate(LARGEST_PAINT)
        visit.faults.clear()
        return time


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
