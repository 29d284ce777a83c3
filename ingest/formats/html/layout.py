"""Where a page's prose stands: shares of words by container, and the core that holds most of it.

Pieces enter, measurements leave. Only where tags mean something are they looked at (``held``,
``edges``), so that pages without any meaning in their tags are measured as well. For this package
only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add

import numpy as np
from numpy.typing import NDArray

from ingest.blocks import Grid, Heading
from ingest.formats.html.evidence import MARKED
from ingest.formats.html.nesting import Nesting, nest
from ingest.formats.html.pieces import Piece
from ingest.formats.html.wording import what_each_says

Column = NDArray[np.float64]
"""A number for each piece of a page."""

_PROSE_WORDS = 12
"""Words from which an unlinked block that holds a sentence counts as prose; menus, titles and
buttons are shorter (density of words is the strongest sign of content on real pages)."""

_PROSE_LINKS = 0.34
"""Linked share of words under which a block can be prose."""

_HEADING_WORDS = 20
"""Words of prose that a heading with text below it stands for when the core is looked for, a
short paragraph: short sections ("Not known yet.") belong to the page as much as its longest part,
and a mass of notes without headings is seldom what a page with headings is about. From 12 to 30
the labelled pages score alike."""

_FEWEST_WORDS = 3
"""Words below which what stands under a heading is a button or a number, no text."""

_NOTICES = frozenset({"says policy", "says copyright", "says subscribe", "says advertisement"})
"""What prose says that is a notice of the site's; a short page's cookie notice may be its longest
paragraph, and would make the whole page, menus and all, the core."""

_CORE_SHARE = 0.6
"""The core is the smallest element that holds this share of the page's prose. More than half, so
that there is one; not nearly all, for comments and long footers hold prose too."""


_WIDE_SHARE = 0.9
"""The wide core is the smallest element that holds this share: all sections of a page whose prose
is spread over several, where the core itself is but the longest of them."""

_FAIR_SHARE = 0.3
"""Share of the prose that ``<main>`` or ``<article>`` must hold for the page to use it rightly."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One page's measurements; elements are known by their places in ``nesting``.

    ``texts``: of each piece. ``said``: for each what its own words say (`wording`). ``prose``: for
    each its words if it is prose, else 0. ``words`` and ``prose_in``: of each element, those of all
    pieces in it.
    ``core``: the path, outermost first, of the smallest element that holds most of the prose;
    ``wide_core``: nearly all of it. ``held``: which of "main" and "article" hold a fair part of the
    prose, so that it means something to stand outside. ``edges``: for each piece, whether it stands
    in other elements that their author marked as furniture than the piece before it.
    """

    nesting: Nesting
    texts: Sequence[str]
    said: Sequence[frozenset[str]]
    prose: Sequence[int]
    words: Sequence[int]
    prose_in: Sequence[int]
    all_words: int
    all_prose: int
    core: tuple[int, ...]
    wide_core: tuple[int, ...]
    held: tuple[str, ...]
    edges: Sequence[bool]


def measure(pieces: Sequence[Piece]) -> Layout:
    """Return the page's measurements."""
    nesting = nest(pieces)
    texts = _texts(pieces)
    said = what_each_says(texts)
    prose = list(map(_prose_words, pieces, said))
    words = [piece.words for piece in pieces]
    weight = list(map(add, prose, _heads(pieces)))
    weight_in = nesting.sums(weight)
    prose_in = nesting.sums(prose)
    return Layout(
        nesting=nesting,
        texts=texts,
        said=said,
        prose=prose,
        words=nesting.sums(words),
        prose_in=prose_in,
        all_words=sum(words),
        all_prose=sum(prose),
        core=_core(nesting, weight_in, _CORE_SHARE * sum(weight)),
        wide_core=_core(nesting, weight_in, _WIDE_SHARE * sum(weight)),
        held=tuple(
            sign
            for sign in ("main", "article")
            if _held(sign, nesting, prose_in) > _FAIR_SHARE * sum(prose)
        ),
        edges=_edges(nesting),
    )


def _texts(pieces: Sequence[Piece]) -> list[str]:
    """Return the pieces' texts; of a table, that of its first row."""
    blocks = [piece.block for piece in pieces]
    return [
        " ".join(block.header or block.rows[0]) if isinstance(block, Grid) else block.text
        for block in blocks
    ]


def _edges(nesting: Nesting) -> list[bool]:
    marked: list[int] = []  # of each element, the place of the innermost marked one around it
    for place, (container, outer) in enumerate(zip(nesting.containers, nesting.outer, strict=True)):
        if not MARKED.isdisjoint(container.evidence):
            marked.append(place)
        else:
            marked.append(marked[outer] if outer >= 0 else -1)
    marked.append(-1)  # of no element, whose place is the last for Python
    return [False, *(marked[one] != marked[other] for one, other in pairwise(nesting.innermost))][
        : len(nesting.innermost)
    ]


def _held(sign: str, nesting: Nesting, prose_in: Sequence[int]) -> int:
    """Return the words of prose in elements marked ``sign``."""
    held = end = 0
    for place, container in enumerate(nesting.containers):
        if sign in container.evidence and nesting.starts[place] >= end:  # in no other such
            held += prose_in[place]
            end = nesting.ends[place]
    return held


def _prose_words(piece: Piece, said: frozenset[str]) -> int:
    if isinstance(piece.block, (Heading, Grid)) or piece.words < _PROSE_WORDS:
        return 0
    if piece.linked_words > _PROSE_LINKS * piece.words:
        return 0
    return piece.words if _NOTICES.isdisjoint(said) else 0


def _heads(pieces: Sequence[Piece]) -> list[int]:
    """Return for each piece the words of prose that it stands for as a heading of text, else 0."""
    return [
        _HEADING_WORDS
        if isinstance(piece.block, Heading) and _is_text(after) and not after.linked_words
        else 0
        for piece, after in pairwise(pieces)
    ] + [0] * bool(pieces)


def _is_text(piece: Piece) -> bool:
    return not isinstance(piece.block, Heading) and piece.words >= _FEWEST_WORDS


def _core(nesting: Nesting, weight_in: Sequence[int], needed: float) -> tuple[int, ...]:
    """Return the path of the smallest element that holds the weight ``needed``, more than half.

    Empty where the weight stands in no common element, or where there is none.
    """
    if not needed:
        return ()
    holding = [place for place, weight in enumerate(weight_in) if weight >= needed]
    return nesting.path(holding[-1]) if holding else ()


def shares(parts: Column, wholes: Column) -> Column:
    """Return each of ``parts`` as a share of its whole, 0 of nothing."""
    return np.divide(parts, wholes, out=np.zeros(len(parts)), where=wholes > 0)
