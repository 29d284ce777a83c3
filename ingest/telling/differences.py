"""What changed between two versions of a page, section by section.

Two Pages enter, the sections added, changed and removed leave. Pure. Used by the pipeline for the
report.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.document import LineRange, Page, Section
from index.passage import block_lines
from ingest.wording import words

ALIKE = 0.5
"""Share of words that two pages of the same title must have in common to be versions of one page;
the measure and the value by which Git takes a file for renamed."""

_NOWHERE = LineRange(1, 1)


@dataclass(frozen=True, slots=True)
class Rewording:
    """What of one changed section only the version ``before`` says, and only the one ``after``.

    ``path`` is its breadcrumb; the texts are whole paragraphs, items and rows, in page order. Both
    are empty where only conditions, aspect or topic differ.
    """

    path: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """Breadcrumbs ("Treatment › Medications") of the sections that differ, in page order.

    ``rewordings`` tells of each changed one what it said and what it says.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    rewordings: tuple[Rewording, ...] = ()


def section_changes(before: Page, after: Page) -> SectionChanges:
    """Return which sections differ. A section that only moved to other lines does not."""
    old = {section.anchor: section for section in before.walk()}
    new = {section.anchor: section for section in after.walk()}
    changed = [
        (old[anchor], section)
        for anchor, section in new.items()
        if anchor in old and _own(old[anchor]) != _own(section)
    ]
    return SectionChanges(
        added=tuple(_path(section) for anchor, section in new.items() if anchor not in old),
        changed=tuple(_path(section) for _, section in changed),
        rewordings=tuple(_rewording(earlier, section) for earlier, section in changed),
        removed=tuple(_path(section) for anchor, section in old.items() if anchor not in new),
    )


def alike(before: Page, after: Page) -> bool:
    """Return whether two pages are versions of one: same title, at least half the words shared."""
    if words(before.title) != words(after.title):
        return False
    old, new = Counter(_words(before)), Counter(_words(after))
    longest = max(old.total(), new.total())
    return longest == 0 or (old & new).total() >= ALIKE * longest


def _rewording(before: Section, after: Section) -> Rewording:
    old, new = dict.fromkeys(_own_texts(before)), dict.fromkeys(_own_texts(after))
    return Rewording(
        _path(after),
        tuple(text for text in old if text not in new),
        tuple(text for text in new if text not in old),
    )


def _own_texts(section: Section) -> Iterator[str]:
    yield section.heading
    yield from block_lines(section.blocks)


def _path(section: Section) -> str:
    return " › ".join(section.breadcrumb) or section.title


def _own(section: Section) -> Section:
    """Return ``section`` without its place and what is below it."""
    return replace(section, lines=_NOWHERE, sections=())


def _words(page: Page) -> Iterator[str]:
    for section in page.walk():
        for text in _own_texts(section):
            yield from words(text)
