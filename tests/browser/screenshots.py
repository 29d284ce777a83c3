"""`python -m tests.browser.screenshots ADDRESS FOLDER [PATH ...]`: pictures for people to look at.

The address of a running portal enters; for each path one picture a width and colour scheme is left
in the folder, named so that pictures of one path lie side by side. Without paths: the home page, a
search, a narrowed search, an empty one, and the first page of the library with its first section.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from tests.browser.visits import CHROMIUM, DESK, NARROWEST, OPTIONS, PHONE, visiting
from tests.support.server import fetch

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main(words: Sequence[str]) -> int:
    """Take the pictures; return the exit status."""
    address, folder = words[0].rstrip("/"), Path(words[1])
    folder.mkdir(parents=True, exist_ok=True)
    paths = words[2:] or usual_paths(address)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        for width in (NARROWEST, PHONE, DESK):
            for scheme in SCHEMES:
                with visiting(chromium, address, width=width, scheme=scheme) as visit:
                    for path in paths:
                        visit.go(path)
                        name = f"{quote(path.strip('/'), safe='') or 'home'}-{width}-{scheme}.png"
                        visit.page.screenshot(path=folder / name, full_page=True)
        chromium.close()
    return 0


def usual_paths(address: str) -> list[str]:
    """Return the paths of one page of every kind that any library has."""
    found = json.loads(fetch(f"{address}/search.json"))
    hit = found["hits"][0]
    return [
        "/",
        "/search?q=pain",
        "/search?q=pain&aspect=treatment",
        "/search?q=xyzzy",
        f"/topics/{hit['page']}",
        hit["url"],
        "/conditions/",
        "/aspects/treatment",
        "/treatments/",
        "/a-z",
        "/about",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
