"""Stored passages to the arrays of a sidecar: every word analysed once.

The passages of a segment enter, in the order of their document numbers; Arrays leave.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length, length_to_byte

from index.engines.whoosh.folding import Word, words_of
from index.engines.whoosh.records import FIELDS, Stored, encode_record
from index.engines.whoosh.sidecar import Arrays

FIELD_END = " | "
"""Between the fields of a document's running words: no phrase spans it, for "|" is no word."""

_HIGHEST_COUNT = 65_535
"""Highest count of a word in one field of a passage; more of it could not change a score."""


def analyse(passages: Iterable[Stored]) -> Arrays:
    """Return the arrays of ``passages``."""
    analysis = _Analysis()
    for stored in passages:
        analysis.add(stored)
    return analysis.arrays()


class _Analysis:
    """Grows by one document after the other."""

    def __init__(self) -> None:
        self._postings: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        self._forms: Counter[tuple[str, str]] = Counter()
        self._lengths: list[list[float]] = []
        self._bodies: list[bytes] = []
        self._stems: list[bytes] = []
        self._words: list[bytes] = []
        self._records: list[bytes] = []

    def add(self, stored: Stored) -> None:
        """Analyse the next document."""
        document = len(self._bodies)
        running: list[list[Word]] = []
        written: set[tuple[str, str]] = set()
        for field, text in enumerate(stored.record.texts(stored.body)):
            words = words_of(text)
            running.append(words)
            for stem, count in Counter(word.stem for word in words).items():
                self._postings[stem].append((document, field, min(count, _HIGHEST_COUNT)))
            written.update((word.stem, text[word.start : word.end].lower()) for word in words)
        self._forms.update(written)
        self._lengths.append([_stored_length(len(words)) for words in running])
        self._bodies.append(stored.body.encode(errors="replace"))
        self._stems.append(_run(" ".join(word.stem for word in words) for words in running))
        self._words.append(_run(" ".join(word.surface for word in words) for words in running))
        self._records.append(encode_record(stored.record))

    def arrays(self) -> Arrays:
        """Return the arrays of all documents added."""
        terms = sorted(self._postings)
        number_of = {term: number for number, term in enumerate(terms)}
        flat = [posting for term in terms for posting in self._postings[term]]
        columns = np.array(flat, dtype=np.int64).reshape(len(flat), 3)
        sizes = [len(self._postings[term]) for term in terms]
        written = sorted(self._forms)
        term_bytes, term_ends = _joined([term.encode() for term in terms])
        form_bytes, form_ends = _joined([form.encode() for _, form in written])
        body_bytes, body_ends = _joined(self._bodies)
        stem_bytes, stem_ends = _joined(self._stems)
        word_bytes, word_ends = _joined(self._words)
        record_bytes, record_ends = _joined(self._records)
        return Arrays(
            terms=term_bytes,
            term_ends=term_ends,
            posting_ends=np.cumsum(sizes, dtype=np.int64),
            posting_documents=columns[:, 0].astype(np.uint32),
            posting_fields=columns[:, 1].astype(np.uint8),
            posting_counts=columns[:, 2].astype(np.uint16),
            lengths=np.array(self._lengths, np.float32).reshape(len(self._bodies), len(FIELDS)),
            forms=form_bytes,
            form_ends=form_ends,
            form_terms=np.array([number_of[term] for term, _ in written], dtype=np.uint32),
            form_counts=np.array([self._forms[pair] for pair in written], dtype=np.uint32),
            bodies=body_bytes,
            body_ends=body_ends,
            stems=stem_bytes,
            stem_ends=stem_ends,
            words=word_bytes,
            word_ends=word_ends,
            records=record_bytes,
            record_ends=record_ends,
        )


def _stored_length(words: int) -> float:
    """Return a field's length as Whoosh keeps it, in one byte: exact up to about a hundred."""
    return float(byte_to_length(length_to_byte(words))) if words else 0.0


def _run(fields: Iterable[str]) -> bytes:
    return f" {FIELD_END.join(fields)} ".encode()


def _joined(texts: Sequence[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    return (
        np.frombuffer(b"".join(texts), dtype=np.uint8),
        np.cumsum([len(text) for text in texts], dtype=np.int64),
    )
