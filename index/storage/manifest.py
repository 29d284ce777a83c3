"""The manifest of a generation: what is in it, where each page lies, what every file must be.

A Manifest enters, bytes leave, and the other way round. Imported by the library's own modules only.

The file has two lines of JSON. The first says what the second must be: the format's version, which
is read before anything that may differ from version to version, and the SHA-256 of the second. So
a manifest of another version is told from a damaged one.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from index.codec import site_from_json, site_to_json
from index.document import Condition
from index.lexicon import BestBet, Lexicon, Synonyms
from index.site import SiteFacts
from index.storage.files import Checksum
from index.storage.layout import MANIFEST, Layout, Pointer
from index.storage.packs import Place
from index.summary import GenerationInfo, PageSummary

SCHEMA = 3
"""The version of all that is kept on disk: layout, manifest, and pages as `index.codec` has them.

Whoever changes one of these so that older files are no longer read right adds one here; libraries
written before are then rebuilt by the next ingest.
"""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of a generation: its summary, how many passages it has, where it lies."""

    summary: PageSummary
    passages: int
    place: Place


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that is known of a generation without reading its pages.

    ``entries`` is by slug; ``redirects`` goes from the old slug of a renamed page to its present
    one; ``files`` goes from the path of every other file, relative to the generation's folder and
    with forward slashes, to what that file must be.
    """

    number: int
    created: datetime
    engine: str
    engine_format: str
    site: SiteFacts
    lexicon: Lexicon
    entries: Mapping[str, Entry]
    redirects: Mapping[str, str]
    files: Mapping[str, Checksum]

    @property
    def info(self) -> GenerationInfo:
        """The generation as a whole."""
        return GenerationInfo(
            number=self.number,
            created=self.created,
            page_count=len(self.entries),
            passage_count=sum(entry.passages for entry in self.entries.values()),
            engine=self.engine,
        )


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """A manifest, the content of its file, and the pointer that makes it the live one."""

    manifest: Manifest
    content: bytes
    pointer: Pointer


def encode_manifest(manifest: Manifest) -> ManifestFile:
    """Return the file that holds ``manifest``."""
    value = {
        "number": manifest.number,
        "created": manifest.created.isoformat(),
        "engine": manifest.engine,
        "engine_format": manifest.engine_format,
        "site": site_to_json(manifest.site),
        "lexicon": _lexicon_to_json(manifest.lexicon),
        "redirects": dict(manifest.redirects),
        "files": {name: [known.size, known.sha256] for name, known in manifest.files.items()},
        "pages": [_entry_to_json(entry) for entry in manifest.entries.values()],
    }
    body = json.dumps(value, separators=(",", ":")).encode("ascii")
    digest = hashlib.sha256(body).hexdigest()
    head = json.dumps({"library": SCHEMA, "sha256": digest}).encode("ascii")
    pointer = Pointer(manifest.number, digest)
    return ManifestFile(manifest, b"%b\n%b\n" % (head, body), pointer)


def read_manifest(layout: Layout, number: int) -> ManifestFile:
    """Return the manifest of generation ``number``.

    Raises:
        LibraryOutdatedError: another version of the program has written it.
        LibraryDamagedError: it is missing, cut short or altered.
    """
    path = layout.generation(number) / MANIFEST
    try:
        content = path.read_bytes()
        head, _, body = content.removesuffix(b"\n").partition(b"\n")
        known = json.loads(head)
        schema, digest = known["library"], str(known["sha256"])
        if schema != SCHEMA:
            raise layout.outdated(path, schema, SCHEMA)
        if hashlib.sha256(body).hexdigest() != digest:
            raise layout.damaged(path, "is not as it was written")
        manifest = _manifest_from_json(json.loads(body))
    except OSError as error:
        raise layout.unreadable(path, error) from error
    except (KeyError, TypeError, ValueError) as error:
        raise layout.damaged(path, "is no manifest") from error
    if manifest.number != number:
        raise layout.damaged(path, f"is the manifest of generation {manifest.number}")
    return ManifestFile(manifest, content, Pointer(number, digest))


def read_live_manifest(layout: Layout, pointer: Pointer) -> Manifest:
    """Return the manifest of the generation that ``pointer`` names.

    Raises:
        LibraryOutdatedError: another version of the program has written it.
        LibraryDamagedError: it is damaged, or not the one that ``pointer`` means.
    """
    stored = read_manifest(layout, pointer.number)
    if stored.pointer != pointer:
        raise layout.damaged(layout.pointer, "does not fit the generation it names")
    return stored.manifest


def _manifest_from_json(value: Json) -> Manifest:
    entries = (_entry_from_json(entry) for entry in value["pages"])
    return Manifest(
        number=value["number"],
        created=datetime.fromisoformat(value["created"]).astimezone(UTC),
        engine=value["engine"],
        engine_format=value.get("engine_format", ""),
        site=site_from_json(value["site"]),
        lexicon=_lexicon_from_json(value["lexicon"]),
        entries={entry.summary.slug: entry for entry in entries},
        redirects=value["redirects"],
        files={name: Checksum(size, sha256) for name, (size, sha256) in value["files"].items()},
    )


def _lexicon_to_json(lexicon: Lexicon) -> Json:
    return {
        "synonyms": [[known.terms, known.one_way] for known in lexicon.synonyms],
        "best_bets": [[bet.query, bet.page, bet.anchor] for bet in lexicon.best_bets],
    }


def _lexicon_from_json(value: Json) -> Lexicon:
    return Lexicon(
        tuple(Synonyms(tuple(terms), one_way) for terms, one_way in value["synonyms"]),
        tuple(BestBet(query, page, anchor) for query, page, anchor in value["best_bets"]),
    )


def _entry_to_json(entry: Entry) -> Json:
    summary, place = entry.summary, entry.place
    return {
        "slug": summary.slug,
        "title": summary.title,
        "source": summary.source,
        "content_hash": summary.content_hash,
        "aliases": summary.aliases,
        "category": summary.category,
        "conditions": [[known.name, known.abbreviations] for known in summary.conditions],
        "passages": entry.passages,
        "place": [place.pack, place.offset, place.length, place.crc32],
    }


def _entry_from_json(value: Json) -> Entry:
    summary = PageSummary(
        slug=value["slug"],
        title=value["title"],
        source=value["source"],
        content_hash=value["content_hash"],
        aliases=tuple(value["aliases"]),
        category=value["category"],
        conditions=tuple(Condition(name, tuple(short)) for name, short in value["conditions"]),
    )
    return Entry(summary, value["passages"], Place(*value["place"]))
