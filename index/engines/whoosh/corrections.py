"""Words that stand nowhere in the library: what they can be meant for.

A visitor's text and the library's words enter, a Correction leaves. A correction that is not sure
is only offered; a word that is English, known to staff, or formed as a drug's name is no mistake.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.engines.whoosh.drug_names import is_drug_name
from index.engines.whoosh.english import english_counts
from index.engines.whoosh.folding import STOP_WORDS, Word, stem_of, words_of
from index.engines.whoosh.lexicon import Lexicon
from index.engines.whoosh.memo import Memo
from index.engines.whoosh.nearness import compare, farthest
from index.engines.whoosh.phrases import Phrases
from index.engines.whoosh.sounds import initials_alike
from index.engines.whoosh.thesaurus import Thesaurus
from index.engines.whoosh.variants import variants_of
from index.query import MAX_QUERY_CHARACTERS

_SHORTEST = 4
"""Letters below which a word is not corrected: too many short words differ in one letter."""

_SHORTEST_SURE = 5
"""Letters below which a correction is only offered, as Typesense and Algolia have it: four letters
and one mistake fit too many words."""

_TWO_MISTAKES = 7
"""Letters from which two mistakes are allowed, as Typesense has it."""

_TWO_MISTAKES_SURE = 8
"""Letters below which two mistakes are only offered, between Typesense's 7 and Meilisearch's 9."""

_FAR_MORE = 10
"""Times as frequent that a word has to be to be offered before one that sounds more alike: how
often a word is meant counts as much as how near it is (Kernighan, Church and Gale, "A spelling
correction program based on a noisy channel model", COLING 1990)."""

_SHORTEST_VARIANT = 6
"""Letters of a British or American spelling of which the library may have another form: of shorter
ones ("shes" for shoes) the stem is another word's."""

_KEPT = 8_192
"""Words of which other forms, parts and nearest words are kept: what visitors type consists of the
same few thousand."""

_SHORTEST_PART = 3
"""Letters of the parts that a run-together word is taken apart into."""

_PARTINGS = 3
"""Ways to take a word apart that are tried in the texts, those with the most frequent parts."""

MOST_CORRECTED = 4
"""Unknown words of one query that are corrected or taken apart; text with more of them is no query
of this library."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A whole query with its mistakes mended; ``sure`` where every one has one remedy only."""

    text: str
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
        self._nearest: Memo[str, _Nearest | None] = Memo(_KEPT)

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

    def is_unknown(self, word: Word) -> bool:
        """Return whether no passage has ``word`` or another word of its stem."""
        return word.stem not in self._lexicon.stems

    def correct(self, text: str) -> Correction | None:
        """Return ``text`` with every mistaken word replaced by the nearest one of the library."""
        shortened = text[:MAX_QUERY_CHARACTERS]
        words = words_of(shortened)
        mistaken = [
            word for number, word in enumerate(words) if self._is_mistaken(words, number, word)
        ]
        if not 0 < len(mistaken) <= MOST_CORRECTED:
            return None
        pieces: list[str] = []
        place, sure = 0, True
        for word in mistaken:
            nearest = self._nearest_to(word.surface)
            if nearest is None:
                continue
            best = nearest.words[0]
            sure &= _is_sure(word.surface, nearest)
            pieces += [shortened[place : word.start], best]
            place = word.end
        pieces.append(shortened[place:])
        corrected = "".join(pieces)
        return Correction(corrected, sure) if corrected != shortened else None

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

    def _nearest_to(self, surface: str) -> "_Nearest | None":
        return self._nearest.of(surface, lambda: self._find_nearest(surface))

    def _find_nearest(self, surface: str) -> "_Nearest | None":
        """Return the library's words nearest to ``surface``, as it is written or as it sounds.

        The first letter, or the first sound, is taken to be right: mistakes there are rare
        (Yannakoudakis and Fawthrop, "The rules of spelling errors", Information Processing &
        Management 19(2), 1983).
        """
        most = 2 if len(surface) >= _TWO_MISTAKES else 1
        limit = farthest(surface, most)
        known = self._lexicon.like(len(surface), initials_alike(surface), limit)
        found = extract(surface, known, scorer=OSA.distance, score_cutoff=limit, limit=None)
        near = [
            one
            for word, written, _ in found
            if (one := compare(surface, str(word), int(written), most)) is not None
        ]
        if not near:
            return None
        counts = self._lexicon.surfaces
        near.sort(key=lambda one: (one.apart, -counts[one.word], one.word))
        best = near[0]
        meant = [one.word for one in near if one.apart == best.apart]
        rivals = [
            one.word
            for one in near
            if one.written <= best.written and counts[one.word] > counts[best.word]
        ]
        meant += [word for word in rivals if word not in meant]
        meant.sort(key=lambda word: counts[word] < _FAR_MORE * counts[best.word])
        return _Nearest(tuple(meant), best.mistakes)


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The words that one may be meant for, the best first, and how far away the nearest is.

    Those that are nearest, and more frequent ones that are no farther as it is written.
    """

    words: tuple[str, ...]
    mistakes: int


def _is_sure(surface: str, nearest: _Nearest) -> bool:
    """Return whether ``surface`` can be meant for one word only, no drug in place of another.

    A drug's name is two mistakes from too many others ("prednisilone": prednisone, prednisolone),
    however it sounds.
    """
    best = nearest.words[0]
    one = all(
        stem_of(best) in {stem_of(form) for form in (word, *variants_of(word))}
        for word in nearest.words
    )
    shortest = _SHORTEST_SURE if nearest.mistakes <= 1 else _TWO_MISTAKES_SURE
    far = OSA.distance(surface, best) > 1
    swapped = is_drug_name(surface) or (far and is_drug_name(best))
    return one and len(surface) >= shortest and not swapped
