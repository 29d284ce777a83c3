"""Stored passages to the arrays of a sidecar: every spelling analysed once.

The passages of a segment enter, in the order of their document numbers; Arrays leave. Every word
is a number (`tokens`): all counting and sorting is done on arrays.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.folding import stem_of
from index.engines.whoosh.listing import listing_of
from index.engines.whoosh.records import FIELDS, NAMES, TITLE, Stored
from index.engines.whoosh.sidecar import Arrays, join_texts
from index.engines.whoosh.tokens import LONGEST_COUNTED, Integers, Tokenizer, Tokens

_AT_ONCE = 1_024
"""Documents taken apart in one go: a million characters or two, of which there are several copies
meanwhile; more at once is no faster."""


def analyse(passages: Iterable[Stored]) -> Arrays:
    """Return the arrays of ``passages``."""
    tokenizer = Tokenizer()
    chunk: list[str] = []
    texts = _Texts([], [], [], [], [], [])
    for number, stored in enumerate(passages, start=1):
        chunk += stored.texts
        texts.bodies.append(stored.body.encode(errors="replace"))
        texts.records.append(stored.record)
        texts.facets.append(stored.facets)
        texts.pages.append(stored.page)
        texts.titles.append(stored.texts[TITLE])
        texts.names.append(stored.texts[NAMES])
        if number % _AT_ONCE == 0:
            tokenizer.add(chunk)
            chunk = []
    tokenizer.add(chunk)
    return _arrays(tokenizer.tokens(), texts)


@dataclass(frozen=True, slots=True)
class _Texts:
    bodies: list[bytes]
    records: list[bytes]
    facets: list[bytes]
    pages: list[str]
    titles: list[str]
    names: list[str]


def _arrays(tokens: Tokens, texts: _Texts) -> Arrays:
    stems = [stem_of(surface.decode()).encode() for surface in tokens.surfaces]
    terms = sorted(set(stems) - {b""})  # as Whoosh wants them
    number = {b"": -1} | {term: place for place, term in enumerate(terms)}
    surface_terms = np.array([number[stem] for stem in stems], dtype=np.int32)
    postings = _postings(tokens, surface_terms, len(texts.bodies), len(terms))
    term_texts, term_text_ends = join_texts(terms)
    surface_texts, surface_text_ends = join_texts(tokens.surfaces)
    bodies, body_ends = join_texts(texts.bodies)
    records, record_ends = join_texts(texts.records)
    listing = listing_of(texts.pages, texts.titles, texts.names, texts.facets)
    pages, page_text_ends = join_texts(_encoded(listing.pages))
    titles, title_ends = join_texts(_encoded(listing.titles))
    facet_values, facet_value_text_ends = join_texts(_encoded(listing.facet_values))
    return Arrays(
        terms=term_texts,
        term_text_ends=term_text_ends,
        surfaces=surface_texts,
        surface_text_ends=surface_text_ends,
        surface_terms=surface_terms,
        surface_ends=postings.surface_ends,
        surface_documents=postings.surface_documents,
        tokens=tokens.numbers,
        token_ends=tokens.ends,
        starts=tokens.starts,
        widths=tokens.widths,
        posting_ends=postings.ends,
        posting_documents=postings.documents,
        posting_counts=postings.counts,
        position_ends=postings.position_ends,
        positions=postings.positions,
        lengths=postings.lengths,
        bodies=bodies,
        body_ends=body_ends,
        records=records,
        record_ends=record_ends,
        pages=pages,
        page_text_ends=page_text_ends,
        titles=titles,
        title_ends=title_ends,
        page_ends=listing.page_ends,
        name_ends=listing.name_ends,
        facet_values=facet_values,
        facet_value_text_ends=facet_value_text_ends,
        facet_value_ends=listing.facet_value_ends,
        facet_documents=listing.facet_documents,
        facet_held=listing.facet_held,
        facet_ends=listing.facet_ends,
    )


def _encoded(texts: Iterable[str]) -> list[bytes]:
    return [text.encode(errors="replace") for text in texts]


@dataclass(frozen=True, slots=True)
class _Postings:
    ends: NDArray[np.int64]
    documents: NDArray[np.int32]
    counts: NDArray[np.uint16]
    position_ends: NDArray[np.int64]
    positions: NDArray[np.int32]
    lengths: NDArray[np.int32]
    surface_ends: NDArray[np.int64]
    surface_documents: NDArray[np.int32]


def _postings(
    tokens: Tokens, surface_terms: NDArray[np.int32], count: int, terms: int
) -> _Postings:
    columns = len(FIELDS)
    term_of = surface_terms[tokens.numbers]
    places = np.flatnonzero(term_of >= 0).astype(np.int32)
    term_of = term_of[places]
    # Fields are counted through all documents: field f of document d is d * columns + f.
    widths = np.diff(tokens.ends, prepend=0)
    field_of = np.repeat(np.arange(count * columns, dtype=np.int32), widths)[places]
    order = stable_order(term_of)
    field = field_of[order]
    document = field // np.int32(columns)
    position_counts = np.bincount(term_of, minlength=terms)
    position_ends = np.cumsum(position_counts)
    firsts = _firsts(position_ends, document)
    row_sizes = np.diff(firsts, append=len(document))
    rows = np.repeat(np.arange(len(firsts), dtype=np.int32) * np.int32(columns), row_sizes)
    rows += field
    rows -= document * np.int32(columns)
    cells = np.bincount(rows, minlength=len(firsts) * columns)
    np.minimum(cells, LONGEST_COUNTED, out=cells)  # there are many: no copy
    lengths = np.bincount(field_of, minlength=count * columns).reshape(count, columns)
    surface_ends, surface_documents = _surface_documents(
        tokens, places, field_of // np.int32(columns)
    )
    return _Postings(
        ends=np.searchsorted(firsts, position_ends),
        documents=document[firsts],
        counts=cells.astype(np.uint16).reshape(-1, columns),
        position_ends=position_ends,
        positions=places[order],
        lengths=lengths.astype(np.int32),
        surface_ends=surface_ends,
        surface_documents=surface_documents,
    )


def _surface_documents(
    tokens: Tokens, places: Integers, document: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return up to where the documents are that each surface stands in, and those."""
    surface = tokens.numbers[places]
    ends = np.cumsum(np.bincount(surface, minlength=len(tokens.surfaces)))
    ordered = document[stable_order(surface)]
    firsts = _firsts(ends, ordered)
    return np.searchsorted(firsts, ends), ordered[firsts]


def _firsts(ends: Integers, values: Integers) -> Integers:
    """Return where one of the runs up to ``ends`` begins, or a value in it differs from the last.

    Runs may be empty; the last ends with ``values``.
    """
    new = np.zeros(len(values) + 1, dtype=np.bool_)
    new[1:-1] = values[1:] != values[:-1]
    new[0] = True
    new[ends] = True
    return np.flatnonzero(new[:-1])


def stable_order(numbers: Integers) -> Integers:
    """Return the order that sorts ``numbers``, none below 0, equal ones as they stand.

    Half by half: numpy sorts 16-bit numbers by radix, several times as fast as longer ones.
    """
    order = np.argsort(numbers.astype(np.uint16), kind="stable")
    if int(numbers.max(initial=0)) <= np.iinfo(np.uint16).max:
        return order
    high = (numbers >> 16).astype(np.uint16)
    return order[np.argsort(high[order], kind="stable")]
