"""The pages in raw/ as staff see them: each heading with its aspect, condition and topic.

The outline was checked by eye against the pages; ``python -m tests.ingest.test_sample_pages``
writes it anew, so that the difference can be read.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.document import Page, Section
from ingest.pages.reader import read_page
from ingest.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[3]
OUTLINE = ROOT / "tests" / "data" / "golden" / "raw-pages.outline"
SUFFIXES = {".txt", ".html", ".htm", ".md"}
FEWEST_FOUND = 0.8
"""Share of a text dump's headings that have to be found; which lines are headings is for the tests
of that format to hold, and one that it misses must not hide what the others are read as."""


def pages() -> Iterator[Page]:
    """Yield every page in raw/, in the order of their names."""
    vocabulary = load_vocabulary(ROOT / "raw" / "vocabulary.toml")
    for path in sorted((ROOT / "raw").iterdir()):
        if path.suffix in SUFFIXES and path.name != "README.md":
            yield read_page(path.read_bytes(), path.name, vocabulary)


def lines_of(page: Page) -> Iterator[str]:
    """Yield a page's title and conditions, then a line for each section."""
    yield f"== {page.source}: {page.title}"
    yield f"conditions: {', '.join(condition.name for condition in page.conditions) or 'none'}"
    for section in page.walk():
        yield f"{'  ' * len(section.breadcrumb)}{section.heading} | {reading_of(section)}"


def reading_of(section: Section) -> str:
    """Return a section's aspect, conditions and topic."""
    topic = f" [{section.topic}]" if section.topic else ""
    return ", ".join((section.aspect.value, *section.conditions)) + topic


def checked() -> dict[str, list[str]]:
    """Return the lines agreed to, by the page's file name."""
    outlines: dict[str, list[str]] = {}
    for line in OUTLINE.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            lines = outlines.setdefault(line[3:].partition(":")[0], [])
        lines.append(line)
    return outlines


PAGES = {page.source: page for page in pages()}
DUMPS = [source for source in PAGES if source.endswith(".txt")]


def test_every_page_was_checked() -> None:
    """A page added to raw/ needs an outline that somebody has agreed to."""
    assert set(checked()) == set(PAGES)


@pytest.mark.parametrize("source", sorted(set(PAGES) - set(DUMPS)))
def test_pages_that_state_their_headings(source: str) -> None:
    """Nesting, aspects, conditions and topics of all headings are as a person agreed to."""
    assert list(lines_of(PAGES[source])) == checked()[source]


@pytest.mark.parametrize("source", DUMPS)
def test_text_dumps(source: str) -> None:
    """Each heading that is found has the aspect, conditions and topic agreed to."""
    agreed = dict(line.strip().rsplit(" | ", 1) for line in checked()[source][2:])
    found = {
        section.heading: reading_of(section)
        for section in PAGES[source].walk()
        if section.heading in agreed
    }
    assert found == {heading: agreed[heading] for heading in found}
    assert len(found) >= FEWEST_FOUND * len(agreed)


if __name__ == "__main__":
    text = "\n".join(line for page in PAGES.values() for line in lines_of(page))
    OUTLINE.write_text(text + "\n", encoding="utf-8")
