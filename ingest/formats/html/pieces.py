"""What a page's tree is cut into before anyone decides what is content.

A Piece is one block with where it stands; `walk` makes them, `region` judges them, `assemble`
turns the judged ones into an Extract. For this package only.
"""

from dataclasses import dataclass
from typing import NamedTuple

from ingest.blocks import Block


@dataclass(slots=True, eq=False)
class Container:
    """One element around a piece; two are the same only if they are the same element."""

    name: str
    evidence: frozenset[str]


class Piece(NamedTuple):
    """A block, the elements around it (outermost first), and how its text is set.

    ``words`` counts the block's words, ``linked_words`` those inside links, ``jump_words`` those
    inside links to places on the same page. ``bold``: all of its
    text is set bold. ``shown_lines``: the lines it is shown in, where the page breaks it itself
    (an address; a row of nothing but links, one line each), else empty.
    """

    block: Block
    path: tuple[Container, ...]
    words: int
    linked_words: int = 0
    jump_words: int = 0
    bold: bool = False
    shown_lines: tuple[str, ...] = ()

    def stands_in(self, sign: str) -> bool:
        """Tell whether the element right around it, if there is one, gives this evidence."""
        return any(sign in container.evidence for container in self.path[-1:])
