"""The elements around a page's pieces as one table: which stands in which, which pieces each holds.

Pieces enter, a Nesting leaves. The pieces of an element stand in a row, so that whatever is counted
over the pieces in an element is a difference of two sums. For this package only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ingest.formats.html.pieces import Container, Piece


@dataclass(frozen=True, slots=True)
class Nesting:
    """The elements around one page's pieces, in page order, each before those in it.

    An element's place is its index here. ``outer``: for each the place of the one around it, -1 if
    none is. ``starts`` and ``ends``: the indices of its first piece and of the first after it.
    ``innermost``: for each piece the place of the element that it stands in directly, -1 for none.
    """

    containers: Sequence[Container]
    outer: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    innermost: Sequence[int]

    def sums(self, values: Sequence[int]) -> list[int]:
        """Return for each element the sum of ``values``, one a piece, over its pieces."""
        sums = list(accumulate(values, initial=0))
        return [sums[end] - sums[start] for start, end in zip(self.starts, self.ends, strict=True)]

    def under(self, sign: str) -> list[bool]:
        """Return for each piece whether an element around it gives the evidence ``sign``."""
        found: list[bool] = []
        for container, outer in zip(self.containers, self.outer, strict=True):
            found.append(sign in container.evidence or (outer >= 0 and found[outer]))
        return [place >= 0 and found[place] for place in self.innermost]

    def path(self, place: int) -> tuple[int, ...]:
        """Return the places of the elements around the one at ``place`` and its own, outer first.

        Of -1, no element, that is empty.
        """
        path: list[int] = []
        while place >= 0:
            path.append(place)
            place = self.outer[place]
        return tuple(reversed(path))


def nest(pieces: Sequence[Piece]) -> Nesting:
    """Return the table of the elements around ``pieces``, which are in page order."""
    containers: list[Container] = []
    outer: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    innermost: list[int] = []
    open_places = [-1]  # of the elements around, after that of no element
    before: tuple[Container, ...] = ()
    for number, piece in enumerate(pieces):
        path = piece.path
        if path is not before:
            shared = min(len(before), len(path))
            while shared and before[shared - 1] is not path[shared - 1]:
                shared -= 1
            for place in open_places[shared + 1 :]:
                ends[place] = number
            del open_places[shared + 1 :]
            for container in path[shared:]:
                outer.append(open_places[-1])
                open_places.append(len(containers))
                containers.append(container)
                starts.append(number)
                ends.append(len(pieces))
            before = path
        innermost.append(open_places[-1])
    return Nesting(containers, outer, starts, ends, innermost)
