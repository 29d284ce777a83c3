"""What the elements around a piece say of it, by their names and by what else they hold.

A page's layout enters, named numbers leave. For `features` only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.formats.html.layout import Column, Layout, shares

_WHOLE = 0.5
"""An element around more than this share of the page's words says nothing of their purpose: it is
the page's own frame ("page-with-sidebar")."""

_MUCH = 1 / 3
"""Nor does one around more than this share of its prose, whatever its class is called."""

_FRAMES = frozenset({"main", "article", "content words"})
"""Evidence that holds however much of the page the element takes."""

_SURROUNDINGS = 30
"""Words that the element around a piece must hold to tell more than the piece itself."""

_FAR = 10
"""Levels of nesting outside the core from which further ones tell nothing more."""


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """What one element and those around it say; elements that add nothing share one.

    ``outside`` and ``inside`` is the evidence of elements around the core of the page's prose and
    within it: a "header" around it is the site's, one within it a section's. ``shared`` counts
    the core's own elements among them.
    """

    outside: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    shared: int = 0


class Surroundings:
    """Describes places of one page, each kind of place once."""

    def __init__(self, layout: Layout) -> None:
        """Take down what each element of the page says with those around it."""
        self._layout = layout
        self._described: dict[tuple[_Place, bool], dict[str, float]] = {}
        self._places = self._find_places()

    def described(self) -> list[dict[str, float]]:
        """Return the evidence that the elements around each piece give; pieces alike share one."""
        layout = self._layout
        wide = layout.wide_core
        start = layout.nesting.starts[wide[-1]] if wide else 0
        end = layout.nesting.ends[wide[-1]] if wide else len(layout.said)
        found: list[dict[str, float]] = []
        for number, around in enumerate(layout.nesting.innermost):
            key = (self._places[around], start <= number < end)
            if key not in self._described:
                self._described[key] = self._describe(*key)
            found.append(self._described[key])
        return found

    def shares_of_prose(self, words: Sequence[int]) -> Column:
        """Return the share of the page's prose in the element around each piece.

        ``words`` are those of each piece. It is the smallest element that holds so many that it
        tells more than the piece itself; 0 if there is none.
        """
        layout = self._layout
        outer, held = layout.nesting.outer, layout.words
        prose: list[int] = []
        for around, own in zip(layout.nesting.innermost, words, strict=True):
            needed = max(_SURROUNDINGS, 2 * own)
            place = around
            while place >= 0 and held[place] < needed:
                place = outer[place]
            prose.append(layout.prose_in[place] if place >= 0 else 0)
        return shares(np.array(prose, dtype=np.float64), np.full(len(prose), layout.all_prose))

    def _describe(self, place: _Place, in_wide: bool) -> dict[str, float]:
        layout = self._layout
        named = place.outside | place.inside
        found = {f"in {sign}": 1.0 for sign in named}
        found.update((f"in {sign} in core", 1.0) for sign in place.inside)
        found.update((f"outside {sign}", 1.0) for sign in layout.held if sign not in named)
        outside = len(layout.core) - place.shared
        if outside:
            found["levels outside core"] = min(1.0, outside / _FAR)
        else:
            found["in core"] = 1.0
        if in_wide:
            found["in wide core"] = 1.0
        return found

    def _find_places(self) -> list[_Place]:
        """Return what each element says, by its place; last, what no element does."""
        page = _Place()
        nesting = self._layout.nesting
        core = frozenset(self._layout.core)
        found: list[_Place] = []
        alike: dict[tuple[_Place, frozenset[str], bool], _Place] = {}
        for place, (container, outer) in enumerate(
            zip(nesting.containers, nesting.outer, strict=True)
        ):
            around = found[outer] if outer >= 0 else page
            said = container.evidence
            if said and self._frames_the_page(place):
                said = said & _FRAMES
            in_core = place in core
            if said or in_core:
                key = (around, said, in_core)
                if key not in alike:
                    alike[key] = self._within(*key)
                around = alike[key]
            found.append(around)
        found.append(page)
        return found

    def _frames_the_page(self, place: int) -> bool:
        layout = self._layout
        return (
            layout.words[place] > _WHOLE * layout.all_words
            or layout.prose_in[place] > _MUCH * layout.all_prose
        )

    def _within(self, around: _Place, said: frozenset[str], in_core: bool) -> _Place:
        """Return the place of an element that says ``said``; ``in_core``: the core is in it."""
        if not in_core and around.shared == len(self._layout.core):
            return _Place(around.outside, around.inside | said, around.shared)
        return _Place(around.outside | said, frozenset(), around.shared + in_core)
