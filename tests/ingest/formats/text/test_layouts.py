"""Whatever the layout, the same page is read: its headings, its content, its nesting, no more."""

import re

import pytest

from ingest.blocks import Bullet, Heading, Text
from ingest.formats.text import read
from tests.ingest.formats.text import layouts

every_layout = pytest.mark.parametrize("layout", list(layouts.LAYOUTS))
_SOURCE = "plantar-fasciitis.txt"


def plain(heading: str) -> str:
    """Return a heading without what its layout adds."""
    return re.sub(r"^\d+\. |:$", "", heading).casefold()


@every_layout
def test_finds_the_title(layout: str) -> None:
    """The page's title is its title, and no part of the content."""
    assert read(layouts.LAYOUTS[layout].encode(), _SOURCE).title == layouts.TITLE


@every_layout
def test_finds_the_headings_and_no_others(layout: str) -> None:
    """All five sections are headed, and nothing else is."""
    extract = read(layouts.LAYOUTS[layout].encode(), _SOURCE)
    found = [plain(block.text) for block in extract.content if isinstance(block, Heading)]
    assert found == [plain(heading) for heading in layouts.headings()]


@every_layout
def test_keeps_all_content_and_nothing_else(layout: str) -> None:
    """Paragraphs and items are whole and in order; menu and footer are not among them."""
    extract = read(layouts.LAYOUTS[layout].encode(), _SOURCE)
    said = [block.text for block in extract.content if isinstance(block, Bullet | Text)]
    assert said == layouts.content()


@every_layout
def test_keeps_the_nesting(layout: str) -> None:
    """Items stand as deep as they were indented, whatever the columns and glyphs."""
    extract = read(layouts.LAYOUTS[layout].encode(), _SOURCE)
    found = [block.depth for block in extract.content if isinstance(block, Bullet)]
    assert found == layouts.depths()


def test_states_the_levels_that_underlines_state() -> None:
    """A row of hyphens is a second level; a heading without underline states none."""
    underlined = read(layouts.LAYOUTS["underlined headings"].encode(), _SOURCE)
    bare = read(layouts.LAYOUTS["bare"].encode(), _SOURCE)
    assert {block.level for block in underlined.content if isinstance(block, Heading)} == {2}
    assert {block.level for block in bare.content if isinstance(block, Heading)} == {None}


def test_the_file_name_tells_the_title_from_other_lines() -> None:
    """Of two lines that could be the title, the one that the file is named after is."""
    text = layouts.LAYOUTS["bare"].replace(
        "\nPlantar Fasciitis\n", "\nPlantar Fasciitis\n\nHeel Care\n"
    )
    assert read(text.encode(), "plantar-fasciitis.txt").title == "Plantar Fasciitis"
    assert read(text.encode(), "heel-care.txt").title == "Heel Care"
