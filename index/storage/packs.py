"""Pages on disk: packs, files of one line of JSON a page, written once and never changed.

Pages enter, Places leave; a Place gives its Page back in one read. Imported by the library's own
modules only.

An update writes one new pack and carries the others over as they are, so that its cost follows the
pages that changed. `packs_to_merge` keeps the packs few and mostly in use, for the price of copying
some of them now and then.
"""

import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from index.codec import page_from_json, page_to_json
from index.document import Page
from index.storage.layout import Layout

GROWTH = 2
"""A pack is at least this many times as large as any newer one, so that a library of n bytes has
at most log2(n) packs: the usual geometric merge policy of log-structured stores (O'Neil et al.,
The Log-Structured Merge-Tree, 1996)."""

LEAST_USED = 0.5
"""A pack of which a smaller share is still in use is merged; at most half of the disk is waste."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies: its pack's file name, the offset and length of its line in bytes.

    ``crc32`` is that of the line: the text of a page is medical, and must be shown as it was
    written or not at all.
    """

    pack: str
    offset: int
    length: int
    crc32: int


@dataclass(frozen=True, slots=True)
class PackUse:
    """How large a pack is, and how much of it is pages still in use; in bytes."""

    pack: str
    size: int
    used: int


def pack_name(number: int) -> str:
    """Return the file name of the pack written with generation ``number``."""
    return f"pages-{number:06d}.jsonl"


def packs_to_merge(packs: Iterable[PackUse], fresh: int) -> frozenset[str]:
    """Return which of ``packs`` are to be copied into a new pack of ``fresh`` bytes so far.

    Those mostly out of use, and from the smallest up all that are less than GROWTH times as large
    as the new pack by then.
    """
    packs = sorted(packs, key=lambda pack: pack.size)
    wasted = [pack for pack in packs if pack.used < pack.size * LEAST_USED]
    merged = {pack.pack for pack in wasted}
    fresh += sum(pack.used for pack in wasted)
    for pack in packs:
        if pack.pack in merged:
            continue
        if pack.size >= GROWTH * fresh:
            break
        merged.add(pack.pack)
        fresh += pack.used
    return frozenset(merged)


class PackWriter:
    """A new pack, written from front to back."""

    def __init__(self, path: Path) -> None:
        """Create the pack at ``path``; its file appears with the first page.

        The methods raise OSError where the pack cannot be written.
        """
        self._path = path
        self._stream: BinaryIO | None = None
        self.size = 0

    def add(self, page: Page) -> Place:
        """Append ``page``."""
        return self.add_line(json.dumps(page_to_json(page), separators=(",", ":")).encode("ascii"))

    def add_line(self, line: bytes) -> Place:
        """Append a page as another pack holds it."""
        if self._stream is None:
            self._stream = self._path.open("xb")
        place = Place(self._path.name, self.size, len(line), zlib.crc32(line))
        self._stream.write(line + b"\n")
        self.size += len(line) + 1
        return place

    def close(self) -> None:
        """Hand all that was added to the system; syncing it to the disk is for the caller."""
        if self._stream is not None:
            self._stream.close()


class PackReader:
    """The packs of one generation, open for reading by many threads at once."""

    def __init__(self, layout: Layout, folder: Path, packs: Iterable[str]) -> None:
        """Open ``packs``, file names in ``folder`` of the library ``layout``.

        Raises:
            LibraryDamagedError: one is missing or cannot be opened.
        """
        self._layout = layout
        self._folder = folder
        self._descriptors: dict[str, int] = {}
        for pack in packs:
            try:
                self._descriptors[pack] = os.open(folder / pack, os.O_RDONLY | os.O_CLOEXEC)
            except OSError as error:
                self.close()
                raise layout.unreadable(folder / pack, error) from error

    def line(self, place: Place) -> bytes:
        """Return the page at ``place`` as the pack holds it.

        Raises:
            LibraryDamagedError: it is not there as it was written.
        """
        path = self._folder / place.pack
        try:
            line = os.pread(self._descriptors[place.pack], place.length, place.offset)
        except OSError as error:
            raise self._layout.unreadable(path, error) from error
        if len(line) != place.length or zlib.crc32(line) != place.crc32:
            raise self._layout.damaged(path, f"is not as it was written at byte {place.offset}")
        return line

    def page(self, place: Place) -> Page:
        """Return the page at ``place``.

        Raises:
            LibraryDamagedError: it is not there as it was written.
        """
        return page_from_json(json.loads(self.line(place)))

    def close(self) -> None:
        """Close the packs; no reading may follow."""
        while self._descriptors:
            _, descriptor = self._descriptors.popitem()
            os.close(descriptor)


@dataclass(frozen=True, slots=True)
class PackedPages:
    """Pages read one by one, as often as wanted, with no more than one of them in memory."""

    reader: PackReader
    places: Sequence[Place]

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self.places)

    def __iter__(self) -> Iterator[Page]:
        """Yield the pages in the order of ``places``."""
        return (self.reader.page(place) for place in self.places)


def pack_uses(places: Iterable[Place], sizes: Mapping[str, int]) -> tuple[PackUse, ...]:
    """Return how the packs of ``sizes`` (name -> bytes) are used by pages at ``places``."""
    used = dict.fromkeys(sizes, 0)
    for place in places:
        used[place.pack] += place.length + 1
    return tuple(PackUse(pack, sizes[pack], used[pack]) for pack in sizes)
