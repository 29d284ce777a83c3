"""What an update has to do, decided from what is in the raw folder and in the library.

File hashes and page summaries enter, decisions leave. Pure: no file is touched. Used by the
pipeline.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.summary import PageSummary
from ingest.errors import TooManyRemovedError
from ingest.updating.reading import PageFacts

GUARDED_PAGES = 10
"""Pages from which a removal may be an accident; a handful is soon put back."""

GUARDED_SHARE = 1 / 3
"""Share of the library that goes at once only when a folder was mounted wrong, moved or emptied."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The raw folder against the library.

    ``to_read`` are sources that are new or not as they were; ``unchanged`` pages are; ``kept`` are
    those whose file cannot be read at present; ``gone`` those without a file.
    """

    to_read: tuple[str, ...]
    unchanged: tuple[PageSummary, ...]
    kept: tuple[PageSummary, ...]
    gone: tuple[PageSummary, ...]


def compare(
    hashes: Mapping[str, str],
    unreadable: Collection[str],
    known: Sequence[PageSummary],
    *,
    everything: bool,
) -> Comparison:
    """Compare the raw folder with the library.

    Args:
        hashes: source -> hash of the content, of every file that can be read.
        unreadable: sources of files and folders that cannot.
        known: the pages in the library.
        everything: whether to read every file, changed or not.
    """
    by_source = {summary.source: summary for summary in known}
    unchanged = {
        source: by_source[source]
        for source, digest in hashes.items()
        if not everything and source in by_source and by_source[source].content_hash == digest
    }
    absent = [summary for source, summary in by_source.items() if source not in hashes]
    kept = {summary.source: summary for summary in absent if _is_below(summary.source, unreadable)}
    return Comparison(
        to_read=tuple(source for source in hashes if source not in unchanged),
        unchanged=tuple(unchanged.values()),
        kept=tuple(kept.values()),
        gone=tuple(summary for summary in absent if summary.source not in kept),
    )


def _is_below(source: str, places: Collection[str]) -> bool:
    """Whether ``source`` is one of the files in ``places``, or lies in one of the folders there."""
    parts = source.split("/")
    return any("/".join(parts[:size]) in places for size in range(1, len(parts) + 1))


def match_renamed(
    new: Sequence[PageFacts],
    gone: Sequence[PageSummary],
    is_version: Callable[[PageSummary, PageFacts], bool],
) -> dict[str, PageSummary]:
    """Return, for each new page that is a gone one under another name, what it was.

    The same bytes are the same page; so is what has its address; failing these ``is_version``
    decides, asked only of pages with the same title.

    Args:
        new: pages whose source the library does not know.
        gone: pages of the library whose source is no more.
        is_version: whether the two are versions of one page by what they say.
    """
    left = list(gone)
    renamed: dict[str, PageSummary] = {}

    def candidates(page: PageFacts) -> Iterator[PageSummary]:
        yield from (old for old in left if old.content_hash == page.content_hash)
        yield from (old for old in left if old.slug == page.slug)

    def same_title(page: PageFacts) -> Iterator[PageSummary]:
        alike = (old for old in left if old.title.casefold() == page.title.casefold())
        yield from (old for old in alike if is_version(old, page))

    for find in (candidates, same_title):
        for page in new:
            old = next(find(page), None) if page.source not in renamed else None
            if old is not None:
                renamed[page.source] = old
                left.remove(old)
    return renamed


def guard_removal(removed: int, known: int, left: int) -> None:
    """Refuse to remove much of a library at once.

    Args:
        removed: pages that would go.
        known: pages in the library.
        left: pages that there would be.

    Raises:
        TooManyRemovedError: so many go that it looks like an accident.
    """
    if removed and (left == 0 or (removed >= GUARDED_PAGES and removed > GUARDED_SHARE * known)):
        raise TooManyRemovedError(
            f"this would remove {removed} of the {known} pages in the library, which is as it was; "
            "if the files were meant to go, run this again with --force"
        )
