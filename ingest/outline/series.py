"""Gaps in a series of numbered headings filled: "Step 2" between "Step 1" and "Step 3".

A page's blocks enter, blocks leave. Used by `ingest.pages.page`.
"""

from collections.abc import Container, Sequence
from dataclasses import replace

from ingest.blocks import Block, Heading, Text
from ingest.outline.numbering import Number, number_of

_LONGEST = 12
"""Words of a heading: on labelled pages, three of a hundred headings have more."""

_NO_HEADING_ENDS = (".", ",", ";", ":")


def with_series_filled(content: Sequence[Block]) -> tuple[Block, ...]:
    """Return ``content`` with paragraphs that a series of numbered headings lacks made headings.

    A paragraph is one if it is as short as a heading and its number, written like theirs, is the
    next before or after one of theirs and none of theirs, and if something stands below that is no
    such paragraph and no heading: in a list of contents numbers stand a second time, and close. On
    232 labelled pages in four dialects all six such paragraphs are headings.
    """
    numbers = {
        number
        for block in content
        if isinstance(block, Heading) and (number := number_of(block.text)) is not None
    }
    if not numbers:
        return tuple(content)
    lacking = {
        place: number
        for place, block in enumerate(content)
        if isinstance(block, Text) and (number := _number_of_short(block.text)) is not None
    }
    candidates: dict[Number, list[int]] = {}
    for place, number in lacking.items():
        below = content[place + 1] if place + 1 < len(content) else None
        if below is not None and place + 1 not in lacking and not isinstance(below, Heading):
            candidates.setdefault(number, []).append(place)
    found = {place for number in _continuing(numbers, candidates) for place in candidates[number]}
    return tuple(
        Heading(block.text, block.lines) if isinstance(block, Text) and place in found else block
        for place, block in enumerate(content)
    )


def _number_of_short(text: str) -> Number | None:
    if text.endswith(_NO_HEADING_ENDS) or len(text.split(None, _LONGEST)) > _LONGEST:
        return None
    return number_of(text)


def _continuing(known: set[Number], candidates: Container[Number]) -> set[Number]:
    """Return those of ``candidates`` that continue ``known``, and those that continue these."""
    found: set[Number] = set()
    ends = [*known]
    while ends:
        for number in _beside(ends.pop()):
            if number in candidates and number not in known and number not in found:
                found.add(number)
                ends.append(number)
    return found


def _beside(number: Number) -> tuple[Number, Number]:
    *above, last = number.parts
    return replace(number, parts=(*above, last - 1)), replace(number, parts=(*above, last + 1))
