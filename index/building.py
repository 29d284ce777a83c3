"""The next generation, built beside the live one up to, but not including, the flip.

Changes and the manifest before them enter; a finished generation folder and its manifest leave.
Imported by index.writer only.
"""

from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.engine import Changes, Engine
from index.history import Edition
from index.lexicon import Lexicon
from index.redirects import settle
from index.site import SiteFacts
from index.storage import files
from index.storage.check import seal
from index.storage.history import Step, write_history
from index.storage.layout import ENGINE_FOLDER, MANIFEST, Layout
from index.storage.manifest import Manifest, ManifestFile, encode_manifest
from index.storage.packing import pack_pages
from index.storage.packs import PackedPages, PackReader


@dataclass(frozen=True, slots=True)
class Plan:
    """What the next generation is to be: ``before`` (None for nothing) with ``changes`` applied."""

    number: int
    before: Manifest | None
    changes: Changes
    site: SiteFacts
    lexicon: Lexicon
    renamed: Mapping[str, str]


def build(layout: Layout, engine: Engine, plan: Plan) -> ManifestFile:
    """Build the generation of ``plan`` and sync all of it to the disk; return its manifest.

    Raises:
        ValueError: two of the changed pages have the same slug.
        EngineError: the engine could not write its index.
        LibraryDamagedError: a page to be carried over is not on disk as it was written.
        OSError: the disk is full, or the folder may not be written.

    After each of them nothing of the generation is left.
    """
    folder = layout.building(plan.number)
    with ExitStack() as on_failure:
        on_failure.callback(files.remove_folder, folder)
        manifest = encode_manifest(_fill(layout, folder, engine, plan))
        files.write_synced(folder / MANIFEST, manifest.content)
        files.sync_folders(folder)
        folder.rename(layout.generation(plan.number))
        files.sync(layout.folder)
        on_failure.pop_all()
    return manifest


def _fill(layout: Layout, folder: Path, engine: Engine, plan: Plan) -> Manifest:
    """Put pages and the engine's index into ``folder``; return the manifest of both."""
    (folder / ENGINE_FOLDER).mkdir(parents=True)
    before, created = plan.before, datetime.now(UTC)
    packed = pack_pages(layout, folder, plan.number, before, plan.changes)
    removed = before.entries.keys() - packed.entries.keys() if before else frozenset()
    previous = layout.generation(before.number) / ENGINE_FOLDER if before else None
    with closing(PackReader(layout, folder, {place.pack for place in packed.changed})) as reader:
        changes = Changes(PackedPages(reader, packed.changed), frozenset(removed))
        engine.write(folder / ENGINE_FOLDER, changes, previous)
    edition = Edition(plan.number, created)
    write_history(layout, Step(folder, edition, before, packed.entries, plan.renamed))
    redirects = {**before.redirects, **plan.renamed} if before else plan.renamed
    return Manifest(
        number=plan.number,
        created=created,
        engine=engine.name,
        engine_format=engine.format,
        site=plan.site,
        lexicon=plan.lexicon,
        entries=packed.entries,
        redirects=settle(redirects, packed.entries.keys()),
        files=seal(layout, folder, before),
    )
