"""Words that a visitor is still typing: how the library's words go on, or could be meant.

Folded words enter, folded texts leave. Read only, shared by all threads.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.engines.whoosh.folding import STOP_WORDS, stem_of
from index.engines.whoosh.lexicon import Lexicon
from index.engines.whoosh.memo import Memo
from index.engines.whoosh.phrases import Phrases

_SHORTEST = 3
"""Letters of a word from which it is completed; fewer begin half the dictionary."""

_SHORTEST_MENDED = 4
"""Letters from which a mistake is allowed, as in whole words (`corrections`)."""

_TWO_MISTAKES = 8
"""Letters from which two are."""

_TRIED = 24
"""Most frequent words that are tried behind the words before."""

_CONSIDERED = 20
"""Nearest beginnings looked at; the most frequent of the nearest is meant most often."""

_KEPT = 64
"""Initials with lengths whose beginnings are kept for the next visitor."""

_LAST = "\U0010ffff"
"""Behind every letter in order."""


class Prefixes:
    """How the last of some words may go on."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases) -> None:
        """Take the library's words, and which of them stand in a row."""
        self._counts = lexicon.surfaces
        self._words = sorted(word for word in lexicon.surfaces if word.isalpha())
        self._phrases = phrases
        self._kept: Memo[tuple[str, int], dict[str, int]] = Memo(_KEPT)

    def completed(self, typed: Sequence[str]) -> Iterator[str]:
        """Yield ``typed`` with its last word completed, the most frequent first, each stem once.

        Behind other words only what stands there in some text.
        """
        *before, last = typed
        stems: set[str] = set()
        for word in self._beginning_with(last)[:_TRIED]:
            stem = stem_of(word)
            if stem in stems or word == last:
                continue
            stems.add(stem)
            row = [*map(stem_of, before), stem]
            if not before or len(self._phrases.documents(row)):
                yield " ".join([*before, word])

    def mended(self, last: str) -> str:
        """Return the beginning of a word that ``last``, which begins none, may be meant for, or "".

        The first letter is taken to be right, as in whole words.
        """
        if len(last) < _SHORTEST_MENDED or not last.isalpha():
            return ""
        most = 2 if len(last) >= _TWO_MISTAKES else 1
        initial, size = last[0], len(last)
        beginnings = self._kept.of((initial, size), lambda: self._beginnings(initial, size))
        found = extract(
            last, beginnings.keys(), scorer=OSA.distance, score_cutoff=most, limit=_CONSIDERED
        )
        nearest = min(found, key=lambda one: (one[1], -beginnings[one[0]], one[0]), default=None)
        return str(nearest[0]) if nearest else ""

    def _beginnings(self, initial: str, size: int) -> dict[str, int]:
        """Return what words begin with in a letter more or less than ``size``, and how often."""
        beginnings: dict[str, int] = {}
        for word in self._row(initial):
            for end in (size - 1, size, size + 1):
                beginning = word[:end]
                beginnings[beginning] = max(beginnings.get(beginning, 0), self._counts[word])
        return beginnings

    def begins_any(self, last: str) -> bool:
        """Return whether some word of the library begins with ``last``."""
        return bool(self._row(last))

    def _beginning_with(self, last: str) -> list[str]:
        if len(last) < _SHORTEST:
            return []
        telling = [word for word in self._row(last) if word not in STOP_WORDS]
        return sorted(telling, key=lambda word: (-self._counts[word], word))

    def _row(self, prefix: str) -> list[str]:
        """Return the words that begin with ``prefix``, in order."""
        first = bisect_left(self._words, prefix)
        return self._words[first : bisect_left(self._words, prefix + _LAST)]
