"""What the elements around a piece say of it, by their names and by what else they hold.

A piece and its page's layout enter, named numbers leave. For `features` only.
"""

from dataclasses import dataclass, field

from ingest.formats.html.layout import Layout, share
from ingest.formats.html.pieces import Container, Piece

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


@dataclass(frozen=True, slots=True)
class _Place:
    """What one element and those around it say.

    ``outside`` and ``inside`` is the evidence of elements around the core of the page's prose and
    within it: a "header" around it is the site's, one within it a section's. ``shared`` counts
    the core's own elements among them.
    """

    outside: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    shared: int = 0


@dataclass(slots=True)
class Surroundings:
    """Describes places of one page, each element once."""

    layout: Layout
    _places: dict[Container, _Place] = field(default_factory=dict)

    def describe(self, piece: Piece) -> dict[str, float]:
        """Return the evidence that the elements around ``piece`` give."""
        layout = self.layout
        place = self._place(piece.path)
        named = place.outside | place.inside
        found = {f"in {sign}": 1.0 for sign in named}
        found.update((f"in {sign} in core", 1.0) for sign in place.inside)
        found.update((f"outside {sign}", 1.0) for sign in layout.held if sign not in named)
        outside = len(layout.core) - place.shared
        wide = len(layout.wide_core)
        found["in wide core"] = float(
            len(piece.path) >= wide and (not wide or piece.path[wide - 1] is layout.wide_core[-1])
        )
        found["in core"] = float(not outside)
        found["levels outside core"] = min(1.0, outside / _FAR)
        for container in reversed(piece.path):
            words = layout.words[container]
            if words >= max(_SURROUNDINGS, 2 * piece.words):
                found["share of prose around"] = share(
                    layout.prose_in.get(container, 0), layout.all_prose
                )
                break
        return found

    def _place(self, path: tuple[Container, ...]) -> _Place:
        place = _Place()
        for depth, container in enumerate(path):
            known = self._places.get(container)
            if known is None:
                known = self._places[container] = self._within(place, container, depth)
            place = known
        return place

    def _frames_the_page(self, container: Container) -> bool:
        layout = self.layout
        return (
            layout.words[container] > _WHOLE * layout.all_words
            or layout.prose_in.get(container, 0) > _MUCH * layout.all_prose
        )

    def _within(self, around: _Place, container: Container, depth: int) -> _Place:
        core = self.layout.core
        said = container.evidence
        if self._frames_the_page(container):
            said = said & _FRAMES
        if around.shared == len(core) and depth >= len(core):
            return _Place(around.outside, around.inside | said, around.shared)
        in_core = around.shared == depth and depth < len(core) and core[depth] is container
        return _Place(around.outside | said, frozenset(), around.shared + in_core)
