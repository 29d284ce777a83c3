"""The heading tree: flat blocks to nodes.

A page's content blocks enter, with the wordings that staff overrule; a tree of Nodes leaves. Used
by `ingest.pages.page`. Levels that a format states are kept, skipped ones closed up; where it
states none `ingest.outline.levels` infers them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.document import LineRange
from ingest.blocks import Block, Bullet, Heading, Text
from ingest.outline.facts import Headed, facts_of, part_at_headings
from ingest.outline.levels import closed_up, depths
from ingest.vocabulary import Vocabulary
from ingest.wording import words


@dataclass(frozen=True, slots=True)
class Node:
    """A heading, its own blocks and the nodes below; ``heading`` is None for what precedes all."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    below: tuple["Node", ...] = ()

    lines: LineRange = field(init=False)
    """First to last raw line, all below included."""

    def __post_init__(self) -> None:
        """Span the lines, of which those of the nodes below are known by then."""
        own = [self.heading.lines] if self.heading else []
        spans = [
            *own,
            *[block.lines for block in self.blocks],
            *[node.lines for node in self.below],
        ]
        first = min([span.first for span in spans])
        object.__setattr__(self, "lines", LineRange(first, max([span.last for span in spans])))


def overruled(content: Sequence[Block], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """Return ``content`` with the lines that staff declare headings, or no headings, made so."""
    if not vocabulary.headings and not vocabulary.not_headings:
        return tuple(content)
    return tuple(_overruled(block, vocabulary) for block in content)


def _overruled(block: Block, vocabulary: Vocabulary) -> Block:
    if isinstance(block, Heading) and words(block.text) in vocabulary.not_headings:
        return Text(block.text, block.lines)
    if isinstance(block, Text | Bullet) and words(block.text) in vocabulary.headings:
        return Heading(block.text, block.lines)
    return block


def outline(
    content: Sequence[Block],
    topic_names: Sequence[tuple[str, ...]] = (),
    condition_names: frozenset[tuple[str, ...]] = frozenset(),
    before: Sequence[Block] = (),
) -> tuple[Node, ...]:
    """Return ``content`` as a tree.

    Args:
        content: blocks in page order.
        topic_names: what the page is about, folded, longest first (title, conditions).
        condition_names: the conditions that sub-headings may name, folded.
        before: the furniture above the content: a table of contents may be among it.
    """
    above, headed = part_at_headings(content)
    found = _depths(headed, (*before, *above), topic_names, condition_names)
    later: list[tuple[int, Node]] = []
    for (heading, body), depth in reversed([*zip(headed, found, strict=True)]):
        below: list[Node] = []
        while later and later[-1][0] > depth:
            below.append(later.pop()[1])
        later.append((depth, Node(heading, tuple(body), tuple(below))))
    unheaded = [Node(None, tuple(above))] if above else []
    return (*unheaded, *(node for _, node in reversed(later)))


def _depths(
    headed: Sequence[Headed],
    above: Sequence[Block],
    topic_names: Sequence[tuple[str, ...]],
    condition_names: frozenset[tuple[str, ...]],
) -> tuple[int, ...]:
    """Return the depth of each of the headings, as its format states it or as inferred."""
    stated = [heading.level for heading, _ in headed if heading.level is not None]
    if len(stated) == len(headed):
        return closed_up(stated)
    return depths(facts_of(headed, above, topic_names, condition_names))
