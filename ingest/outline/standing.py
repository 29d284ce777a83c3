"""Where a heading can stand, and what speaks for each place: the evidence on levels.

HeadingFacts of one page and the depths that the rules give them enter; for each heading, one row of
numbers a place leaves: below the heading before it, or beside any heading that is open there. For
the level model and its training.

A place is weighed by the heading beside or below which it is, by how the heading there differs
from those that would be its siblings (pages write headings of one level alike, and of another
level otherwise), by what lies between, and by whether the rules would choose it.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from ingest.outline.headings import HeadingFacts, recurring
from ingest.outline.rules import MAX_DEPTH
from ingest.trees import Matrix

_OWN = (
    "words",
    "title_case",
    "question",
    "colon",
    "numbered",
    "empty",
    "general",
    "asks_questions",
    "closing",
    "recurs",
    "times",
    "body_words",
    "has_items",
    "opens_with_item",
    "first_word_times",
    "look_share",
    "listed",
    "indent",
)
_PLACE = (
    "below",
    "steps_up",
    "depth",
    "siblings",
    "headings_since",
    "words_since",
    "series_goes_on",
    "rule_step",
    "rule_agrees",
    "words_shared",
    "follows_number",
    "listed_below_first",
    "listed_below_last",
)
STANDING = (
    *_PLACE,
    *_OWN,
    *(f"{name}_beside" for name in _OWN),
    *(f"{name}_apart" for name in _OWN),
)
"""Names of the numbers, in the order of the columns: of the place, of the heading itself, and how
it differs on the whole from the headings that it would stand beside (or, below one, from that one),
with a sign and without."""

_STARTS = [len(_PLACE) + n * len(_OWN) for n in range(4)]
_PARTS = [slice(start, end) for start, end in pairwise([0, *_STARTS])]
"""The columns of the place, of the heading itself, and of the differences."""

_MOST_BODY, _MOST_SINCE = 400, 2000
"""Words: beyond a section of a page, more tell no more."""

_MOST_INDENT = 40
_SERIES_REACH = 12
"""Headings looked ahead for the rest of a numbered series."""

_MOST_STEP = 2
_LENGTHS, _LENGTH_WORDS = 3, 3


class Standing:
    """The places open to the headings of one page, from the first to the last.

    The headings are put in their places one after the other, as a reader does; what a heading's
    places are depends on where those before it stand.
    """

    def __init__(self, headings: Sequence[HeadingFacts], ruled: Sequence[int]) -> None:
        """Open the page with its first heading at the top; there must be one."""
        self._headings = headings
        self._ruled = ruled
        self._own = _own(headings)
        self._body = list(accumulate((h.looks.body_words for h in headings), initial=0))
        self._words = [frozenset(heading.key) for heading in headings]
        self._path = [0]
        self._siblings: dict[int, list[int]] = {0: [0]}
        self._next = 1

    def evidence(self) -> Matrix:
        """Return a row of STANDING for each place that the next heading can take.

        Row n is the place at depth n + 1; the last one is below the heading before it, unless that
        is as deep as headings go.
        """
        here = self._next
        groups = [self._siblings[place] for place in self._path]
        if len(groups) < MAX_DEPTH:
            groups.append([self._path[-1]])
        among = np.zeros((len(groups), here), dtype=np.float32)
        sizes = np.array([[len(group)] for group in groups])
        for row, group in enumerate(groups):
            among[row, group] = 1
        beside = self._own[here] - self._own[:here]
        evidence = np.empty((len(groups), len(STANDING)), dtype=np.float32)
        place, own, signed, apart = (evidence[:, part] for part in _PARTS)
        place[:] = [self._place(row, group) for row, group in enumerate(groups)]
        own[:] = self._own[here]
        signed[:] = among @ beside / sizes
        apart[:] = among @ np.abs(beside) / sizes
        return evidence

    def take(self, depth: int) -> None:
        """Put the next heading at ``depth``."""
        below = depth > len(self._path)
        siblings = [] if below else self._siblings[self._path[depth - 1]]
        self._siblings[self._next] = [*siblings, self._next]
        self._path[depth - 1 :] = [self._next]
        self._next += 1

    def _place(self, row: int, group: Sequence[int]) -> list[float]:
        """Return the numbers of _PLACE for the place at depth ``row`` + 1, beside ``group``."""
        here, last = self._next, group[-1]
        open_place = self._path[row] if row < len(self._path) else self._path[-1]
        heading, first, latest = (
            self._headings[here],
            self._headings[open_place],
            self._headings[last],
        )
        step = len(self._path) + self._ruled[here] - self._ruled[here - 1] - row - 1
        shared = self._words[last] & self._words[here]
        either = self._words[last] | self._words[here]
        follows = heading.number and latest.number and heading.number.follows(latest.number)
        return [
            row == len(self._path),
            len(self._path) - row,
            row + 1,
            len(group),
            here - last,
            min(self._body[here] - self._body[open_place], _MOST_SINCE),
            self._goes_on(first),
            max(-_MOST_STEP, min(step, _MOST_STEP)),
            step == 0,
            len(shared) / max(len(either), 1),
            bool(follows),
            _listed_below(first, heading),
            _listed_below(latest, heading),
        ]

    def _goes_on(self, first: HeadingFacts) -> bool:
        """Whether the numbered series of ``first`` has more to come after the next heading."""
        if first.number is None:
            return False
        return any(
            heading.number is not None and heading.number.is_written_like(first.number)
            for heading in self._headings[self._next + 1 : self._next + _SERIES_REACH]
        )


def _listed_below(other: HeadingFacts, heading: HeadingFacts) -> int:
    """Return how much deeper a table of contents lists ``heading`` than ``other``."""
    here, there = heading.looks.listed, other.looks.listed
    return here - there if here and there else 0


def _own(headings: Sequence[HeadingFacts]) -> NDArray[np.float32]:
    """Return one row of _OWN a heading."""
    times = Counter(heading.key for heading in headings)
    first_words = Counter(heading.key[:1] for heading in headings)
    looks = [_look(heading) for heading in headings]
    alike = Counter(looks)
    return np.array(
        [
            (
                heading.looks.words,
                heading.looks.title_case,
                heading.question,
                heading.colon,
                heading.number is not None,
                heading.empty,
                heading.general,
                heading.asks_questions,
                heading.closing,
                recurs,
                times[heading.key],
                min(heading.looks.body_words, _MOST_BODY),
                heading.looks.has_items,
                heading.looks.opens_with_item,
                first_words[heading.key[:1]],
                alike[look] / len(headings),
                heading.looks.listed,
                min(heading.looks.indent, _MOST_INDENT),
            )
            for heading, recurs, look in zip(headings, recurring(headings), looks, strict=True)
        ],
        dtype=np.float32,
    )


def _look(heading: HeadingFacts) -> tuple[object, ...]:
    """Return what headings of one level have in common on most pages."""
    return (
        heading.looks.title_case,
        heading.question,
        heading.colon,
        heading.number is not None,
        min(heading.looks.words // _LENGTH_WORDS, _LENGTHS),
        heading.looks.indent,
    )
