"""Where a heading can stand, and what speaks for each place: the evidence on levels.

HeadingFacts of one page and the depths that the rules give them enter; for each heading, one column
of numbers a place leaves: below the heading before it, or beside any heading that is open there.
For the level model and its training.

A place is weighed by the heading beside or below which it is, by how the heading there differs
from those that would be its siblings (pages write headings of one level alike, and of another
level otherwise), by what lies between, and by whether the rules would choose it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ingest.outline.headings import HeadingFacts
from ingest.outline.looks import OWN, numbers_of
from ingest.outline.rules import MAX_DEPTH
from ingest.trees import Matrix

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
    *OWN,
    *(f"{name}_beside" for name in OWN),
    *(f"{name}_apart" for name in OWN),
)
"""Names of the numbers, in the order of the rows: of the place, of the heading itself, and how
it differs on the whole from the headings that it would stand beside (or, below one, from that one),
with a sign and without."""

_ITSELF = slice(len(_PLACE), len(_PLACE) + len(OWN))
_APART = slice(_ITSELF.stop, len(STANDING))
"""The rows of the heading itself, and of the differences with a sign and without."""

_MOST_SINCE = 2000
"""Words between two headings: beyond, more tell no more."""

_SERIES_REACH = 12
"""Headings looked ahead for the rest of a numbered series."""

_MOST_STEP = 2


@dataclass(frozen=True, slots=True)
class Ahead:
    """The places open to the next headings of a page, if all before them stand as expected.

    ``evidence`` (STANDING, places): the places of the next heading, from the top down, then those
    of the one after it, and so on; the last of each is below the heading before it, unless that is
    as deep as headings go. ``counts``: how many places each heading has. ``expected``: at which
    depth each stands if it is to the heading before it as the rules say.
    """

    evidence: Matrix
    counts: Sequence[int]
    expected: Sequence[int]


class Standing:
    """The places open to the headings of one page, from the first to the last.

    The headings are put in their places one after the other, as a reader does; what a heading's
    places are depends on where those before it stand.
    """

    def __init__(self, headings: Sequence[HeadingFacts], ruled: Sequence[int]) -> None:
        """Open the page with its first heading at the top; there must be one."""
        self._steps = [0, *(depth - before for before, depth in pairwise(ruled))]
        self._own = numbers_of(headings)
        self._body = np.cumsum([0, *[heading.looks.body_words for heading in headings]])
        self._listed = np.array([heading.looks.listed for heading in headings])
        self._words = [frozenset(heading.key) for heading in headings]
        self._sizes = np.array([len(words) for words in self._words])
        self._numbers = {
            place: heading.number
            for place, heading in enumerate(headings)
            if heading.number is not None
        }
        self._path = [0]
        self._groups = [[place] for place in range(len(headings))]
        # A heading and its siblings before it, once it stands among them.
        self._next = 1

    def look_ahead(self, most: int) -> Ahead:
        """Return the evidence on the next headings, ``most`` of them; one at least must be left."""
        path = self._path.copy()
        heads: list[int] = []
        opened: list[int] = []
        depths: list[int] = []
        deepest: list[int] = []
        ruled: list[int] = []
        groups: list[Sequence[int]] = []
        counts: list[int] = []
        expected: list[int] = []
        for here in range(self._next, min(self._next + most, len(self._groups))):
            open_now = [*path, path[-1]][:MAX_DEPTH]
            count, depth = len(open_now), len(path) + self._steps[here]
            heads += [here] * count
            opened += open_now
            depths += range(1, count + 1)
            deepest += [len(path)] * count
            ruled += [depth] * count
            groups += [self._groups[place] for place in path]
            if count > len(path):
                groups.append(path[-1:])
            counts.append(count)
            expected.append(max(1, min(depth, count)))
            self._put(path, here, expected[-1])
        evidence = self._evidence(np.array([heads, opened, depths, deepest, ruled]), groups)
        return Ahead(evidence, counts, expected)

    def take(self, depth: int) -> None:
        """Put the next heading at ``depth``."""
        self._put(self._path, self._next, depth)
        self._next += 1

    def _put(self, path: list[int], place: int, depth: int) -> None:
        """Put the heading at ``place`` at ``depth``, beside or below one of the open ``path``."""
        siblings = self._groups[path[depth - 1]] if depth <= len(path) else []
        self._groups[place] = [*siblings, place]
        path[depth - 1 :] = [place]

    def _evidence(self, places: NDArray[np.intp], groups: Sequence[Sequence[int]]) -> Matrix:
        """Return the evidence on ``places``, a column each.

        Args:
            places: the heading, the open one beside or below which it would stand, at which depth,
                the depth of the heading before it, and the depth that the rules expect.
            groups: that open heading and, beside it, its siblings.
        """
        here, opened, depth, deepest, ruled = places
        size = np.array([len(group) for group in groups])
        listed, other_listed = self._listed[here], self._listed[opened]
        listed_below = (listed - other_listed) * ((listed > 0) & (other_listed > 0))
        step = ruled - depth
        pairs = list(zip(here.tolist(), opened.tolist(), strict=True))
        shared = np.array([len(self._words[one] & self._words[other]) for one, other in pairs])
        follows = [self._follows(*pair) for pair in pairs] if self._numbers else 0
        goes_on = [self._goes_on(*pair) for pair in pairs] if self._numbers else 0
        evidence = np.empty((len(STANDING), len(groups)), dtype=np.float32)
        of_place: tuple[ArrayLike, ...] = (
            depth > deepest,
            deepest + 1 - depth,
            depth,
            size,
            here - opened,
            np.minimum(self._body[here] - self._body[opened], _MOST_SINCE),
            goes_on,
            np.minimum(np.maximum(step, -_MOST_STEP), _MOST_STEP),
            step == 0,
            shared / np.maximum(self._sizes[here] + self._sizes[opened] - shared, 1),
            follows,
            listed_below,
            listed_below,
        )
        for row, numbers in zip(evidence, of_place, strict=False):
            row[:] = numbers
        evidence[_ITSELF] = self._own.take(here, axis=0).T
        members = np.fromiter(chain.from_iterable(groups), dtype=np.intp)
        apart = self._own.take(here.repeat(size), axis=0) - self._own.take(members, axis=0)
        both = np.concatenate([apart, np.abs(apart)], axis=1)
        evidence[_APART] = (np.add.reduceat(both, size.cumsum() - size) / size[:, None]).T
        return evidence

    def _follows(self, here: int, other: int) -> bool:
        """Whether the number of one heading continues the other's series."""
        number, earlier = self._numbers.get(here), self._numbers.get(other)
        return number is not None and earlier is not None and number.follows(earlier)

    def _goes_on(self, here: int, other: int) -> bool:
        """Whether the numbered series of the other heading has more to come after this one."""
        series = self._numbers.get(other)
        return series is not None and any(
            here < place < here + _SERIES_REACH and later.is_written_like(series)
            for place, later in self._numbers.items()
        )
