"""What changed between two versions of a page."""

from dataclasses import replace

from index.document import Item, ItemList, LineRange, Page, Table
from ingest.telling.differences import Rewording, SectionChanges, alike, section_changes
from tests.support.pages import bullets, page, section

CAUSES = section("Causes", "Overuse.")
TREATMENT = section("Treatment", "Rest.", sections=(section("Medications", bullets("NSAIDs")),))
BEFORE = page("Gout", CAUSES, TREATMENT)


def test_equal_pages_have_no_differences() -> None:
    """Nothing added, changed or removed."""
    assert section_changes(BEFORE, BEFORE) == SectionChanges()


def test_each_section_is_told_by_its_path() -> None:
    """Added, changed and removed ones, nested ones too."""
    treatment = section("Treatment", "Rest.", sections=(section("Medications", bullets("Ice")),))
    after = page("Gout", treatment, section("Outlook", "Good."))
    assert section_changes(BEFORE, after) == SectionChanges(
        added=("Outlook",),
        changed=("Treatment › Medications",),
        removed=("Causes",),
        rewordings=(Rewording("Treatment › Medications", ("NSAIDs",), ("Ice",)),),
    )


def test_a_section_that_only_moved_is_not_changed() -> None:
    """Other lines above it shift its line numbers."""
    moved = replace(BEFORE, sections=(replace(CAUSES, lines=LineRange(7, 9)), *BEFORE.sections[1:]))
    assert section_changes(BEFORE, moved) == SectionChanges()


def test_pages_of_one_title_that_share_half_their_words_are_alike() -> None:
    """In paragraphs, nested items and tables alike."""
    texts = (
        bullets(Item("one two", items=(Item("three four"),))),
        Table(("five",), (("six", "seven"),)),
        ItemList((Item("eight"),)),
    )
    one = page("Gout", section("Causes", *texts))
    other = page("The gout", section("Causes", "unlike"))
    assert alike(one, page("GOUT", section("Causes", *texts[:2])))
    assert not alike(one, page("Gout", section("Causes", *texts[2:])))
    assert not alike(one, other)


def test_empty_pages_of_one_title_are_alike() -> None:
    """There is nothing in which they differ."""
    empty: Page = page("Gout")
    assert alike(empty, empty)
