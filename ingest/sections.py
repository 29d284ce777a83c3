"""Sections from the heading tree: aspect, condition, topic and breadcrumb of each, and its blocks.

Nodes enter, Sections leave, anchors not yet unique. Used by `ingest.page`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from index.aspect import Aspect
from index.document import Block, Item, ItemList, Paragraph, Section, Table
from index.text import display_heading, slugify
from ingest import blocks as raw
from ingest.anchors import anchor_of
from ingest.aspects import Placement, heading_words, place_heading
from ingest.attribution import NOBODY, Attribution, Attributor, Cue, below_item
from ingest.bodies import BodyEvidence, weigh_body
from ingest.labels import Nested, label_of, lists_in
from ingest.outline import Node
from ingest.topics import is_general, topic_below
from ingest.vocabulary import Vocabulary
from ingest.wording import words

_DASH = (" – ", " — ", " - ")
# Written between a condition's name and what is said of it, where others write a colon.

_PART_OF_TREATMENT = frozenset(
    {Aspect.SELF_CARE, Aspect.PROCEDURE, Aspect.EFFECTS, Aspect.OVERVIEW}
)
# Lifestyle changes, a procedure, "What is cognitive therapy?" below Treatment are treatment still.
_NAMES_A_THING = frozenset({Aspect.TREATMENT, Aspect.PROCEDURE})
# "Surgery" below Causes, "Medications" below Risk factors name a cause and a risk.


@dataclass(frozen=True, slots=True)
class Subject:
    """What the page is about, as far as its sections need it.

    ``names`` are folded, longest first; ``topic`` is set on a page about a treatment.
    """

    title: str
    names: tuple[tuple[str, ...], ...]
    attributor: Attributor
    vocabulary: Vocabulary
    topic: str | None


@dataclass(frozen=True, slots=True)
class _Above:
    """What a section inherits."""

    breadcrumb: tuple[str, ...] = ()
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
    """The sections of a page and the headings that nothing could place."""

    sections: tuple[Section, ...]
    unplaced: tuple[Unplaced, ...]


def build_sections(nodes: Sequence[Node], subject: Subject) -> Built:
    """Return ``nodes`` as sections."""
    unplaced: list[Unplaced] = []
    sections = tuple(_section(node, _Above(), subject, unplaced) for node in nodes)
    return Built(sections, tuple(unplaced))


def _section(node: Node, above: _Above, subject: Subject, unplaced: list[Unplaced]) -> Section:
    heading = node.heading.text if node.heading else subject.title
    breadcrumb = (*above.breadcrumb, display_heading(heading))
    attribution = subject.attributor.of_heading(heading, above.attribution)
    aspect = _aspect(node, heading, above, subject)
    if aspect is None:
        evidence = weigh_body(_text_of(node))
        aspect = evidence.decided or Aspect.OTHER
        if aspect is Aspect.OTHER:
            unplaced.append(Unplaced(heading, node.lines.first, evidence))
    topic = subject.topic or topic_below(heading, above.topic, above.aspect, aspect, subject.names)
    inherited = _Above(breadcrumb, aspect, attribution, topic)
    anchor = anchor_of(breadcrumb)
    return Section(
        anchor=anchor,
        heading=heading,
        aspect=aspect,
        lines=node.lines,
        breadcrumb=breadcrumb,
        conditions=attribution.conditions,
        topic=topic,
        blocks=tuple(_blocks(node.blocks, attribution, anchor, subject)),
        sections=tuple(_section(child, inherited, subject, unplaced) for child in node.below),
    )


def _aspect(node: Node, heading: str, above: _Above, subject: Subject) -> Aspect | None:
    """Return what staff say, else what the heading says, else what stands above, else None."""
    declared = subject.vocabulary.aspects.get(words(display_heading(heading)))
    if declared is not None:
        return declared
    if node.heading is None:
        return Aspect.OVERVIEW
    placement = place_heading(heading, subject.names)
    if placement is not None and not _yields(placement, heading, above.aspect, subject):
        return placement.aspect
    if above.aspect is None and _is_title(heading, subject):
        return Aspect.OVERVIEW
    return above.aspect


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
    return placement.aspect in _NAMES_A_THING and not is_general(heading, subject.names)


def _is_title(heading: str, subject: Subject) -> bool:
    """Whether a heading says nothing but the page's own names, at its top."""
    return set(heading_words(heading, subject.names)) <= {"~", "and", "or", "the"}


def _text_of(node: Node) -> str:
    own = (block.text if isinstance(block, raw.Text | raw.Bullet) else "" for block in node.blocks)
    return " ".join((*own, *(_text_of(child) for child in node.below)))


def _blocks(
    content: Sequence[raw.Block], above: Attribution, anchor: str, subject: Subject
) -> Iterator[Block]:
    """Yield the blocks; a paragraph that is only a condition's label governs the list after it."""
    lead_in: Attribution | None = None
    for is_bullet, run in groupby(content, key=lambda block: isinstance(block, raw.Bullet)):
        if is_bullet:
            bullets = [block for block in run if isinstance(block, raw.Bullet)]
            for items in lists_in(bullets):
                yield _list(items, lead_in or above, anchor, subject)
            continue
        for block in run:
            lead_in = None
            if isinstance(block, raw.Text):
                label = label_of(block.text)
                attribution = subject.attributor.of_item(block.text, label, above)
                yield Paragraph(block.text, attribution.conditions)
                if attribution.cue is Cue.LABEL and label and _is_only(label, block.text):
                    lead_in = attribution
            elif isinstance(block, raw.Grid):
                yield Table(block.header, block.rows)


def _is_only(label: str, text: str) -> bool:
    return words(label) == words(text)


def _list(items: Sequence[Nested], above: Attribution, anchor: str, subject: Subject) -> ItemList:
    built = tuple(_standing(item, above, anchor, subject) for item in items)
    return ItemList(built, items[0].bullet.ordered)


def _standing(nested: Nested, above: Attribution, anchor: str, subject: Subject) -> Item:
    """Return an outermost item, with an anchor if its label is a condition's name."""
    item = _item(nested, above, subject)
    if item.label and subject.attributor.is_condition_label(item.label):
        return replace(item, anchor=f"{anchor}-{slugify(item.conditions[0])}")
    return item


def _item(nested: Nested, above: Attribution, subject: Subject) -> Item:
    text = nested.bullet.text
    label = label_of(text) or _name_as_label(nested, subject)
    own = subject.attributor.of_item(text, label, above)
    below = below_item(own, above)
    return Item(
        text=text,
        label=label,
        conditions=own.conditions,
        items=tuple(_item(child, below, subject) for child in nested.below),
    )


def _name_as_label(nested: Nested, subject: Subject) -> str | None:
    """Return a condition's name that opens an item without a colon ("Gout – pain in a toe")."""
    text = nested.bullet.text
    openings = [text.split(dash, 1)[0] for dash in _DASH if dash in text]
    if nested.below:
        openings.append(text)
    is_name = subject.attributor.is_condition_label
    return next((opening for opening in openings if opening.strip() and is_name(opening)), None)
