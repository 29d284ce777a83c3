"""The hand-made cues of a body: which aspect the wordings of a section's running text speak for.

A body's folded words enter, each aspect's weight leaves; the wordings come from data/aspects.toml.
Used by `ingest.aspects.bodies`, which decides by them where nothing was learned, and as part of the
evidence elsewhere.
"""

from dataclasses import dataclass

from index.aspect import Aspect
from ingest.aspects.wordings import Found, shipped_vocabulary
from ingest.names import predicate_noun
from ingest.wording import QUESTION_WORDS, Words, words

MIN_CUES = 3.0
"""Weight the cues must reach before they decide, so that a chance word never does."""

MIN_LEAD = 1.25
"""How many times the runner-up's weight the first must have; below that the cues are silent."""

_OPENING_WORDS = 25
_OPENING_WEIGHT = 2.0
# The first sentence says what a section is about; later ones wander.
_SUBJECT_STARTS = 3
_SUBJECT_WEIGHT = 4.0
_GOVERNS = frozenset(words("of for is are may can include depend involve vary"))
# "The prognosis for ...", "Treatment of ...", "Symptoms include ...": what a text opens with and
# says something of is what it is about.
_MOST_COUNTED = 2
# Times that one wording counts: a section that says "test" twenty times is not ten times as sure.
_DEFINITION_WEIGHT = 8.0
_DEFINITION_LEAD = 1.5
# "X is a ..." in the first sentence is how an overview opens, whatever else it goes on to name:
# overviews speak of causes, symptoms and treatment in passing, so it leads the heaviest of them.
_SUBJECT_WORDS = 12
# Words before the verb of a definition, gloss or abbreviation included.
_COPULAS = frozenset({"is", "are"})
_ARTICLES = frozenset({"a", "an", "one", "any"})
_NOT_DEFINING = frozenset(words("symptom sign cause treatment result test factor"))
# "Fatigue is a symptom", "Surgery is a treatment": these place a thing under another aspect.


@dataclass(frozen=True, slots=True)
class Cues:
    """The weight of the cues for each aspect that a body holds, heaviest first.

    ``found`` are the cues, in order of appearance.
    """

    weights: tuple[tuple[Aspect, float], ...]
    found: tuple[Found, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """The different wordings of the heaviest aspect's cues, as the vocabulary has them."""
        heaviest = self.weights[0][0] if self.weights else None
        spoken = (match.wording for match in self.found if match.wording.aspect is heaviest)
        return tuple(dict.fromkeys(" ".join(wording.words) for wording in spoken))

    @property
    def decided(self) -> Aspect | None:
        """The aspect that the body tells clearly enough, or None."""
        if not self.weights or self.weights[0][1] < MIN_CUES:
            return None
        runner_up = self.weights[1][1] if len(self.weights) > 1 else 0.0
        return self.weights[0][0] if self.weights[0][1] >= MIN_LEAD * runner_up else None


def weigh_cues(folded: Words) -> Cues:
    """Weigh the vocabulary's cues in the ``folded`` running text of a section."""
    weights: dict[Aspect, float] = {}
    counted: dict[Words, int] = {}
    found = shipped_vocabulary().body.found_in(folded)
    for match in found:
        wording = match.wording
        times = counted[wording.words] = counted.get(wording.words, 0) + 1
        if times <= _MOST_COUNTED:
            weights[wording.aspect] = weights.get(wording.aspect, 0.0) + _weight(match, folded)
    if _defines(folded):
        heaviest = max(weights.values(), default=0.0)
        weights[Aspect.OVERVIEW] = max(_DEFINITION_WEIGHT, _DEFINITION_LEAD * heaviest)
    ranked = tuple(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])))
    return Cues(ranked, tuple(found))


def _weight(match: Found, text: Words) -> float:
    if match.start < _SUBJECT_STARTS and not _GOVERNS.isdisjoint(text[match.end : match.end + 1]):
        return _SUBJECT_WEIGHT
    return _OPENING_WEIGHT if match.start < _OPENING_WORDS else 1.0


def _defines(text: Words) -> bool:
    """Whether ``text`` opens with a definition: "Sciatica is a kind of pain that ..."."""
    if _COPULAS.isdisjoint(text[1:_SUBJECT_WORDS]) or text[0] in QUESTION_WORDS:
        return False
    for place, word in enumerate(text[1:_SUBJECT_WORDS], start=1):
        if word in _COPULAS and set(text[place + 1 : place + 2]) <= _ARTICLES:
            noun = predicate_noun(text[place + 1 : _OPENING_WORDS])
            return noun is not None and noun not in _NOT_DEFINING
    return False
