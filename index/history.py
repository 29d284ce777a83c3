"""What changed in the library, section by section, at which ingest.

Two versions of a Page enter `changes_between`, SectionChanges leave; a History holds them by
edition, as the library keeps it. Pure data; written by `index.building`, read through
`index.generation`, shown by the portal. May be imported by anyone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from index.document import Page, Section
from index.passage import block_lines


class ChangeKind(StrEnum):
    """What happened to a section."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class SectionChange:
    """One section that one ingest added, changed or removed.

    ``page`` is the slug its page had then, ``path`` its breadcrumb, both of the new version where
    there is one. ``before`` and ``after`` are what only the old and only the new version says:
    whole paragraphs, items and table rows, word for word, in page order. Both are empty where only
    the order of a section's parts changed, and where ``told`` is False: the edition had more words
    than the library keeps.
    """

    page: str
    title: str
    anchor: str
    path: tuple[str, ...]
    kind: ChangeKind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    told: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """What one generation changed; ``created`` is in UTC, ``number`` the generation's.

    ``left_out`` counts the changes beyond those kept. ``anew`` tells that the library was built
    from nothing: there was no version before to compare with, and so ``changes`` is empty.
    """

    number: int
    created: datetime
    changes: tuple[SectionChange, ...] = ()
    left_out: int = 0
    anew: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The editions the library remembers, newest first; those that changed no words are not in."""

    editions: tuple[Edition, ...] = ()

    @property
    def since(self) -> datetime | None:
        """When the oldest edition kept was made: of what was before, nothing is known."""
        return self.editions[-1].created if self.editions else None

    def of_page(self, slugs: Iterable[str], anchor: str = "") -> "History":
        """Return the editions that changed the page called one of ``slugs``, and what they changed.

        With ``anchor``, only what they changed in that section.
        """
        wanted = frozenset(slugs)
        found = (
            Edition(edition.number, edition.created, changes)
            for edition in self.editions
            if (
                changes := tuple(
                    change
                    for change in edition.changes
                    if change.page in wanted and anchor in ("", change.anchor)
                )
            )
        )
        return History(tuple(found))

    def pages(self) -> frozenset[str]:
        """Return the pages that any edition names, by the slugs they had then."""
        return frozenset(change.page for edition in self.editions for change in edition.changes)

    def last_changes(self) -> dict[str, datetime]:
        """Return when the words of each page last changed, for the pages of which that is known.

        By the slug a page had then. It is known as far back as every edition names all that it
        changed: one that left changes out may have changed any page that no newer edition names.
        """
        found: dict[str, datetime] = {}
        for edition in self.editions:
            for change in edition.changes:
                found.setdefault(change.page, edition.created)
            if edition.left_out:
                break
        return found


def changes_between(before: Page | None, after: Page | None) -> Iterator[SectionChange]:
    """Yield the sections that two versions of a page do not share; those removed come last.

    None is the version of a page that was not there. Sections are told by their anchors, which do
    not depend on neighbours; what is compared is the words of a section's own, not of those below
    it, and not its place in the file.
    """
    old = {section.anchor: section for section in before.walk()} if before else {}
    new = {section.anchor: section for section in after.walk()} if after else {}
    if after:
        for anchor, section in new.items():
            said, says = tuple(_words(old.get(anchor))), tuple(_words(section))
            if said != says:
                kind = ChangeKind.CHANGED if anchor in old else ChangeKind.ADDED
                yield _change(after, section, kind, said, says)
    if before:
        for anchor, section in old.items():
            if anchor not in new:
                yield _change(before, section, ChangeKind.REMOVED, tuple(_words(section)), ())


def _change(
    page: Page, section: Section, kind: ChangeKind, said: tuple[str, ...], says: tuple[str, ...]
) -> SectionChange:
    return SectionChange(
        page=page.slug,
        title=page.title,
        anchor=section.anchor,
        path=section.breadcrumb,
        kind=kind,
        before=tuple(_only(said, says)),
        after=tuple(_only(says, said)),
    )


def _words(section: Section | None) -> Iterator[str]:
    if section:
        yield section.heading
        yield from block_lines(section.blocks)


def _only(texts: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """Yield the ``texts`` that ``others`` have not, or not as often."""
    left = Counter(others)
    for text in texts:
        if left[text]:
            left[text] -= 1
        else:
            yield text
