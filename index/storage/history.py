"""The history of a library on disk: one line an edition, each with its own checksum.

The manifest before and the pages of the next generation enter; a file beside its packs leaves, and
the other way round. Imported by the library's own modules only.

Each generation has the whole history in a file of its own, so that a rollback goes back in the
history too. It is bounded, by the oldest editions first. A library that is built anew, because
another version of the program has written it or it is damaged, keeps the lines that are whole.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.history import ChangeKind, Edition, History, SectionChange, changes_between
from index.storage.layout import Layout
from index.storage.manifest import Entry, Manifest
from index.storage.packs import PackReader, Place

NAME = "history.jsonl"

MOST_EDITIONS = 200
"""Editions remembered: four years of a clinic that changes its pages every week."""

MOST_BYTES = 2_000_000
"""Size of the file beyond which the oldest editions go: read within 20 ms, and 2,000 changes of a
section of average length (1,000 characters on 6,154 pages of a real health library)."""

MOST_CHANGES = 1_000
"""Changes kept of one edition; more in one go is a new site, not a change of the old."""

MOST_CHARACTERS = 400_000
"""Characters of old and new words kept of one edition, so that one alone cannot fill the file."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """From one generation to the next, which lies in ``folder`` and has ``entries``.

    ``edition`` comes without changes: they are found by comparing with ``before`` (None for
    nothing). ``renamed`` goes from old slugs to new ones: a renamed page is compared with what it
    was.
    """

    folder: Path
    edition: Edition
    before: Manifest | None
    entries: Mapping[str, Entry]
    renamed: Mapping[str, str]


def write_history(layout: Layout, step: Step) -> None:
    """Write the history up to and with ``step`` into its folder.

    Raises:
        LibraryDamagedError: a page of the generation before is not on disk as it was written.
        OSError: the file could not be read or written.
    """
    before = step.before
    if before is None:
        lines = _whole_lines(layout)
        lines.append(_line(replace(step.edition, anew=True)))
    else:
        path = layout.generation(before.number) / NAME
        lines = path.read_bytes().splitlines() if NAME in before.files else []
        if not lines:
            lines.append(_line(Edition(before.number, before.created, anew=True)))
        found = _bounded(step.edition, _changes(layout, step, before))
        if found.changes:
            lines.append(_line(found))
    (step.folder / NAME).write_bytes(b"".join(line + b"\n" for line in _newest(lines)))


def read_history(layout: Layout, manifest: Manifest) -> History:
    """Return the history that the generation of ``manifest`` has; an empty one if it has none.

    Raises:
        LibraryDamagedError: it is not on disk as it was written.
    """
    if NAME not in manifest.files:
        return History()
    path = layout.generation(manifest.number) / NAME
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise layout.unreadable(path, error) from error
    editions = []
    for number, line in enumerate(lines, start=1):
        edition = _edition(line)
        if edition is None:
            raise layout.damaged(path, f"is not as it was written at line {number}")
        editions.append(edition)
    return History(tuple(reversed(editions)))


def _changes(layout: Layout, step: Step, before: Manifest) -> Iterator[SectionChange]:
    """Yield what changed since ``before``; pages whose bytes are the same are not read."""
    were, are = before.entries, step.entries
    old_name = {new: old for old, new in step.renamed.items() if old in were}
    pairs = {slug: old_name.get(slug, slug) for slug in are}
    changed = {
        slug: were.get(old)
        for slug, old in sorted(pairs.items())
        if old not in were or not _same(were[old].place, are[slug].place)
    }
    gone = [were[slug] for slug in sorted(were.keys() - are.keys() - set(pairs.values()))]
    earlier = [entry.place for entry in (*changed.values(), *gone) if entry]
    later = [are[slug].place for slug in changed]
    with (
        closing(_reader(layout, layout.generation(before.number), earlier)) as then,
        closing(_reader(layout, step.folder, later)) as now,
    ):
        for slug, entry in changed.items():
            was = then.page(entry.place) if entry else None
            yield from changes_between(was, now.page(are[slug].place))
        for entry in gone:
            yield from changes_between(then.page(entry.place), None)


def _same(before: Place, after: Place) -> bool:
    """Whether two places hold the same bytes; a page carried to another pack keeps both figures."""
    return (before.length, before.crc32) == (after.length, after.crc32)


def _reader(layout: Layout, folder: Path, places: Iterable[Place]) -> PackReader:
    return PackReader(layout, folder, {place.pack for place in places})


def _bounded(edition: Edition, changes: Iterable[SectionChange]) -> Edition:
    """Return ``edition`` with as much of ``changes`` as one edition may keep."""
    kept: list[SectionChange] = []
    left_out = characters = 0
    for change in changes:
        if len(kept) == MOST_CHANGES:
            left_out += 1
            continue
        characters += sum(len(text) for text in (*change.before, *change.after))
        is_told = characters <= MOST_CHARACTERS
        kept.append(change if is_told else replace(change, before=(), after=(), told=False))
    return replace(edition, changes=tuple(kept), left_out=left_out)


def _newest(lines: list[bytes]) -> list[bytes]:
    """Return the last of ``lines`` that fit the bounds, the very last always."""
    kept = lines[-MOST_EDITIONS:]
    size = sum(len(line) + 1 for line in kept)
    while size > MOST_BYTES and len(kept) > 1:
        size -= len(kept.pop(0)) + 1
    return kept


def _whole_lines(layout: Layout) -> list[bytes]:
    """Return the editions that the newest generation on disk remembers and that are whole."""
    for number in reversed(layout.numbers()):
        path = layout.generation(number) / NAME
        if path.is_file():
            return [line for line in path.read_bytes().splitlines() if _edition(line)]
    return []


def _line(edition: Edition) -> bytes:
    value = {
        "number": edition.number,
        "created": edition.created.isoformat(),
        "changes": [_change_to_json(change) for change in edition.changes],
        "left_out": edition.left_out,
        "anew": edition.anew,
    }
    body = json.dumps(value, separators=(",", ":")).encode("ascii")
    return b"%08x %b" % (zlib.crc32(body), body)


def _edition(line: bytes) -> Edition | None:
    """Return the edition of ``line``, None where the line is not as it was written."""
    checksum, _, body = line.partition(b" ")
    if checksum != b"%08x" % zlib.crc32(body):
        return None
    value = json.loads(body)
    return Edition(
        number=value["number"],
        created=datetime.fromisoformat(value["created"]).astimezone(UTC),
        changes=tuple(_change_from_json(change) for change in value["changes"]),
        left_out=value["left_out"],
        anew=value["anew"],
    )


def _change_to_json(change: SectionChange) -> Json:
    return {
        "page": change.page,
        "title": change.title,
        "anchor": change.anchor,
        "path": change.path,
        "kind": change.kind.value,
        "before": change.before,
        "after": change.after,
        "told": change.told,
    }


def _change_from_json(value: Json) -> SectionChange:
    return SectionChange(
        page=value["page"],
        title=value["title"],
        anchor=value["anchor"],
        path=tuple(value["path"]),
        kind=ChangeKind(value["kind"]),
        before=tuple(value["before"]),
        after=tuple(value["after"]),
        told=value["told"],
    )
