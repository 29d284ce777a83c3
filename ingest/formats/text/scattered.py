"""Lines that end wherever the page's mark-up did, joined again.

Lines as they stand in the raw file enter, Lines as they were written leave. Pure; for the text
format only.

Scripts that take the text out of a saved page often write each piece of it on a line of its own:
a sentence with a link and a word in bold comes as five lines, no line is blank, no bullet is left.
Such a page gives itself away by lines that begin with the comma or full stop of what stands above.
"""

import re
from collections.abc import Container

from ingest.formats.text.lines import Line, Lines
from ingest.formats.wording import STOP_WORDS

_LEAST_CUT_OFF, _LEAST_BROKEN = 2, 3
"""Lines that begin with a mark which closes what stands above; or one, and as many in all with
those above which a sentence breaks off. In 928 dumps of four renderers, and in 150 pages typed or
copied, no page without blank lines has so many; of these dumps with their blank lines taken out
only pages of computer code have."""

_MOST_GAPS = 0.05
"""Share of lines with a blank one above, up to which a page has none (as for crowded pages)."""

_CLOSING = re.compile(r"[,.;:!?)\]’”%](?!\w)")
_OPENING = ("(", "[", "“", "‘")
_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ENDS_WITHIN = re.compile(r"[.!?:;](?:\s|$)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD = 16
"""Characters at the end of a line among which its last word is looked for."""

_UNENDED = (
    "a an and are as be because been between from is of or our than that the their these this was "
    "were which your A An The"
)
_GOING_ON = frozenset(_UNENDED.split())
"""Words that end no line of their own, as "in", "more" and "if" may: "Sign in", "Stop if"."""

_SMALL_GOING_ON = STOP_WORDS | _GOING_ON
"""Those that end none above a line which begins small, or with a figure."""


def join_scattered(lines: Lines) -> Lines:
    """Return ``lines`` with scattered paragraphs joined; other pages unchanged."""
    if not _is_scattered(lines):
        return lines
    joined: list[Line] = []
    pieces: list[str] = []  # of the last of them
    every = [*lines]
    for line, above, below in zip(every, (None, *every), (*every[1:], None), strict=False):
        if above is not None and _goes_on(joined[-1], above, line, below):
            pieces += [_space_between(above.text, line.text), line.text]
            joined[-1] = joined[-1]._replace(last=line.last, underline=line.underline)
        else:
            _close(joined, pieces)
            joined.append(line)
            pieces = [line.text]
    _close(joined, pieces)
    return Lines.of(joined)


def _close(joined: list[Line], pieces: list[str]) -> None:
    if len(pieces) > 1:
        joined[-1] = joined[-1]._replace(text="".join(pieces))


def _is_scattered(lines: Lines) -> bool:
    if len(lines) - lines.gaps.count(0) > _MOST_GAPS * len(lines):
        return False
    cut_off = sum(_CLOSING.match(text) is not None for text in lines.texts)
    if cut_off == 0 or cut_off >= _LEAST_CUT_OFF:
        return cut_off > 0
    broken = sum(_ends_with(text, _GOING_ON) for text in lines.texts)
    return cut_off + broken >= _LEAST_BROKEN


def _goes_on(start: Line, above: Line, line: Line, below: Line | None) -> bool:
    """Whether ``line`` is the rest of what ``start`` began and ``above``, which may be the same,
    went on with."""
    if line.gap or line.marker or line.cells or line.level or start.underline:
        return False
    if _CLOSING.match(line.text):
        return True
    if _ENDED.search(above.text[-4:]):
        return False
    return _breaks_off(above, line) or _is_rest(start, line, below)


def _breaks_off(above: Line, line: Line) -> bool:
    """Whether ``above`` ends as no line does: "See the", "Take care with (", "on" above "it"."""
    if above.text.endswith((",", *_OPENING)):
        return True
    small = _begins_small(line) or line.text[:1].isdecimal()
    return _ends_with(above.text, _SMALL_GOING_ON if small else _GOING_ON)


def _ends_with(text: str, words: Container[str]) -> bool:
    last = _LAST_WORD.search(text[-_LONGEST_WORD:])
    return last is not None and last.group() in words


def _is_rest(start: Line, line: Line, below: Line | None) -> bool:
    """Whether ``line`` begins small, and not as one of a list of items that all do."""
    if not _begins_small(line):
        return False
    if line.text in STOP_WORDS:
        return True
    among_small = _begins_small(start) or (below is not None and _begins_small(below))
    return not among_small or _ENDS_WITHIN.search(line.text) is not None


def _begins_small(line: Line) -> bool:
    return line.text[:1].islower()


def _space_between(text: str, following: str) -> str:
    return "" if _CLOSING.match(following) or text.endswith(_OPENING) else " "
