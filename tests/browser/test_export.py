"""An exported site opened from the disk, in a real chromium, without any server."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from index.engines.whoosh.english import english_counts
from index.engines.whoosh.folding import stem_of
from index.words import surfaces_of
from tests.support.portal import HOSTILE, build_library, clinic_pages

pytestmark = pytest.mark.browser

TEXTS = (
    "Crohn's disease",
    "dry-needling",
    "Sjögren’s",
    "straße",
    "café",
    "O'Neill's",
    "x_y 2.5mg",
    "ﬁbro",
    "naïve 3rd",
    "日本 語",
    "don't",
    "IL-6",
)
"""What folding has to do with: accents, apostrophes, ligatures, digits, other scripts."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an export of the small clinic."""
    top = tmp_path_factory.mktemp("export")
    build_library(top / "library", clinic_pages())
    folders = (str(top / "site"), "--library", str(top / "library"))
    subprocess.run(
        [sys.executable, "-m", "portal", "export", *folders], check=True, capture_output=True
    )
    return top / "site"


@contextmanager
def opened(
    chromium: Browser, file: Path, query: str = "", *, scripts: bool = True
) -> Iterator[Tab]:
    """Open ``file`` from the disk; at its end nothing else was asked for and nothing failed."""
    context = chromium.new_context(java_script_enabled=scripts)
    tab = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    tab.goto(f"{file.as_uri()}{query}")
    yield tab
    context.close()
    assert not [url for url in asked if not url.startswith("file://")]
    assert faults == []


def found(tab: Tab) -> list[str]:
    """Return the headings of the results shown."""
    expect(tab.locator("#found .count")).not_to_be_empty()
    return tab.locator(".hit-heading a").all_inner_texts()


def test_a_word_is_found_from_any_page(chromium: Browser, site: Path) -> None:
    """The box in the header leads to the results, and a result to its section."""
    with opened(chromium, site / "topics" / "neck-pain.html") as tab:
        tab.fill("input[type=search]", "posture")
        tab.press("input[type=search]", "Enter")
        expect(tab.locator(".count")).to_have_text("1 passage found.")
        expect(tab.locator("mark")).to_have_text(["Posture"])
        tab.click(".hit-heading a")
        expect(tab.locator("h1")).to_contain_text("Myofascial Pain Syndrome")


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("dry-needling muscles", "Myofascial Pain Syndrome"),
        ("DRY NEEDLES", "How it works"),
        ("cervicalgia stiff", "Symptoms"),
        ("sleeping disordered", "Fibromyalgia"),
    ],
)
def test_words_are_folded_and_stemmed(
    chromium: Browser, site: Path, query: str, heading: str
) -> None:
    """Case, hyphens, endings; words that no passage has are left out and said."""
    with opened(chromium, site / "search.html", f"?q={query}") as tab:
        assert any(heading in shown for shown in found(tab))


def test_facets_count_what_a_click_gives(chromium: Browser, site: Path) -> None:
    """Within a facet values are alternatives, across facets they all hold; chips take them away."""
    with opened(chromium, site / "search.html", "?q=pain") as tab:
        found(tab)
        box = tab.locator("#aspect-treatment")
        label = tab.locator("label", has=box)
        count = int(label.locator(".facet-count").inner_text().split()[0])
        label.click()
        expect(tab.locator(".chips li")).to_have_count(1)
        expect(tab.locator(".count")).to_have_text(
            f"{count} passage{'s' if count != 1 else ''} found."
        )
        assert "aspect=treatment" in tab.url
        tab.click(".chips a")
        expect(tab.locator(".chips li")).to_have_count(0)


def test_nothing_found_leads_elsewhere(chromium: Browser, site: Path) -> None:
    """An empty page is a way on."""
    with opened(chromium, site / "search.html", "?q=xylophone") as tab:
        expect(tab.locator(".count")).to_have_text("Nothing found.")
        expect(tab.get_by_role("link", name="Everything from A to Z")).to_be_visible()


def test_no_text_becomes_markup(chromium: Browser, site: Path) -> None:
    """Neither of a page nor of a visitor."""
    with opened(chromium, site / "search.html", f"?q=markup {HOSTILE}&aspect={HOSTILE}") as tab:
        expect(tab.locator(".chips")).to_contain_text(HOSTILE)
        assert (
            tab.locator("script:not([src])").count()
            == tab.locator("script[type='application/ld+json']").count()
        )


def test_without_javascript_the_lists_lead_everywhere(chromium: Browser, site: Path) -> None:
    """From the search page to A to Z, from there to a page."""
    with opened(chromium, site / "search.html", scripts=False) as tab:
        tab.click("#without-script a >> text=A to Z")
        tab.click("main a >> text=Neck Pain")
        expect(tab.locator("h1")).to_have_text("Neck Pain")


def test_words_and_stems_are_the_server_s(chromium: Browser, site: Path) -> None:
    """A thousand English words drawn by lot, and texts that are hard to fold."""
    words = random.Random(5).sample(sorted(english_counts()), 1000)  # noqa: S311  # repeatable
    with opened(chromium, site / "search.html") as tab:
        stems = tab.evaluate(f"{json.dumps(words)}.map(librarySearch.stem)")
        folded = tab.evaluate(f"{json.dumps(TEXTS)}.map(librarySearch.wordsOf)")
    assert stems == [stem_of(word) for word in words]
    assert folded == [surfaces_of(text) for text in TEXTS]
