"""How far a search goes beyond the words typed: each step is one number here, off at zero.

Pure data. `LITERAL` has all of them off; docs/benchmarks-search.md shows what each is worth.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Understanding:
    """What is understood besides the words themselves.

    Attributes:
        synonym: Share of its weight that a word counts which staff, or a page's abbreviation, say
            means the same as the one asked for. Below 1, so that literal words stand first.
        form: The same where a passage has the word in another form only, not as it was typed: a
            stem is sometimes another word's too ("clinic", "clinical").
        spelling: The same for a word that is spelt apart or together ("fibro myalgia").
        intent: Share added to the score of a passage that is about the aspect asked for ("treated",
            "outlook"). Modest: it decides between passages about the same topic.
        overview: The same for a passage that says what a thing is, where its name and nothing else
            was asked for.
        asking: Share of their weight that the words of intent themselves count beside words that
            name a topic. Of "gabapentin side effects" no passage answers that lacks the former.
        telling: Power of how much a word tells (`telling`), by which its weight is multiplied in
            queries and names; 0 for none. What people write around a question tells nothing.
        reference: Share of its score that a passage keeps that says nothing itself, but lists works
            or notices (`references`).
        correct: Whether a word that stands nowhere is searched for as the one word it can be meant
            for; where not, and where there are several, a correction is only offered.
        best_bets: Whether staff's answers to whole queries stand first.
    """

    synonym: float = 0.0
    form: float = 1.0
    spelling: float = 0.0
    intent: float = 0.0
    overview: float = 0.0
    asking: float = 1.0
    telling: float = 0.0
    reference: float = 1.0
    correct: bool = False
    best_bets: bool = False


LITERAL = Understanding()
"""Words are only what they are."""

FULL = Understanding(
    synonym=0.6,
    form=0.8,
    spelling=0.9,
    intent=0.3,
    overview=0.5,
    asking=0.3,
    telling=0.5,
    reference=0.3,
    correct=True,
    best_bets=True,
)
"""What visitors get."""
