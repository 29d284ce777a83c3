"""The stretch of a passage that shows why it was found, with the found words marked.

A passage's text and the stems asked for enter, SnippetParts leave: plain text, never markup.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from index.engines.whoosh.folding import Word, words_of
from index.results import SnippetPart

LENGTH = 200
"""Characters of a snippet: two to three lines on a phone, as search engines show."""

_LEAD = 40
"""Characters shown before the first marked word, so that it is read in its sentence."""

_JOINED = ("-", "–", "‑", "/")
"""What two marked words may have between them to be marked as one: "dry-needling"."""


_AFTER_LABEL = re.compile(r":\n")
_LINE_END = re.compile(r"\n")


def snippet_of(text: str, stems: Collection[str]) -> tuple[SnippetPart, ...]:
    """Return about LENGTH characters of ``text`` that have the most of ``stems``, those marked.

    Of equally good stretches the first is taken; text without a match is shown from its start.
    An ellipsis stands where text was left out, a middle dot where a line ends inside.
    """
    words = words_of(text)
    marked = [word for word in words if word.stem in stems]
    start, end = _stretch(text, words, marked)
    parts: list[SnippetPart] = []
    place = start
    for first, last in _spans(text, marked):
        if first >= start and last <= end:
            parts.append(SnippetPart(_flat(text[place:first])))
            parts.append(SnippetPart(text[first:last], match=True))
            place = last
    parts.append(SnippetPart(_flat(text[place:end])))
    if start > 0:
        parts.insert(0, SnippetPart("… "))
    if end < len(text):
        parts.append(SnippetPart(" …"))
    return tuple(_merged(parts))


def _stretch(text: str, words: Sequence[Word], marked: Sequence[Word]) -> tuple[int, int]:
    """Return where the stretch with the most different stems begins and ends."""
    best, best_value = 0, (-1, -1)
    right = 0
    for left, word in enumerate(marked):
        while right < len(marked) and marked[right].end <= word.start + LENGTH - _LEAD:
            right += 1
        inside = marked[left:right]
        value = (len({found.stem for found in inside}), len(inside))
        if value > best_value:
            best, best_value = word.start, value
    line_start = text.rfind("\n", 0, best) + 1
    start = _word_start(words, max(0, best - _LEAD))
    if best - line_start <= 2 * _LEAD:
        start = line_start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        whole = [word.end for word in words if start < word.end <= end]
        end = whole[-1] if whole else end
    return start, end


def _word_start(words: Sequence[Word], place: int) -> int:
    """Return the start of the first word that begins at ``place`` or after."""
    return next((word.start for word in words if word.start >= place), place) if place else 0


def _spans(text: str, marked: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the places to mark; words joined by a hyphen are one."""
    spans = [(word.start, word.end) for word in marked]
    joined = spans[:1]
    for before, span in pairwise(spans):
        if text[before[1] : span[0]] in _JOINED:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def _flat(text: str) -> str:
    return _LINE_END.sub(" · ", _AFTER_LABEL.sub(": ", text))


def _merged(parts: Sequence[SnippetPart]) -> list[SnippetPart]:
    """Join neighbours of the same kind and drop empty ones."""
    merged: list[SnippetPart] = []
    for part in parts:
        if not part.text:
            continue
        if merged and merged[-1].match == part.match:
            merged[-1] = SnippetPart(merged[-1].text + part.text, part.match)
        else:
            merged.append(part)
    return merged
