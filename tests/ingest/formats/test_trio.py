"""One page as text dump, saved web page, Markdown, Word and PDF gives one and the same tree."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.document import LineRange, Page, Section
from ingest.blocks import Block, Bullet, Heading
from ingest.formats import read
from ingest.pages.reader import read_page
from ingest.vocabulary import Vocabulary

FOLDER = Path(__file__).parents[2] / "data" / "trio"
NOWHERE = LineRange(0, 0)


def blocks_without_place(suffix: str) -> list[Block]:
    """Return the content blocks without what a text dump cannot know or tells less of."""
    source = f"tennis-elbow{suffix}"
    bare: list[Block] = []
    for block in read((FOLDER / source).read_bytes(), source).content:
        unplaced = replace(block, lines=NOWHERE)
        if isinstance(unplaced, Heading):
            unplaced = replace(unplaced, level=None)
        elif isinstance(unplaced, Bullet):
            unplaced = replace(unplaced, starts_list=False)
        bare.append(unplaced)
    return bare


def without_lines(section: Section) -> Section:
    """Return the section, and all below it, without raw lines."""
    inner = tuple(without_lines(child) for child in section.sections)
    return replace(section, lines=NOWHERE, sections=inner)


def tree(suffix: str) -> Page:
    """Return the page without what depends on its file: name, hash, lines, the site around it."""
    source = f"tennis-elbow{suffix}"
    page = read_page((FOLDER / source).read_bytes(), source, Vocabulary())
    return Page(
        slug=page.slug,
        title=page.title,
        source="",
        content_hash="",
        aliases=page.aliases,
        conditions=page.conditions,
        sections=tuple(without_lines(section) for section in page.sections),
    )


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".pdf"])
def test_every_format_gives_the_same_blocks(suffix: str) -> None:
    """Headings, paragraphs and items are the same, word by word, depth by depth."""
    assert blocks_without_place(suffix) == blocks_without_place(".txt")


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".pdf"])
def test_every_format_gives_the_same_tree(suffix: str) -> None:
    """Sections, aspects, anchors, conditions and labels are the same."""
    assert tree(suffix) == tree(".txt")


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_the_menu_and_the_footer_are_furniture(suffix: str) -> None:
    """What stands around the content is kept apart, in page order."""
    extract = read((FOLDER / f"tennis-elbow{suffix}").read_bytes(), f"tennis-elbow{suffix}")
    before = [getattr(block, "text", "") for block in extract.before]
    after = [getattr(block, "text", "") for block in extract.after]
    assert before[1:4] == ["Home", "Conditions We Treat", "Neck Pain"]
    assert after[0] == "Contact Us"
    assert after[-1].startswith("Copyright")
