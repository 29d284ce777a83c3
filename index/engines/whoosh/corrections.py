"""Did you mean: whole queries to suggest where a word stands nowhere in the library.

A visitor's text and the library's words enter, queries leave. Only suggested, never done silently:
a drug's name must not become another's.
"""

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.engines.whoosh.folding import STOP_WORDS, Word, words_of
from index.engines.whoosh.lexicon import Lexicon
from index.query import MAX_QUERY_CHARACTERS

_SHORTEST = 4
"""Letters below which a word is not corrected: too many short words differ in one letter."""

_TWO_MISTAKES = 8
"""Letters from which two mistakes are allowed, between Typesense's 7 and Meilisearch's 9."""

_SHORTEST_PART = 3
"""Letters of the parts that a run-together word is taken apart into."""

_CONSIDERED = 20
"""Nearest words looked at; the most frequent of the nearest is meant most often."""

_MOST_CORRECTED = 4
"""Words of one query that are corrected; text with more mistakes is no query of this library."""


def correct(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return ``text`` with every word that is nowhere replaced by one that is, or nothing."""
    shortened = text[:MAX_QUERY_CHARACTERS]
    words = words_of(shortened)
    unknown = [word for word in words if _unknown(word, lexicon)]
    if not 0 < len(unknown) <= _MOST_CORRECTED:
        return ()
    pieces: list[str] = []
    place, skip = 0, False
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else None
        if skip:
            skip = False
            continue
        better, end = "", word.end
        if following and (word in unknown or following in unknown):
            joined = word.surface + following.surface
            if joined in lexicon.surfaces:
                better, end, skip = joined, following.end, True
        if not better and word in unknown:
            better = _parted(word.surface, lexicon) or _nearest(word.surface, lexicon)
        if better:
            pieces += [shortened[place : word.start], better]
            place = end
    pieces.append(shortened[place:])
    corrected = "".join(pieces)
    return (corrected,) if corrected != shortened else ()


def _unknown(word: Word, lexicon: Lexicon) -> bool:
    """Return whether no passage has ``word`` or another word of its stem."""
    return word.stem not in lexicon.forms and word.surface not in STOP_WORDS


def _parted(surface: str, lexicon: Lexicon) -> str:
    """Return ``surface`` as two words of the library ("dry needling"), or nothing.

    Of several ways the one whose rarer part is most frequent.
    """
    best, best_count = "", 0
    for cut in range(_SHORTEST_PART, len(surface) - _SHORTEST_PART + 1):
        left, right = surface[:cut], surface[cut:]
        count = min(lexicon.surfaces.get(left, 0), lexicon.surfaces.get(right, 0))
        if count > best_count:
            best, best_count = f"{left} {right}", count
    return best


def _nearest(surface: str, lexicon: Lexicon) -> str:
    """Return the library's word nearest to ``surface``, or nothing.

    Nearness is optimal string alignment: insertions, deletions, substitutions and swaps of
    neighbours, which make up 80 % of misspellings (Damerau, "A technique for computer detection
    and correction of spelling errors", Communications of the ACM 7(3), 1964). The first letter is
    taken to be right: mistakes there are rare (Yannakoudakis and Fawthrop, "The rules of spelling
    errors", Information Processing & Management 19(2), 1983).
    """
    if len(surface) < _SHORTEST or not surface.isalpha():
        return ""
    most = 2 if len(surface) >= _TWO_MISTAKES else 1
    known = lexicon.beginning_with(surface[0])
    found = extract(surface, known, scorer=OSA.distance, score_cutoff=most, limit=_CONSIDERED)
    ranked = [(distance, -lexicon.surfaces[word], word) for word, distance, _ in found]
    return str(min(ranked)[2]) if ranked else ""
