"""Words that stand nowhere in the library: what they can be meant for.

A visitor's text and the library's words enter, a Correction leaves. A correction that is not sure
is only offered; a word that is English, known to staff, or formed as a drug's name is no mistake.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.engines.whoosh.english import english_counts
from index.engines.whoosh.folding import STOP_WORDS, Word, stem_of, words_of
from index.engines.whoosh.lexicon import Lexicon
from index.engines.whoosh.memo import Memo
from index.engines.whoosh.nearest import TWO_MISTAKES_SURE, NearestWords, is_sure
from index.engines.whoosh.phrases import Phrases
from index.engines.whoosh.thesaurus import Thesaurus
from index.engines.whoosh.variants import variants_of
from index.query import MAX_QUERY_CHARACTERS

_SHORTEST = 4
"""Letters below which a word is not corrected: too many short words differ in one letter."""

_SHORTEST_VARIANT = 6
"""Letters of a British or American spelling of which the library may have another form: of shorter
ones ("shes" for shoes) the stem is another word's."""

_KEPT = 8_192
"""Words of which other forms and parts are kept: what visitors type consists of the
same few thousand."""

_STOP_STEMS = frozenset(map(stem_of, STOP_WORDS))

_SHORTEST_PART = 3
"""Letters of the parts that a run-together word is taken apart into."""

_PARTINGS = 3
"""Ways to take a word apart that are tried in the texts, those with the most frequent parts."""

MOST_CORRECTED = 4
"""Unknown words of one query that are corrected or taken apart; text with more of them is no query
of this library."""


_MISTAKES_TOGETHER = 1
"""Mistakes, besides the space, that two words may be away from one: more fit by chance."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A whole query with its mistakes mended; ``sure`` where every one has one remedy only."""

    text: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Mended:
    """What to write from ``start`` to ``end`` of a text, and whether nothing else can be meant."""

    text: str
    start: int
    end: int
    sure: bool


class Spelling:
    """What is known of how words are spelt; safe for many threads."""

    def __init__(self, lexicon: Lexicon, thesaurus: Thesaurus, phrases: Phrases) -> None:
        """Take the library's words, what staff say of words, and the phrases there are."""
        self._lexicon = lexicon
        self._thesaurus = thesaurus
        self._phrases = phrases
        self._variants: Memo[str, tuple[str, ...]] = Memo(_KEPT)
        self._apart: Memo[str, str] = Memo(_KEPT)
        self._nearest = NearestWords(lexicon, thesaurus)

    def together(self, left: str, right: str) -> bool:
        """Return whether the library writes two neighbouring folded words as one."""
        return left != right and left + right in self._lexicon.surfaces

    def apart(self, surface: str) -> str:
        """Return ``surface`` as two words that stand in a row somewhere ("dry needling"), or "".

        Of several ways the one whose rarer part is most frequent.
        """
        return self._apart.of(surface, lambda: self._find_apart(surface))

    def _find_apart(self, surface: str) -> str:
        surfaces = self._lexicon.surfaces
        cuts = range(_SHORTEST_PART, len(surface) - _SHORTEST_PART + 1)
        ways = [
            (min(surfaces[surface[:cut]], surfaces[surface[cut:]]), cut)
            for cut in cuts
            if surface[:cut] in surfaces and surface[cut:] in surfaces
        ]
        for _, cut in sorted(ways, reverse=True)[:_PARTINGS]:
            left, right = surface[:cut], surface[cut:]
            if len(self._phrases.documents((stem_of(left), stem_of(right)))):
                return f"{left} {right}"
        return ""

    def knows_all(self, stems: Iterable[str]) -> bool:
        """Return whether each of ``stems`` is that of some word of some passage."""
        known = self._lexicon.stems
        return all(stem in known for stem in stems)

    def variants(self, word: Word) -> tuple[str, ...]:
        """Return the stems of other forms of ``word`` that the library has, each once."""
        return self._variants.of(word.surface, lambda: self._find_variants(word))

    def _find_variants(self, word: Word) -> tuple[str, ...]:
        stems = dict.fromkeys(
            stem_of(form)
            for form in variants_of(word.surface)
            if (form in self._lexicon.surfaces or len(form) >= _SHORTEST_VARIANT)
            and form not in STOP_WORDS
        )
        known = self._lexicon.stems
        return tuple(stem for stem in stems if stem != word.stem and stem in known)

    def is_stop(self, word: Word) -> bool:
        """Return whether ``word`` is too common to be asked for, or has but the stem of such.

        A word that no passage has ("dos", "hes") says nothing by the stem of one that all have.
        """
        return word.surface in STOP_WORDS or (
            word.stem in _STOP_STEMS and word.surface not in self._lexicon.surfaces
        )

    def is_unknown(self, word: Word) -> bool:
        """Return whether no passage has ``word`` or another word of its stem."""
        return word.stem not in self._lexicon.stems

    def correct(self, text: str) -> Correction | None:
        """Return ``text`` with every mistaken word replaced by the nearest one of the library."""
        shortened = text[:MAX_QUERY_CHARACTERS]
        words = words_of(shortened)
        mistaken = [
            number for number, word in enumerate(words) if self._is_mistaken(words, number, word)
        ]
        if not 0 < len(mistaken) <= MOST_CORRECTED:
            return None
        pieces: list[str] = []
        place, sure = 0, True
        for number in mistaken:
            if words[number].start < place:  # mended together with the word before
                continue
            mended = self._mended(words, number, shortened, place)
            if mended is None:
                continue
            sure &= mended.sure
            pieces += [shortened[place : mended.start], mended.text]
            place = mended.end
        pieces.append(shortened[place:])
        corrected = "".join(pieces)
        return Correction(corrected, sure) if corrected != shortened else None

    def _mended(
        self, words: Sequence[Word], number: int, text: str, place: int
    ) -> "_Mended | None":
        """Return what to write for a mistaken word, maybe with a neighbour after ``place``.

        Together if they are a long word so, that is nearer ("sacro illiac").
        """
        word = words[number]
        best, start, end = self._nearest.to(word.surface), word.start, word.end
        spelt = word.surface
        for left, right in pairwise(words[max(number - 1, 0) : number + 2]):
            together = left.surface + right.surface
            if len(together) < TWO_MISTAKES_SURE or left.start < place:
                continue
            if text[left.end : right.start].strip("-\u2010\u2011 "):
                continue  # something else stands between them
            nearest = self._nearest.to(together)
            if nearest is None or nearest.mistakes > _MISTAKES_TOGETHER:
                continue
            if best is None or nearest.mistakes < best.mistakes:
                best, start, end, spelt = nearest, left.start, right.end, together
        if best is None:
            return None
        return _Mended(best.words[0], start, end, is_sure(spelt, best))

    def _is_mistaken(self, words: list[Word], number: int, word: Word) -> bool:
        if not self.is_unknown(word) or len(word.surface) < _SHORTEST or not word.surface.isalpha():
            return False
        if word.surface in STOP_WORDS or self._thesaurus.knows(word.stem) or self.variants(word):
            return False
        if word.surface in english_counts() or self.apart(word.surface):
            return False
        before, after = words[max(number - 1, 0) : number], words[number + 1 : number + 2]
        return not any(
            self.together(left.surface, right.surface)
            for left, right in [*((one, word) for one in before), *((word, one) for one in after)]
        )
