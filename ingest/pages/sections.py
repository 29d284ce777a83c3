"""Sections from the heading tree: aspect, condition, topic and breadcrumb of each.

Nodes enter, Sections leave, anchors not yet unique. Used by `ingest.pages.page`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from index.aspect import Aspect
from index.document import LineRange, Section
from index.record import record
from index.text import display_heading
from ingest import blocks as raw
from ingest.aspects.bodies import BodyEvidence, weigh_body
from ingest.aspects.placing import Placement, heading_words, place_heading
from ingest.aspects.topics import is_unspecific, topic_below
from ingest.conditions.attribution import NOBODY, Attribution, Attributor
from ingest.names import names_treatment
from ingest.outline.anchors import anchor_of
from ingest.outline.tree import Node
from ingest.pages.contents import Contents, condition_explanation
from ingest.pages.explanations import Explanation, Matter, Note
from ingest.vocabulary import Vocabulary
from ingest.wording import words

_PART_OF_TREATMENT = frozenset(
    {Aspect.SELF_CARE, Aspect.PROCEDURE, Aspect.EFFECTS, Aspect.OVERVIEW}
)
# Lifestyle changes, a procedure, "What is cognitive therapy?" below Treatment are treatment still.
_SUBTITLE = re.compile(r":\s+|\s+[-–—]\s+")
_NAMES_A_THING = frozenset({Aspect.TREATMENT, Aspect.PROCEDURE})
# "Surgery" below Causes, "Medications" below Risk factors name a cause and a risk.


@dataclass(frozen=True, slots=True)
class Subject:
    """What the page is about, as far as its sections need it.

    ``names`` are folded, longest first; ``topic`` is set on a page about a treatment. ``aspect`` is
    what the title tells of the topic, and with it the text below the title.
    """

    title: str
    names: tuple[tuple[str, ...], ...]
    attributor: Attributor
    vocabulary: Vocabulary
    topic: str | None
    aspect: Aspect = Aspect.OVERVIEW


@record
class _Above:
    """What a section inherits."""

    breadcrumb: tuple[str, ...] = ()
    anchor: str | None = None
    aspect: Aspect | None = None
    attribution: Attribution = NOBODY
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A heading that tells no aspect, and whose parent and body tell none either."""

    heading: str
    line: int
    evidence: BodyEvidence


@dataclass(frozen=True, slots=True)
class Built:
    """The sections of a page, the headings that nothing could place, and why all is as it is."""

    sections: tuple[Section, ...]
    unplaced: tuple[Unplaced, ...]
    notes: tuple[Note, ...]


class AspectCue(Enum):
    """What the aspect of a section rests on."""

    STAFF = "staff vocabulary"
    TITLE = "title of the page"
    HEADING = "heading"
    ABOVE = "section above"
    BODY = "running text"
    NONE = "nothing"


ASPECT_CONFIDENCE = {
    AspectCue.STAFF: 1.0,
    AspectCue.HEADING: 0.99,
    AspectCue.ABOVE: 0.95,
    AspectCue.TITLE: 0.9,
    AspectCue.BODY: 0.83,
    AspectCue.NONE: 0.0,
}
"""How sure each cue is, from 0 to 1. For headings it is the share that was right on a public corpus
of health pages with known aspects, for bodies the same on publishers that nothing was learned from;
the others are ranked between them by reason."""


@record
class _Reading:
    """The aspect of a section, and what it rests on; ``wordings`` spells out the words."""

    aspect: Aspect
    cue: AspectCue
    wordings: Callable[[], tuple[str, ...]] = tuple


def build_sections(nodes: Sequence[Node], subject: Subject) -> Built:
    """Return ``nodes`` as sections."""
    builder = _Builder(subject)
    sections = tuple([builder.section(node, _Above()) for node in nodes])
    return Built(sections, tuple(builder.unplaced), tuple(builder.notes))


class _Builder:
    """Builds the sections of one page, and keeps what is found out on the way."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self.unplaced: list[Unplaced] = []
        self.notes: list[Note] = []

    def section(self, node: Node, above: _Above) -> Section:
        subject = self._subject
        heading = node.heading.text if node.heading else subject.title
        shown = display_heading(heading)
        breadcrumb = (*above.breadcrumb, shown)
        attribution = subject.attributor.of_heading(heading, above.attribution)
        reading = self._read(node, heading, shown, above)
        topic = subject.topic or topic_below(
            heading, above.topic, above.aspect, reading.aspect, subject.names
        )
        lines = node.lines
        self._explain(lines, heading, reading, attribution)
        anchor = anchor_of(shown, above.anchor)
        contents = Contents(subject.attributor, attribution, anchor, self.notes)
        inherited = _Above(breadcrumb, anchor, reading.aspect, attribution, topic)
        return Section(
            anchor=anchor,
            heading=heading,
            aspect=reading.aspect,
            lines=lines,
            breadcrumb=breadcrumb,
            conditions=attribution.conditions,
            topic=topic,
            blocks=contents.blocks(node.blocks),
            sections=tuple([self.section(child, inherited) for child in node.below]),
        )

    def _read(self, node: Node, heading: str, shown: str, above: _Above) -> _Reading:
        declared = self._subject.vocabulary.aspects.get(words(shown))
        if declared is not None:
            return _Reading(declared, AspectCue.STAFF)
        told = _told(node, heading, above, self._subject)
        if told is not None:
            return told
        evidence = weigh_body(_texts_of(node), self._subject.names)
        # What a treatment is, its page says at the top; a later body that describes is part of it.
        if evidence.decided is not None:
            describes_treatment = evidence.decided is Aspect.OVERVIEW and self._subject.topic
            aspect = Aspect.TREATMENT if describes_treatment else evidence.decided
            return _Reading(aspect, AspectCue.BODY, evidence.reasons)
        if above.aspect is Aspect.OTHER:
            return _Reading(Aspect.OTHER, AspectCue.ABOVE)
        self.unplaced.append(Unplaced(heading, node.lines.first, evidence))
        return _Reading(Aspect.OTHER, AspectCue.NONE)

    def _explain(
        self, lines: LineRange, heading: str, reading: _Reading, attribution: Attribution
    ) -> None:
        self.notes.append(partial(_aspect_explanation, lines, heading, reading))
        if attribution.conditions:
            self.notes.append(partial(condition_explanation, lines, heading, attribution))


def _aspect_explanation(lines: LineRange, heading: str, reading: _Reading) -> Explanation:
    wordings = '", "'.join(reading.wordings())
    return Explanation(
        matter=Matter.ASPECT,
        line=lines.first,
        text=heading,
        says=reading.aspect.value,
        cue=f'{reading.cue.value} "{wordings}"' if wordings else reading.cue.value,
        confidence=ASPECT_CONFIDENCE[reading.cue],
    )


def _told(node: Node, heading: str, above: _Above, subject: Subject) -> _Reading | None:
    """Return what the heading says, else what stands above, else None."""
    if node.heading is None:
        return _Reading(subject.aspect, AspectCue.TITLE)
    placement = place_heading(heading, subject.names)
    if placement is not None and not _yields(placement, heading, above.aspect, subject):
        return _Reading(placement.aspect, AspectCue.HEADING, lambda: (placement.wording,))
    if above.aspect is not None and above.aspect is not Aspect.OTHER:
        return _Reading(above.aspect, AspectCue.ABOVE)
    if _is_title(heading, subject):
        return _Reading(Aspect.OVERVIEW, AspectCue.TITLE)
    if subject.topic is not None and above.aspect is None and names_treatment(heading):
        return _Reading(Aspect.PROCEDURE, AspectCue.HEADING)  # "The Implant" on a page about it
    return None


def _yields(placement: Placement, heading: str, above: Aspect | None, subject: Subject) -> bool:
    """Whether what a heading says by itself is part of what stands above it.

    On a page about a treatment a section on it is the page itself, and absorbs nothing.
    """
    if above is None or above is Aspect.OVERVIEW:
        return False
    if placement.weak or above is Aspect.COMPARISON:
        return True
    if above is Aspect.TREATMENT:
        return subject.topic is None and placement.aspect in _PART_OF_TREATMENT
    is_question = heading.rstrip().endswith("?")
    opening = _SUBTITLE.split(heading, maxsplit=1)[0]  # "Treatment: step by step"
    is_a_thing = placement.aspect in _NAMES_A_THING and not is_unspecific(opening, subject.names)
    return is_a_thing and not is_question


def _is_title(heading: str, subject: Subject) -> bool:
    """Whether a heading says nothing but the page's own names, at its top."""
    return set(heading_words(heading, subject.names)) <= {"~", "and", "or", "the"}


def _texts_of(node: Node) -> list[str]:
    blocks = node.blocks
    texts = [block.text for block in blocks if type(block) is raw.Text or type(block) is raw.Bullet]
    for child in node.below:
        texts += _texts_of(child)
    return texts
