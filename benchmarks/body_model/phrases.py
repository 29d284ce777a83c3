"""The phrases of a body, of which training chooses those that the model knows.

Folded words enter, phrases leave, as `ingest.aspects.body_model` looks them up.
"""

from collections.abc import Sequence

from ingest.aspects.body_model import OPENING, OPENING_WORDS, READ_WORDS
from ingest.wording import words

_FUNCTION_WORDS = frozenset(
    words(
        "a about after all also am an and any are as at be been before being between both but "
        "by can could did do does doing each for from had has have having he her here hers him "
        "his how i if in into is it its itself just may me might more most much must my no nor "
        "not now of off on one only or other our out over own same she should so some such than "
        "that the their them then there these they this those through to too under up very was "
        "we were what when where which while who whom why will with would you your"
    )
)
# Articles, pronouns, auxiliaries, prepositions, conjunctions: how texts are written, not of what.


def phrases_in(folded: Sequence[str]) -> frozenset[str]:
    """Return the words and pairs of words of a body, those of its opening marked as well.

    Words that only hold sentences together are none, nor are pairs of them.
    """
    phrases = _phrases_of(folded[:READ_WORDS])
    phrases.update([OPENING + phrase for phrase in _phrases_of(folded[:OPENING_WORDS])])
    return frozenset(phrases)


def _phrases_of(folded: Sequence[str]) -> set[str]:
    says = [word not in _FUNCTION_WORDS for word in folded]
    phrases = {word for word, alone in zip(folded, says, strict=True) if alone}
    pairs = zip(folded, folded[1:], says, says[1:], strict=False)
    phrases.update([f"{one} {other}" for one, other, left, right in pairs if left or right])
    return phrases
