"""The stretch of a passage that shows why it was found, with the found words marked.

A passage's text and the written forms of the words asked for enter, SnippetParts leave: plain text,
never markup.
"""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from index.results import SnippetPart

LENGTH = 200
"""Characters of a snippet: two to three lines on a phone, as search engines show."""

_LEAD = 40
"""Characters shown before the first marked word, so that it is read in its sentence."""

_JOINED = ("-", "–", "‑", "/")
"""What two marked words may have between them to be marked as one: "dry-needling"."""

_AFTER_LABEL = re.compile(r":\n")

Span = tuple[int, int]


def snippet_of(text: str, forms: Collection[str]) -> tuple[SnippetPart, ...]:
    """Return about LENGTH characters of ``text`` that have the most of ``forms``, those marked.

    ``forms`` are words in lower case as texts write them. Of equally good stretches the first is
    taken; text without a match is shown from its start. An ellipsis stands where text was left
    out, a middle dot where a line ends inside.
    """
    spans = _spans(text, forms)
    start, end = _stretch(text, spans)
    parts: list[SnippetPart] = [SnippetPart("… ")] if start > 0 else []
    place = start
    for first, last in _marks(text, spans):
        if first >= start and last <= end:
            if first > place:
                parts.append(SnippetPart(_flat(text[place:first])))
            parts.append(SnippetPart(text[first:last], match=True))
            place = last
    if place < end:
        parts.append(SnippetPart(_flat(text[place:end])))
    if end < len(text):
        parts.append(SnippetPart(" …"))
    return _merged(parts)


def _spans(text: str, forms: Collection[str]) -> list[Span]:
    """Return where the ``forms`` stand in ``text`` as whole words, in order."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow in lower case; their places must not
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    spans = []
    for form in forms:
        start = lowered.find(form)
        while start >= 0:
            end = start + len(form)
            if (
                not (start and lowered[start - 1].isalnum())
                and not lowered[end : end + 1].isalnum()
            ):
                spans.append((start, end))
            start = lowered.find(form, end)
    return sorted(spans)


def _stretch(text: str, spans: Sequence[Span]) -> Span:
    """Return where the stretch with the most different words begins and ends."""
    best, best_value, right = 0, (0, 0), 0
    for left, (start, _) in enumerate(spans):
        while right < len(spans) and spans[right][1] <= start + LENGTH - _LEAD:
            right += 1
        inside = {text[first:last].lower() for first, last in spans[left:right]}
        if (value := (len(inside), right - left)) > best_value:
            best, best_value = start, value
    line = text.rfind("\n", 0, best) + 1
    start = line if best - line <= 2 * _LEAD else text.find(" ", best - _LEAD, best) + 1 or best
    end = start + LENGTH
    if end >= len(text):
        return start, len(text)
    cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return start, cut if cut > start else end


def _marks(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the places to mark: words joined by a hyphen are one, overlaps are the longer."""
    marks = list(spans[:1])
    for _, span in pairwise(spans):
        before = marks[-1]
        if span[0] < before[1] or text[before[1] : span[0]] in _JOINED:
            marks[-1] = (before[0], max(before[1], span[1]))
        else:
            marks.append(span)
    return marks


def _flat(text: str) -> str:
    return _AFTER_LABEL.sub(": ", text).replace("\n", " · ")


def _merged(parts: Sequence[SnippetPart]) -> tuple[SnippetPart, ...]:
    """Join neighbours that are not marked."""
    merged: list[SnippetPart] = []
    for part in parts:
        if merged and not part.match and not merged[-1].match:
            merged[-1] = SnippetPart(merged[-1].text + part.text)
        else:
            merged.append(part)
    return tuple(merged)
