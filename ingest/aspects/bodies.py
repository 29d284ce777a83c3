"""Which aspect of its topic a section's running text tells, where its heading says nothing.

A body's text enters, the evidence in it leaves. Used by `ingest.pages.sections`.

Two kinds of evidence: wordings written by hand (`ingest.aspects.cues`), and phrases weighed by a
model learned from sections whose aspect is known (`ingest.aspects.body_model`), to which the cues
are evidence as well. The cues alone decide for aspects that the model was never taught, and where
it is not sure but half agrees. Else the body is silent, as it is where the model knows the text for
something else than a topic of health.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, compress, count

from index.aspect import Aspect
from ingest.aspects.body_model import MOST_REASONS, BodyModel, load_body_model
from ingest.aspects.cues import Cues, weigh_cues
from ingest.aspects.wordings import NAME
from ingest.wording import Words, words

MIN_SHARE = 0.5
"""Probability that an aspect must have before the body tells it: likelier than all others
together."""

MIN_AGREED = 0.2
"""Share of what is not "other" that the model must give to what the cues decide, where it is not
sure itself."""

MAX_OTHER = 0.8
"""Probability from which a body is on another subject than health, whatever the cues: of 1,352
sections of such pages that nothing was learned from, 93 % have more, of the health library's 0.3 %.
The cues alone would decide 20 % of them, so 1.7 %."""

MIN_KNOWN = 12
"""Phrases of a text that the model must know: those of a short sentence, each word of which counts
up to four times (by itself, in pairs, and so again for standing at the beginning)."""


@dataclass(frozen=True, slots=True)
class BodyEvidence:
    """What a body tells.

    ``ranked`` gives how probable each aspect is, "other" included, the likeliest first; ``decided``
    is the aspect that it tells clearly enough, or None; ``reasons`` spells out what it rests on.
    """

    ranked: Callable[[], tuple[tuple[Aspect, float], ...]]
    decided: Aspect | None
    reasons: Callable[[], tuple[str, ...]]

    @property
    def because(self) -> tuple[str, ...]:
        """The phrases that speak most for what is decided, or for the likeliest."""
        return self.reasons()

    @property
    def nearest(self) -> Aspect | None:
        """The likeliest aspect, however unsure; None if the body points to none."""
        likeliest = self.ranked()[0][0]
        return None if likeliest is Aspect.OTHER else likeliest


def weigh_body(texts: Iterable[str], names: Sequence[Words] = ()) -> BodyEvidence:
    """Weigh the running text of a section.

    Args:
        texts: its paragraphs and items in order.
        names: what the page is about, folded, longest first.
    """
    folded = tuple(chain.from_iterable(map(words, texts)))
    return decide(with_names_marked(folded, names), weigh_cues(folded), load_body_model())


def decide(read: Sequence[str], cues: Cues, model: BodyModel) -> BodyEvidence:
    """Decide by the ``cues`` of a body, and what ``model`` knows of the words ``read`` of it."""
    found = model.weigh(read, cues)
    by_phrases = partial(model.reasons, found)
    other = found.of(Aspect.OTHER)
    if other >= MAX_OTHER:
        return BodyEvidence(found.ranked, None, by_phrases)
    told = cues.decided
    by_wordings = partial(_wordings, cues)
    if told is not None and told not in found.aspects:
        return BodyEvidence(partial(_shares, cues), told, by_wordings)
    likeliest, share = found.likeliest
    if len(found.known) >= MIN_KNOWN and share >= MIN_SHARE and likeliest is not Aspect.OTHER:
        return BodyEvidence(found.ranked, likeliest, by_phrases)
    if told is not None and found.of(told) >= MIN_AGREED * (1 - other):
        return BodyEvidence(found.ranked, told, by_wordings)
    return BodyEvidence(found.ranked, None, by_phrases)


def _shares(cues: Cues) -> tuple[tuple[Aspect, float], ...]:
    total = sum(weight for _, weight in cues.weights)
    return tuple((aspect, weight / total) for aspect, weight in cues.weights)


def _wordings(cues: Cues) -> tuple[str, ...]:
    return cues.wordings[:MOST_REASONS]


def with_names_marked(folded: Words, names: Sequence[Words]) -> Words:
    """Return ``folded`` with each of ``names`` as "~": whatever it is, it tells no aspect."""
    openings = {name[0] for name in names if name}
    if openings.isdisjoint(folded):
        return folded
    marked: list[str] = []
    end = 0
    for place in compress(count(), map(openings.__contains__, folded)):
        size = next((len(name) for name in names if _stands_at(folded, place, name)), 0)
        if size and place >= end:
            marked += (*folded[end:place], NAME)
            end = place + size
    return (*marked, *folded[end:])


def _stands_at(folded: Words, place: int, name: Words) -> bool:
    return bool(name) and folded[place : place + len(name)] == name
