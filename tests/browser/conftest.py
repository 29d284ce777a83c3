"""A real portal process over the small clinic, and a real chromium to visit it with."""

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visits import CHROMIUM, OPTIONS
from tests.support.pages import page, section
from tests.support.portal import build_library, clinic_pages
from tests.support.server import running_portal


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a portal over the small clinic's library."""
    library = tmp_path_factory.mktemp("browser") / "library"
    before = page("Neck Pain", section("Symptoms", "Stiffness and headache."))
    build_library(library, [before])
    build_library(library, clinic_pages())
    with running_portal(sys.executable, library) as address:
        yield address


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Return a running chromium; skip where there is none.

    For this package only: its driver keeps an event loop running in the thread of the tests, in
    which no other test could run one.
    """
    if not CHROMIUM.exists():
        pytest.skip(f"there is no chromium at {CHROMIUM}; install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()
