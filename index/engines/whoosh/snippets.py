"""The stretch of a passage that shows why it was found, with the found words marked.

A passage's text and where the words asked for stand in it enter, SnippetParts leave: plain text,
never markup.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from index.results import SnippetPart

LENGTH = 200
"""Characters of a snippet: two to three lines on a phone, as search engines show."""

_LEAD = 40
"""Characters shown before the first marked word, so that it is read in its sentence."""

_JOINED = frozenset("-–‑/")
"""What two marked words may have between them to be marked as one: "dry-needling"."""


class Found(NamedTuple):
    """Where found words stand in a text, in its order, and which word each is.

    A word stands from the character ``starts`` to before ``ends``; ``words`` are small numbers.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[int]


def snippet_of(text: str, found: Found) -> tuple[SnippetPart, ...]:
    """Return about LENGTH characters of ``text`` that have the most words, those marked.

    Of equally good stretches the first is taken; text without a match is shown from its start. An
    ellipsis stands where text was left out, a middle dot where a line ends inside.
    """
    start, end = _stretch(text, found)
    starts, ends, _ = found
    has_lines = text.find("\n", start, end) >= 0
    before, place = "… " if start > 0 else "", start
    parts: list[SnippetPart] = []
    number, stop = bisect_left(starts, start), bisect_right(ends, end)
    while number < stop:
        first, last = starts[number], ends[number]
        number += 1
        while number < stop and starts[number] == last + 1 and text[last] in _JOINED:
            last = ends[number]
            number += 1
        if first > place or before:
            between = text[place:first]
            parts.append(SnippetPart(before + (_flat(between) if has_lines else between)))
        parts.append(SnippetPart(text[first:last], True))
        before, place = "", last
    after = " …" if end < len(text) else ""
    if place < end or before or after:
        between = text[place:end]
        parts.append(SnippetPart(before + (_flat(between) if has_lines else between) + after))
    return tuple(parts)


def _stretch(text: str, found: Found) -> tuple[int, int]:
    """Return where the stretch with the most different words begins and ends."""
    start = 0
    if found.starts:
        best = _best_start(found)
        line = text.rfind("\n", 0, best) + 1
        start = line if best - line <= 2 * _LEAD else text.find(" ", best - _LEAD, best) + 1 or best
    end = start + LENGTH
    if end >= len(text):
        return start, len(text)
    cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return start, cut if cut > start else end


def _best_start(found: Found) -> int:
    """Return where the first found word of the best stretch stands: of most different words."""
    starts, ends, words = found.starts, found.ends, found.words
    if ends[-1] <= starts[0] + LENGTH - _LEAD:  # all are inside
        return starts[0]
    different = len(set(words))
    if different == 1:
        return starts[0]
    best, most, right = starts[0], 0, 0
    for left, start in enumerate(starts):
        before, last = right, start + LENGTH - _LEAD
        right = bisect_right(ends, last, right)
        if right == before or right - left <= most:  # nothing new is inside, or too little
            continue
        inside = len(set(words[left:right]))
        if inside > most:
            best, most = start, inside
            if most == different:
                break
    return best


def _flat(text: str) -> str:
    return text.replace(":\n", ": ").replace("\n", " · ")
