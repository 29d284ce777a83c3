"""One visit with a real browser, watched: what it asks for, and what goes wrong on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

CHROMIUM = Path("/usr/bin/chromium")
"""Where Debian puts it."""

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

PHONE = 390
DESK = 1280
NARROWEST = 320
HEIGHT = 844
PATIENCE = 10_000
"""Milliseconds to wait for something to appear: a loaded machine is slow, not wrong."""


@dataclass(slots=True)
class Visit:
    """A page open in a browser, the requests it has made and the errors it has reported."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open the page at ``path``."""
        self.page.goto(self.address + path)

    def path(self) -> str:
        """Return the address shown, without the site's."""
        return self.page.url.removeprefix(self.address)


@contextmanager
def visiting(
    chromium: Browser,
    address: str,
    *,
    width: int = DESK,
    scheme: Literal["light", "dark"] = "light",
    scripts: bool = True,
    touch: bool = False,
) -> Iterator[Visit]:
    """Open a fresh window and yield the visit; at its end assert that nothing went wrong.

    Every request stayed on the site, no cookie was set, no error was on the console: a script or
    style that the content security policy refuses would be one.
    """
    context = chromium.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        java_script_enabled=scripts,
        has_touch=touch,
        is_mobile=touch,
    )
    context.set_default_timeout(PATIENCE)
    visit = Visit(context.new_page(), address)

    def on_request(request: Request) -> None:
        visit.requests.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            visit.faults.append(message.text)

    visit.page.on("request", on_request)
    visit.page.on("console", on_console)
    visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
    try:
        yield visit
        assert all(url.startswith(f"{address}/") for url in visit.requests), visit.requests
        assert context.cookies() == []
        assert visit.faults == []
    finally:
        context.close()
