"""A line's words, taken apart once and shared by all that measures lines.

Lines enter, their Words leave. Pure; for the text format only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.text.lines import Line
from ingest.formats.text.wording import STOP_WORDS

PROSE_WORDS = 12
"""Words from which a line reads as prose: 97 % of headings stay under it, most sentences pass."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_TELLING_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one line as written, in lower case, and those that carry its meaning."""

    written: tuple[str, ...]
    lowered: tuple[str, ...]
    telling: frozenset[str]


def take_apart(lines: Sequence[Line]) -> tuple[Words, ...]:
    """Return the words of every line."""
    return tuple(map(_words, lines))


def _words(line: Line) -> Words:
    written = tuple(_WORD.findall(line.text))
    lowered = tuple(map(str.lower, written))
    telling = frozenset(
        word for word in lowered if len(word) >= _TELLING_LETTERS and word not in STOP_WORDS
    )
    return Words(written, lowered, telling)
