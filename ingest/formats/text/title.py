"""Which line is the page's own title.

Lines and the opinions of them enter, the place of the title among them leaves. Pure.
"""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from ingest.formats.text.lines import Line
from ingest.formats.text.regions import Reading
from ingest.formats.text.words import Matrix

_WORD = re.compile(r"[a-z0-9]+")

_LEAST = -2.0
"""Log-odds from which the likeliest line of a page is taken for its title: on pages not trained on
it was right for 111 and wrong for 9 of 136 that show their title."""

_NAMED = 6.0
"""Log-odds for a line that says what the file's name says, word for word: whoever saved the page
named it after its title. Half the words in common give half of it."""


_WRAPPED = 6.0
"""Log-odds for a line that the heading right below it repeats inside a longer wording, above text:
"Neck Pain" over "What is neck pain?" or "Understanding Neck Pain". That is how pages with a title
open; as strong as the file's name."""

_LEAST_LINES = 2
_NAME_WORDS = 8
"""Words up to which a line by itself is a name; a name and a line of text are the least page."""

_TEXT_WORDS = 12
"""Words from which a line is text and neither heading nor menu entry."""


def find_title(lines: Sequence[Line], opinions: Matrix, source: str) -> int | None:
    """Return the place in ``lines`` of the title, or None where the page shows none.

    Args:
        lines: The page's lines, one at least.
        opinions: Log-odds of each being the title, by its looks and surroundings.
        source: The file's path; its name is evidence too.
    """
    name = frozenset(_WORD.findall(PurePosixPath(source).stem.lower()))
    named = re.compile("|".join(map(re.escape, name)) or r"(?!)")
    weights = opinions.tolist()
    texts = [line.text.lower() for line in lines]
    for place, text in enumerate(texts):
        if named.search(text):
            weights[place] += _NAMED * _likeness(text, name)
    words = [text.count(" ") + 1 for text in texts]
    for place in range(len(lines) - 2):
        if words[place + 2] >= _TEXT_WORDS and _is_wrapped(lines[place], lines[place + 1]):
            weights[place] = max(weights[place], weights[place + 1]) + _WRAPPED
    best = max(range(len(lines)), key=weights.__getitem__)
    return best if weights[best] > _LEAST else None


def find_opening_name(lines: Sequence[Line], readings: Sequence[Reading]) -> int | None:
    """Return the place of the name that opens a page without title and headings, if one does.

    A note of a few lines ("Carpal Tunnel", a gap, a sentence) has too little of what the opinions
    go by.
    """
    inside = [place for place, reading in enumerate(readings) if reading is not Reading.FURNITURE]
    if len(inside) < _LEAST_LINES or Reading.HEADING in readings:
        return None
    name, below = (lines[place] for place in inside[:_LEAST_LINES])
    opens = below.gap and not (name.marker or name.cells) and name.text.count(" ") < _NAME_WORDS
    return inside[0] if opens and name.text[-1:].isalnum() else None


def _likeness(text: str, name: frozenset[str]) -> float:
    words = frozenset(_WORD.findall(text))
    return len(words & name) / max(len(words | name), 1)


def _is_wrapped(line: Line, below: Line) -> bool:
    """Whether the heading ``below`` repeats the whole of ``line``."""
    if len(below.text) <= len(line.text) or not below.gap or line.marker or below.marker:
        return False
    inner, outer = (" ".join(_WORD.findall(one.text.lower())) for one in (line, below))
    return bool(inner) and inner != outer and f" {inner} " in f" {outer} "
