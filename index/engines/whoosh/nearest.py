"""The words of a library that a mistaken one is nearest to, as it is written or as it sounds.

A folded word enters, a Nearest leaves. Read only, shared by all threads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.engines.whoosh.drug_names import is_drug_name
from index.engines.whoosh.folding import stem_of
from index.engines.whoosh.lexicon import Lexicon
from index.engines.whoosh.memo import Memo
from index.engines.whoosh.nearness import Near, compare, farthest
from index.engines.whoosh.sounds import initials_alike
from index.engines.whoosh.thesaurus import Thesaurus
from index.engines.whoosh.variants import variants_of

_SHORTEST_SURE = 5
"""Letters below which a correction is only offered, as Typesense and Algolia have it: four letters
and one mistake fit too many words."""

_TWO_MISTAKES = 7
"""Letters from which two mistakes are allowed, as Typesense has it."""

TWO_MISTAKES_SURE = 8
"""Letters below which two mistakes are only offered, between Typesense's 7 and Meilisearch's 9."""

_FAR_MORE = 10
"""Times as frequent that a word has to be to be offered before one that sounds more alike: how
often a word is meant counts as much as how near it is (Kernighan, Church and Gale, "A spelling
correction program based on a noisy channel model", COLING 1990)."""

_KEPT = 8_192
"""Words of which the nearest are kept: what visitors type consists of the same few thousand."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The words that one may be meant for, the best first, and how far away the nearest is.

    Those that are nearest, and more frequent ones that are no farther as it is written. ``stands``
    tells whether they stand in the library, not in what is said about words alone.
    """

    words: tuple[str, ...]
    mistakes: int
    stands: bool = True


class NearestWords:
    """Finds the nearest words; safe for many threads."""

    def __init__(self, lexicon: Lexicon, thesaurus: Thesaurus) -> None:
        """Take the library's words, and those that lead to them."""
        self._lexicon = lexicon
        self._leading = [word for word in thesaurus.leading if word not in lexicon.surfaces]
        self._nearest: Memo[str, Nearest | None] = Memo(_KEPT)

    def to(self, surface: str) -> Nearest | None:
        """Return what ``surface`` is nearest to.

        The first letter, or the first sound, is taken to be right: mistakes there are rare
        (Yannakoudakis and Fawthrop, "The rules of spelling errors", Information Processing &
        Management 19(2), 1983). Where the library has nothing near, a word that leads to some of it
        ("lumbago", a brand) may be meant.
        """
        return self._nearest.of(surface, lambda: self._find(surface))

    def _find(self, surface: str) -> Nearest | None:
        most = 2 if len(surface) >= _TWO_MISTAKES else 1
        limit, initials = farthest(surface, most), initials_alike(surface)
        counts = self._lexicon.surfaces
        near = _near(surface, self._lexicon.like(len(surface), initials, limit), most)
        if near:
            return _choose(near, counts, stands=True)
        near = _near(surface, [word for word in self._leading if word[0] in initials], most)
        return _choose(near, counts, stands=False) if near else None


def _near(surface: str, words: Sequence[str], most: int) -> list[Near]:
    limit = farthest(surface, most)
    found = extract(surface, words, scorer=OSA.distance, score_cutoff=limit, limit=None)
    return [
        one
        for word, written, _ in found
        if (one := compare(surface, str(word), int(written), most)) is not None
    ]


def _choose(near: list[Near], counts: Mapping[str, int], *, stands: bool) -> Nearest:
    near.sort(key=lambda one: (one.apart, -counts.get(one.word, 0), one.word))
    best = near[0]
    often = counts.get(best.word, 0)
    meant = [one.word for one in near if one.apart == best.apart]
    rivals = [
        one.word for one in near if one.written <= best.written and counts.get(one.word, 0) > often
    ]
    meant += [word for word in rivals if word not in meant]
    meant.sort(key=lambda word: counts.get(word, 0) < _FAR_MORE * often)
    return Nearest(tuple(meant), best.mistakes, stands)


def is_sure(surface: str, nearest: Nearest) -> bool:
    """Return whether ``surface`` can be meant for one word only, no drug in place of another.

    A drug's name is two mistakes from too many others ("prednisilone": prednisone, prednisolone),
    however it sounds; and what the library does not have itself may be the brand of one.
    """
    best = nearest.words[0]
    one = all(
        stem_of(best) in {stem_of(form) for form in (word, *variants_of(word))}
        for word in nearest.words
    )
    shortest = _SHORTEST_SURE if nearest.mistakes <= 1 else TWO_MISTAKES_SURE
    far = OSA.distance(surface, best) > 1
    swapped = is_drug_name(surface) or (far and is_drug_name(best))
    return nearest.stands and one and len(surface) >= shortest and not swapped
