"""An index on disk to what searches read: all of it made once, shared by all threads.

A folder enters, an Opened index leaves. Whoosh says which segments there are and which documents
are deleted; everything else is in the sidecars.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.reading import SegmentReader

from index.engines.whoosh import sidecar
from index.engines.whoosh.analysis import analyse
from index.engines.whoosh.bulk import INDEX_NAME
from index.engines.whoosh.collection import Collection, Mask, Segment
from index.engines.whoosh.completions import Completions
from index.engines.whoosh.corrections import Spelling
from index.engines.whoosh.facets import FacetColumn, Facets
from index.engines.whoosh.intent import is_reference
from index.engines.whoosh.lexicon import Lexicon
from index.engines.whoosh.matching import Matcher
from index.engines.whoosh.phrases import Phrases
from index.engines.whoosh.records import Record, decode_record
from index.engines.whoosh.running import Running, Texts
from index.engines.whoosh.schema import stored_passages
from index.engines.whoosh.terms import Terms
from index.engines.whoosh.thesaurus import Thesaurus
from index.lexicon import Lexicon as Meanings
from index.query import Facet

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """One generation of an index: ``order`` is each document's place when browsing;
    ``places`` goes from page and anchor to its number, and from a page alone to its first."""

    collection: Collection
    matcher: Matcher
    facets: Facets
    lexicon: Lexicon
    thesaurus: Thesaurus
    spelling: Spelling
    completions: Completions
    records: Texts
    bodies: Texts
    places: Mapping[tuple[str, str | None], int]
    order: "np.ndarray[tuple[int], np.dtype[np.int64]]"


def open_index(folder: Path, meanings: Meanings) -> Opened:
    """Open the index in ``folder``; ``meanings`` is what is said about words.

    Raises:
        whoosh.index.IndexError, OSError, ValueError, KeyError, EOFError: it is not whole.
    """
    segments = _segments(folder)
    arrays = [segment.arrays for segment in segments]
    collection = Collection(segments)
    bases = collection.bases[:-1].tolist()
    texts = Texts([(part.records, part.record_ends) for part in arrays], bases)
    records = [decode_record(texts.of(number)) for number in range(collection.count)]
    pages = np.array([record.page for record in records])
    starts = np.flatnonzero(np.concatenate(([True], pages[1:] != pages[:-1]))) if records else pages
    by_place = sorted(
        range(len(records)),
        key=lambda number: (
            records[number].title.casefold(),
            records[number].page,
            records[number].position,
        ),
    )
    order = np.zeros(len(records), dtype=np.int64)
    order[by_place] = np.arange(len(records))
    running, lexicon, thesaurus = Running(arrays, bases), Lexicon(arrays), Thesaurus(meanings)
    phrases = Phrases(collection, running)
    terms = Terms(collection, phrases, [record.aspect for record in records], thesaurus.phrases())
    references = np.array([is_reference(record.heading) for record in records], dtype=np.bool_)
    return Opened(
        collection=collection,
        matcher=Matcher(collection, running, terms, starts.astype(np.int64), references),
        facets=Facets(
            {facet: FacetColumn(record.facets[facet] for record in records) for facet in Facet}
        ),
        lexicon=lexicon,
        thesaurus=thesaurus,
        spelling=Spelling(lexicon, thesaurus, phrases),
        completions=Completions(
            record for record, alive in zip(records, collection.alive, strict=True) if alive
        ),
        records=texts,
        bodies=Texts([(part.bodies, part.body_ends) for part in arrays], bases),
        places=_places(records, collection.alive),
        order=order,
    )


def _places(records: Sequence[Record], alive: Mask) -> dict[tuple[str, str | None], int]:
    places: dict[tuple[str, str | None], int] = {}
    for number in np.flatnonzero(alive).tolist():
        record = records[number]
        places[record.page, record.anchor] = number
        first = places.setdefault((record.page, None), number)
        if record.position < records[first].position:
            places[record.page, None] = number
    return places


def _segments(folder: Path) -> list[Segment]:
    segments = []
    storage = FileStorage(str(folder), readonly=True)
    contents = TOC.read(storage, INDEX_NAME)
    for segment in contents.segments:
        name = segment.segment_id()
        arrays = sidecar.load(folder, name)
        if arrays is None:
            _LOGGER.warning("%s: segment %s has no sidecar; made anew in memory", folder, name)
            reader = SegmentReader(storage, contents.schema, segment)
            arrays = analyse(stored_passages(reader))
            reader.close()
        segments.append(Segment(arrays, tuple(segment.deleted_docs())))
    return segments
