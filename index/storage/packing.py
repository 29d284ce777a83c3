"""The pages of the next generation: changed ones into a new pack, the others carried over.

Changes and the manifest before them enter, the entries of the next manifest leave. Imported by
index.writer only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from index.document import Page
from index.engine import Changes
from index.passage import passages_of
from index.storage import files
from index.storage.layout import Layout
from index.storage.manifest import Entry, Manifest
from index.storage.packs import (
    PackReader,
    PackWriter,
    Place,
    pack_name,
    pack_uses,
    packs_to_merge,
)
from index.summary import summarise


@dataclass(frozen=True, slots=True)
class Packed:
    """The pages of a generation: all ``entries`` by slug, and the places of the changed ones."""

    entries: Mapping[str, Entry]
    changed: tuple[Place, ...]


def pack_pages(
    layout: Layout, folder: Path, number: int, before: Manifest | None, changes: Changes
) -> Packed:
    """Put the pages of generation ``number`` into ``folder``, where it is being built.

    ``before`` is the generation that ``changes`` are made to, None for none.

    Raises:
        ValueError: two of the changed pages have the same slug.
        LibraryDamagedError: a page to be carried over is not on disk as it was written.
        OSError: the pack could not be written.
    """
    pack = PackWriter(folder / pack_name(number))
    try:
        changed = _add_pages(pack, changes.pages)
        if before is None:
            kept: dict[str, Entry] = {}
        else:
            kept = {
                slug: entry
                for slug, entry in before.entries.items()
                if slug not in changed and slug not in changes.removed
            }
            kept = _carry_over(layout, before, kept, pack, folder)
    finally:
        pack.close()
    return Packed(kept | changed, tuple(entry.place for entry in changed.values()))


def _add_pages(pack: PackWriter, pages: Iterable[Page]) -> dict[str, Entry]:
    added: dict[str, Entry] = {}
    for page in pages:
        if page.slug in added:
            other = added[page.slug].summary.source
            raise ValueError(f"{page.source} and {other} would both be called {page.slug!r}")
        passages = sum(1 for _ in passages_of(page))
        added[page.slug] = Entry(summarise(page), passages, pack.add(page))
    return added


def _carry_over(
    layout: Layout, before: Manifest, kept: dict[str, Entry], pack: PackWriter, folder: Path
) -> dict[str, Entry]:
    """Carry the packs of ``kept`` into ``folder``, or their pages into ``pack``; say where."""
    source = layout.generation(before.number)
    names = {entry.place.pack for entry in kept.values()}
    sizes = {name: before.files[name].size for name in sorted(names)}
    uses = pack_uses((entry.place for entry in kept.values()), sizes)
    merged = packs_to_merge(uses, pack.size)
    for name in sizes.keys() - merged:
        files.carry(source / name, folder / name)
    reader = PackReader(layout, source, merged)
    try:
        return {
            slug: replace(entry, place=pack.add_line(reader.line(entry.place)))
            if entry.place.pack in merged
            else entry
            for slug, entry in kept.items()
        }
    finally:
        reader.close()
