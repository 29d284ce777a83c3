"""An index on disk to what searches read: all of it made once, shared by all threads.

A folder enters, an Opened index leaves. Whoosh says which segments there are and which documents
are deleted; everything else is in the sidecars.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.reading import SegmentReader

from index.engines.whoosh import sidecar
from index.engines.whoosh.analysis import analyse
from index.engines.whoosh.bulk import INDEX_NAME
from index.engines.whoosh.collection import GONE, Collection
from index.engines.whoosh.completions import Completions
from index.engines.whoosh.corrections import Spelling
from index.engines.whoosh.facets import FacetColumn, Facets
from index.engines.whoosh.folding import stem_of
from index.engines.whoosh.intent import askable, is_reference
from index.engines.whoosh.lexicon import Lexicon
from index.engines.whoosh.matching import Matcher
from index.engines.whoosh.names import gather
from index.engines.whoosh.phrases import Phrases
from index.engines.whoosh.postings import Numbers
from index.engines.whoosh.records import Record, decode_record
from index.engines.whoosh.running import Running
from index.engines.whoosh.schema import stored_passages
from index.engines.whoosh.sidecar import Arrays, texts_in
from index.engines.whoosh.telling import Telling, telling_of
from index.engines.whoosh.terms import Terms
from index.engines.whoosh.texts import Texts, merge_texts
from index.engines.whoosh.thesaurus import Thesaurus
from index.engines.whoosh.understanding import Understanding
from index.lexicon import Lexicon as Meanings
from index.query import Facet

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """One generation of an index; ``places`` goes from page and anchor to the document's number,
    and from a page alone to that of its first."""

    collection: Collection
    matcher: Matcher
    facets: Facets
    lexicon: Lexicon
    thesaurus: Thesaurus
    spelling: Spelling
    telling: Telling
    completions: Completions
    records: Texts
    bodies: Texts
    places: Mapping[tuple[str, str | None], int]


@dataclass(frozen=True, slots=True)
class _Segment:
    arrays: Arrays
    deleted: frozenset[int]


def open_index(folder: Path, meanings: Meanings, understanding: Understanding) -> Opened:
    """Open the index in ``folder``; ``meanings`` is what is said about words.

    Raises:
        whoosh.index.IndexError, OSError, ValueError, KeyError, EOFError: it is not whole.
    """
    segments = _segments(folder)
    arrays = [segment.arrays for segment in segments]
    records, numbering = _numbered(segments)
    collection = Collection(arrays, numbering)
    running, lexicon, thesaurus = Running(collection), Lexicon(collection), Thesaurus(meanings)
    phrases = Phrases(collection, running)
    telling = telling_of(collection, understanding.telling)
    named_by = telling.lowered(map(stem_of, askable()), understanding.asking)
    terms = Terms(collection, phrases, [record.aspect for record in records])
    references = np.array([is_reference(record.heading) for record in records], dtype=np.bool_)
    pages = _counted([list(run) for _, run in groupby(records, key=lambda record: record.page)])
    named = groupby(records, key=lambda record: (record.page, record.names))
    return Opened(
        collection=collection,
        matcher=Matcher(
            collection,
            running,
            terms,
            gather(named_by, _counted([list(run) for _, run in named])),
            np.array(pages, dtype=np.int64),
            max(pages, default=-1) + 1,
            references,
        ),
        facets=Facets(
            {facet: FacetColumn([record.facets[facet] for record in records]) for facet in Facet}
        ),
        lexicon=lexicon,
        thesaurus=thesaurus,
        spelling=Spelling(lexicon, thesaurus, phrases),
        telling=telling,
        completions=Completions(records),
        records=merge_texts([(one.records, one.record_ends) for one in arrays], numbering),
        bodies=merge_texts([(one.bodies, one.body_ends) for one in arrays], numbering),
        places=_places(records),
    )


def _places(records: Sequence[Record]) -> dict[tuple[str, str | None], int]:
    places: dict[tuple[str, str | None], int] = {}
    for number, record in enumerate(records):
        places[record.page, record.anchor] = number
        places.setdefault((record.page, None), number)
    return places


def _segments(folder: Path) -> list[_Segment]:
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
        segments.append(_Segment(arrays, frozenset(segment.deleted_docs())))
    return segments


def _numbered(segments: Sequence[_Segment]) -> tuple[list[Record], list[Numbers]]:
    """Return all records but deleted ones in the order of browsing, and the numbers that gives."""
    found = [
        (decode_record(record, facets), place, number)
        for place, segment in enumerate(segments)
        for number, (record, facets) in enumerate(
            zip(
                texts_in(segment.arrays.records, segment.arrays.record_ends),
                texts_in(segment.arrays.facets, segment.arrays.facet_ends),
                strict=True,
            )
        )
        if number not in segment.deleted
    ]
    found.sort(key=lambda one: (one[0].title.casefold(), one[0].page, one[0].position))
    numbering: list[Numbers] = [
        np.full(len(segment.arrays.record_ends), GONE, dtype=np.int32) for segment in segments
    ]
    for document, (_, place, number) in enumerate(found):
        numbering[place][number] = document
    return [record for record, _, _ in found], numbering


def _counted(runs: Sequence[Sequence[Record]]) -> list[int]:
    return [number for number, run in enumerate(runs) for _ in run]
