"""`python -m tests.browser.screenshots ADDRESS FOLDER [PATH ...]`: pictures for people to look at.

The address of a running portal enters; for each path one picture a width and colour scheme is left
in the folder, named so that pictures of one path lie side by side. Without paths: every kind of
page the library has.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from tests.browser.visits import CHROMIUM, DESK, NARROWEST, OPTIONS, PHONE, visiting
from tests.support.server import fetch

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

PATIENCE = 60_000
"""Milliseconds for one picture: a list of a big library is 20,000 pixels long."""


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
                        visit.faults.clear()  # an error page is one in the console, too
                        name = f"{quote(path.strip('/'), safe='') or 'home'}-{width}-{scheme}.png"
                        visit.page.screenshot(path=folder / name, full_page=True, timeout=PATIENCE)
        chromium.close()
    return 0


def usual_paths(address: str) -> list[str]:
    """Return the path of one page of every kind that the library has, in its different states."""

    def told(path: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(fetch(f"{address}{path}"))
        return found

    lists = told("/index.json")
    most = max(lists["conditions"], key=lambda entry: int(entry["count"]))
    page = most["pages"][0] if most["pages"] else lists["pages"][0]["url"]
    slug = page.rpartition("/")[2]
    sections = [section["anchor"] for section in told(f"{page}.json")["sections"]]
    words = quote(most["label"])
    compared = [entry["slug"] for entry in lists["conditions"][:2]]
    changed = told("/history.json")["editions"][0]["changes"]
    return [
        "/",
        f"/search?q={words}",
        f"/search?q={words}&aspect=treatment&sort=title",
        f"/search?q={words}&aspect=research&condition=none",
        "/search?q=xyzzy",
        page,
        f"{page}/{sections[0]}?mark={words}",
        f"{page}?mark={words}#{sections[-1]}",
        "/conditions/",
        most["url"],
        "/aspects/",
        lists["aspects"][0]["url"],
        "/treatments/",
        *(entry["url"] for entry in lists["treatments"][:1]),
        "/compare/",
        *([f"/compare/{'/'.join(compared)}"] if len(compared) > 1 else []),
        "/a-z",
        "/glossary",
        "/history",
        *(f"/history/{change['page']}" for change in changed[:1]),
        f"/leaflet?page={slug}",
        f"/leaflet?{'&'.join(f's={slug}/{anchor}' for anchor in sections[:2])}&q=pain",
        "/about",
        "/privacy",
        "/nowhere",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
