"""An index on disk to what searches read: all of it made once, shared by all threads.

A folder enters, an Opened index leaves. Whoosh says which segments there are and which documents
are deleted; everything else is in the sidecars.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.reading import SegmentReader

from index.engines.whoosh import sidecar
from index.engines.whoosh.analysis import analyse
from index.engines.whoosh.bulk import INDEX_NAME
from index.engines.whoosh.collection import Collection
from index.engines.whoosh.completions import Completions
from index.engines.whoosh.corrections import Spelling
from index.engines.whoosh.facet_values import held_values
from index.engines.whoosh.facets import FacetColumn, Facets
from index.engines.whoosh.folding import stem_of
from index.engines.whoosh.intent import askable
from index.engines.whoosh.lexicon import Lexicon
from index.engines.whoosh.matching import Matcher
from index.engines.whoosh.memo import Late
from index.engines.whoosh.names import gather
from index.engines.whoosh.numbering import Numbering, number_documents
from index.engines.whoosh.phrases import Phrases
from index.engines.whoosh.places import Places
from index.engines.whoosh.postings import Numbers
from index.engines.whoosh.prefixes import Prefixes
from index.engines.whoosh.records import decode_shown
from index.engines.whoosh.references import references
from index.engines.whoosh.running import Running
from index.engines.whoosh.schema import stored_passages
from index.engines.whoosh.sidecar import Arrays
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
    """One generation of an index."""

    collection: Collection
    matcher: Matcher
    facets: Facets
    lexicon: Lexicon
    thesaurus: Thesaurus
    spelling: Spelling
    telling: Telling
    completions: Late[Completions]
    records: Texts
    bodies: Texts
    places: Places


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
    numbering = number_documents(arrays, [segment.deleted for segment in segments])
    collection = Collection(arrays, numbering)
    facets = Facets(
        {
            facet: FacetColumn(held_values(arrays, numbering, facet), numbering.count)
            for facet in Facet
        }
    )
    running, lexicon = Running(collection), Lexicon(collection)
    thesaurus = Thesaurus(meanings, lexicon.stems)
    phrases = Phrases(collection, running)
    telling = telling_of(collection, numbering.pages, understanding.telling)
    named_by = telling.lowered(map(stem_of, askable()), understanding.asking)
    records = merge_texts([(one.records, one.record_ends) for one in arrays], numbering)
    return Opened(
        collection=collection,
        matcher=Matcher(
            collection,
            running,
            Terms(collection, phrases, facets),
            gather(named_by, _groups(arrays, numbering)),
            numbering.pages,
            len(numbering.slugs),
            references(collection),
        ),
        facets=facets,
        lexicon=lexicon,
        thesaurus=thesaurus,
        spelling=Spelling(lexicon, thesaurus, phrases),
        telling=telling,
        completions=Late(
            lambda: _completions(records, numbering.count, Prefixes(lexicon, phrases))
        ),
        records=records,
        bodies=merge_texts([(one.bodies, one.body_ends) for one in arrays], numbering),
        places=Places(
            {slug: page for page, slug in enumerate(numbering.slugs)}, numbering, records
        ),
    )


def _completions(records: Texts, count: int, prefixes: Prefixes) -> Completions:
    return Completions(map(decode_shown, records.of(range(count))), prefixes)


def _groups(segments: Sequence[Arrays], numbering: Numbering) -> Numbers:
    """Return the number of the run of passages with the same names that each is of."""
    begins = []
    for one in segments:
        begin = np.zeros(len(one.record_ends), dtype=np.int64)
        begin[np.concatenate(([0], one.name_ends))[:-1]] = 1
        begins.append(begin)
    return np.cumsum(numbering.in_order(begins)) - 1


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
