"""Did you mean: whole queries to suggest where a word stands nowhere in the library.

A visitor's text and the library's words enter, queries leave. Only suggested, never done silently:
a drug's name must not become another's.
"""

from collections.abc import Mapping

from whoosh.searching import Searcher

from index.engines.whoosh.folding import STOP_WORDS, Word, words_of
from index.query import MAX_QUERY_CHARACTERS

_SHORTEST = 4
"""Letters below which a word is not corrected: too many short words differ in one letter."""

_TWO_MISTAKES = 8
"""Letters from which two mistakes are allowed, as Meilisearch and Typesense have it (there 9 and
7): one mistake in eight letters and two in sixteen are equally likely to be the same word."""

_SHORTEST_PART = 3
"""Letters of the parts a run-together word is taken apart into."""


def correct(searcher: Searcher, text: str, surfaces: Mapping[str, int]) -> tuple[str, ...]:
    """Return at most one corrected ``text``: every word that is nowhere replaced by one that is.

    ``surfaces`` maps the library's folded words to how many passages have them.
    """
    shortened = text[:MAX_QUERY_CHARACTERS]
    words = words_of(shortened)
    pieces: list[str] = []
    place, skip, changed = 0, False, False
    for number, word in enumerate(words):
        if skip:
            skip = False
            continue
        following = words[number + 1] if number + 1 < len(words) else None
        better, end = word.surface, word.end
        if _unknown(word, surfaces) or (following and _unknown(following, surfaces)):
            joined = word.surface + following.surface if following else ""
            if following and joined in surfaces:
                better, end, skip = joined, following.end, True
            elif _unknown(word, surfaces):
                better = _parted(word.surface, surfaces) or _nearest(searcher, word, surfaces)
        if better != word.surface:
            changed = True
            pieces += [shortened[place : word.start], better]
        else:
            pieces.append(shortened[place:end])
        place = end
    pieces.append(shortened[place:])
    return ("".join(pieces),) if changed else ()


def _unknown(word: Word, surfaces: Mapping[str, int]) -> bool:
    return word.surface not in surfaces and word.surface not in STOP_WORDS


def _parted(surface: str, surfaces: Mapping[str, int]) -> str:
    """Return ``surface`` as two words of the library ("dryneedling"), or nothing."""
    cuts = range(_SHORTEST_PART, len(surface) - _SHORTEST_PART + 1)
    best = (
        max(
            (min(surfaces.get(surface[:cut], 0), surfaces.get(surface[cut:], 0)), -cut)
            for cut in cuts
        )
        if cuts
        else (0, 0)
    )
    return f"{surface[: -best[1]]} {surface[-best[1] :]}" if best[0] else ""


def _nearest(searcher: Searcher, word: Word, surfaces: Mapping[str, int]) -> str:
    """Return the library's word nearest to ``word``, or ``word`` itself.

    The first letter is taken to be right: mistakes there are rare (Yannakoudakis and Fawthrop,
    "The rules of spelling errors", Information Processing & Management 19(2), 1983).
    """
    surface = word.surface
    if len(surface) < _SHORTEST or not surface.isalpha():
        return surface
    most = 2 if len(surface) >= _TWO_MISTAKES else 1
    for distance in range(1, most + 1):
        found: list[str] = [
            candidate
            for candidate in searcher.reader().terms_within("surface", surface, distance, prefix=1)
            if candidate != surface and candidate in surfaces
        ]
        if found:
            return max(found, key=lambda candidate: (surfaces[candidate], candidate))
    return surface
