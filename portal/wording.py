"""Old and new words side by side: which of them stayed, went and came.

The texts that only the old and only the new version has enter; Rewordings leave, each a paragraph
in pieces. The template writes <del> and <ins> around those that went and came.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

ALIKE = 0.5
"""Share of words two paragraphs must have in common to be versions of one, as Git takes files."""

MOST_PAIRS = 100
"""Pairs of paragraphs that are compared word by word; a section of more than ten changed
paragraphs is a new text, and its old and new ones are shown one after the other."""

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Fate(StrEnum):
    """What became of a piece of text; the value is the element that says so, if any."""

    STAYED = ""
    WENT = "del"
    CAME = "ins"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one fate."""

    text: str
    fate: Fate


Rewording = tuple[Piece, ...]
"""One paragraph, old and new, in reading order."""


def rewordings(before: Sequence[str], after: Sequence[str]) -> tuple[Rewording, ...]:
    """Return every paragraph of both once: new versions beside what they were, then what went."""
    pairs = _paired(before, after)
    found = [
        _compared(before[old], text)
        if (old := pairs.get(new)) is not None
        else _all(text, Fate.CAME)
        for new, text in enumerate(after)
    ]
    left = set(range(len(before))) - set(pairs.values())
    return (*found, *(_all(before[old], Fate.WENT) for old in sorted(left)))


def _paired(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return new -> old for the paragraphs that are versions of one, the most alike first."""
    if len(before) * len(after) > MOST_PAIRS:
        return {}
    alike = sorted(
        (
            (-ratio, new, old)
            for new, says in enumerate(after)
            for old, said in enumerate(before)
            if (ratio := SequenceMatcher(None, _words(said), _words(says), False).ratio()) >= ALIKE
        ),
    )
    pairs: dict[int, int] = {}
    for _, new, old in alike:
        if new not in pairs and old not in pairs.values():
            pairs[new] = old
    return pairs


def _compared(said: str, says: str) -> Rewording:
    old, new = _words(said), _words(says)
    return tuple(
        piece
        for _, i1, i2, j1, j2 in SequenceMatcher(None, old, new, False).get_opcodes()
        for piece in _pieces("".join(old[i1:i2]), "".join(new[j1:j2]))
    )


def _pieces(went: str, came: str) -> Iterator[Piece]:
    if went == came:
        yield Piece(went, Fate.STAYED)
        return
    if went:
        yield Piece(went, Fate.WENT)
    if came:
        yield Piece(came, Fate.CAME)


def _all(text: str, fate: Fate) -> Rewording:
    return (Piece(text, fate),)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
