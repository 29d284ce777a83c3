"""What an update has to do."""

import hashlib

import pytest

from index.site import SiteFacts
from index.summary import PageSummary
from ingest.errors import TooManyRemovedError
from ingest.updating.ledger import Entry
from ingest.updating.plan import compare, guard_removal, match_renamed
from ingest.updating.reading import PageFacts


def digest(content: str) -> str:
    """Return a hash of ``content``."""
    return hashlib.sha256(content.encode()).hexdigest()


def in_library(source: str, content: str, title: str = "Gout") -> PageSummary:
    """Return a page of the library."""
    slug = source.partition(".")[0].rpartition("/")[2]
    return PageSummary(slug, title, source, digest(content), (), None, ())


def in_folder(source: str, content: str, title: str = "Gout") -> PageFacts:
    """Return a page of the raw folder."""
    slug = source.partition(".")[0].rpartition("/")[2]
    return PageFacts(source, slug, title, digest(content), Entry(SiteFacts(), None, ()))


KNOWN = (in_library("a.txt", "a"), in_library("b.txt", "b"), in_library("sub/c.txt", "c"))
HASHES = {known.source: known.content_hash for known in KNOWN}


def never(old: PageSummary, page: PageFacts) -> bool:
    """Whether two pages are versions of one: they are not."""
    return False


def always(old: PageSummary, page: PageFacts) -> bool:
    """Whether two pages are versions of one: they are."""
    return True


def test_a_folder_as_it_was_leaves_nothing_to_do() -> None:
    """All pages are unchanged."""
    comparison = compare(HASHES, set(), KNOWN, everything=False)
    assert comparison.unchanged == KNOWN
    assert not comparison.to_read
    assert not comparison.kept
    assert not comparison.gone


def test_only_new_and_changed_files_are_read() -> None:
    """The others stay."""
    hashes = {**HASHES, "b.txt": digest("edited"), "new.txt": digest("new")}
    comparison = compare(hashes, set(), KNOWN, everything=False)
    assert comparison.to_read == ("b.txt", "new.txt")
    assert [page.source for page in comparison.unchanged] == ["a.txt", "sub/c.txt"]


def test_after_an_update_of_the_program_everything_is_read() -> None:
    """It may read the same files differently."""
    assert compare(HASHES, set(), KNOWN, everything=True).to_read == tuple(HASHES)


def test_a_page_without_a_file_is_gone_unless_its_file_cannot_be_read() -> None:
    """Nor is one in a folder that cannot be read."""
    comparison = compare({}, {"a.txt", "sub"}, KNOWN, everything=False)
    assert [page.source for page in comparison.kept] == ["a.txt", "sub/c.txt"]
    assert [page.source for page in comparison.gone] == ["b.txt"]


def test_the_same_bytes_under_another_name_are_a_renamed_page() -> None:
    """Each old page is matched once."""
    new = (in_folder("x.txt", "a"), in_folder("y.txt", "a"), in_folder("z.txt", "other"))
    assert match_renamed(new, KNOWN, never) == {"x.txt": KNOWN[0]}


def test_a_page_moved_to_another_folder_keeps_its_address_and_is_renamed() -> None:
    """Even if it was edited meanwhile."""
    assert match_renamed([in_folder("moved/a.txt", "edited")], KNOWN, never) == {
        "moved/a.txt": KNOWN[0]
    }


def test_the_same_title_and_mostly_the_same_text_are_a_renamed_page() -> None:
    """Text is compared only where titles agree."""
    same, other = in_folder("x.txt", "edited"), in_folder("y.txt", "edited", "Neck Pain")
    assert match_renamed([same], KNOWN[:1], always) == {"x.txt": KNOWN[0]}
    assert match_renamed([same], KNOWN[:1], never) == {}
    assert match_renamed([other], KNOWN[:1], always) == {}


def test_the_same_bytes_win_over_the_same_title() -> None:
    """Whichever comes first in the folder."""
    similar, same = in_folder("m.txt", "edited"), in_folder("n.txt", "a")
    assert match_renamed([similar, same], KNOWN[:1], always) == {"n.txt": KNOWN[0]}


@pytest.mark.parametrize(("removed", "known", "left"), [(1, 2, 1), (9, 10, 1), (33, 100, 67)])
def test_ordinary_removals_go_through(removed: int, known: int, left: int) -> None:
    """A few pages, or no more than a third of them."""
    guard_removal(removed, known, left)


@pytest.mark.parametrize(("removed", "known", "left"), [(1, 1, 0), (10, 12, 2), (34, 100, 66)])
def test_what_looks_like_an_accident_is_refused(removed: int, known: int, left: int) -> None:
    """The last page, or more than a third of many."""
    with pytest.raises(
        TooManyRemovedError, match=f"remove {removed} of the {known} pages.*--force"
    ):
        guard_removal(removed, known, left)
