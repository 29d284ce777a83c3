"""Where a page's prose stands: shares of words by container, and the core that holds most of it.

Pieces enter, measurements leave. Only where tags mean something are they looked at (``held``,
``edges``), so that pages without any meaning in their tags are measured as well. For this package
only.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import Grid, Heading
from ingest.formats.html.evidence import MARKED
from ingest.formats.html.pieces import Container, Piece
from ingest.formats.html.wording import says

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
    """One page's measurements.

    ``prose``: for each piece its words if it is prose, else 0. ``words`` and
    ``prose_in``: per container, those of all pieces in it. ``core``: the path, outermost first,
    of the smallest container that holds most of the prose; ``wide_core``: nearly all of it.
    ``held``: which of "main" and "article" hold a fair part of the prose, so that it means
    something to stand outside. ``edges``: for each piece, whether it stands in other elements that
    their author marked as furniture than the piece before it.
    """

    prose: tuple[int, ...]
    words: Mapping[Container, int]
    prose_in: Mapping[Container, int]
    core: tuple[Container, ...]
    wide_core: tuple[Container, ...]
    held: tuple[str, ...]
    edges: tuple[bool, ...]

    @property
    def all_words(self) -> int:
        """Words of the whole page."""
        return self.words.get(_PAGE, 0)

    @property
    def all_prose(self) -> int:
        """Words of prose of the whole page."""
        return self.prose_in.get(_PAGE, 0)


_PAGE = Container("", frozenset())
"""Stands for the whole page in the counts."""


def measure(pieces: tuple[Piece, ...]) -> Layout:
    """Return the page's measurements."""
    prose = tuple(_prose_words(piece) for piece in pieces)
    weight = [words + head for words, head in zip(prose, _heads(pieces), strict=True)]
    words: defaultdict[Container, int] = defaultdict(int)
    prose_in: defaultdict[Container, int] = defaultdict(int)
    for piece, prose_words in zip(pieces, prose, strict=True):
        for container in (_PAGE, *piece.path):
            words[container] += piece.words
        if prose_words:
            for container in (_PAGE, *piece.path):
                prose_in[container] += prose_words
    return Layout(
        prose=prose,
        words=words,
        prose_in=prose_in,
        core=_core(pieces, weight, _CORE_SHARE),
        wide_core=_core(pieces, weight, _WIDE_SHARE),
        held=tuple(sign for sign in ("main", "article") if _holds(sign, pieces, prose)),
        edges=_edges(pieces),
    )


def _edges(pieces: tuple[Piece, ...]) -> tuple[bool, ...]:
    marked = [
        frozenset(c for c in piece.path if not MARKED.isdisjoint(c.evidence)) for piece in pieces
    ]
    return (False, *(before != here for before, here in pairwise(marked)))[: len(pieces)]


def _holds(sign: str, pieces: tuple[Piece, ...], prose: tuple[int, ...]) -> bool:
    """Tell whether elements marked ``sign`` hold a fair part of the prose."""
    inside = sum(
        words
        for piece, words in zip(pieces, prose, strict=True)
        if words and any(sign in container.evidence for container in piece.path)
    )
    return inside > _FAIR_SHARE * sum(prose)


def _prose_words(piece: Piece) -> int:
    if isinstance(piece.block, (Heading, Grid)) or piece.words < _PROSE_WORDS:
        return 0
    if piece.linked_words > _PROSE_LINKS * piece.words:
        return 0
    return piece.words if _NOTICES.isdisjoint(says(piece.block.text)) else 0


def _heads(pieces: tuple[Piece, ...]) -> list[int]:
    """Return for each piece the words of prose that it stands for as a heading of text, else 0."""
    return [
        _HEADING_WORDS
        if isinstance(piece.block, Heading) and _is_text(after) and not after.linked_words
        else 0
        for piece, after in pairwise(pieces)
    ] + [0] * bool(pieces)


def _is_text(piece: Piece) -> bool:
    return not isinstance(piece.block, Heading) and piece.words >= _FEWEST_WORDS


def _core(pieces: tuple[Piece, ...], weight: Sequence[int], held: float) -> tuple[Container, ...]:
    """Return the path of the smallest container that holds the share ``held`` of the weight.

    Empty where the weight stands in no common element, or where there is none.
    """
    needed = held * sum(weight)
    if not needed:
        return ()
    inside: defaultdict[Container, int] = defaultdict(int)
    for piece, own in zip(pieces, weight, strict=True):
        if own:
            for container in piece.path:
                inside[container] += own
    best: tuple[Container, ...] = ()
    for piece, own in zip(pieces, weight, strict=True):
        if own:
            for depth in range(len(piece.path), len(best), -1):
                if inside[piece.path[depth - 1]] >= needed:
                    best = piece.path[:depth]
                    break
    return best


def share(part: float, whole: float) -> float:
    """Return ``part`` of ``whole``, 0 of nothing."""
    return part / whole if whole else 0.0
