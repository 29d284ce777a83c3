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


@dataclass(slots=True)
class Surroundings:
    """Describes places of one page, each once."""

    layout: Layout
    _places: dict[Container, _Place] = field(default_factory=dict)
    _described: dict[tuple[_Place, bool], dict[str, float]] = field(default_factory=dict)
    _page: _Place = field(default_factory=_Place)

    def describe(self, piece: Piece, found: dict[str, float]) -> None:
        """Add to ``found`` the evidence that the elements around ``piece`` give."""
        layout = self.layout
        wide = len(layout.wide_core)
        path = piece.path
        in_wide = len(path) >= wide and (not wide or path[wide - 1] is layout.wide_core[-1])
        key = (self._place(path), in_wide)
        said = self._described.get(key)
        if said is None:
            said = self._described[key] = self._describe(*key)
        found.update(said)
        needed = max(_SURROUNDINGS, 2 * piece.words)
        for container in reversed(path):
            if layout.words[container] >= needed:
                prose = layout.prose_in.get(container, 0)
                found["share of prose around"] = share(prose, layout.all_prose)
                return

    def _describe(self, place: _Place, in_wide: bool) -> dict[str, float]:
        layout = self.layout
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

    def _place(self, path: tuple[Container, ...]) -> _Place:
        depth = len(path)
        place: _Place | None = None
        while place is None and depth:
            depth -= 1
            place = self._places.get(path[depth])
        known = depth + 1 if place else 0
        place = place or self._page
        for inner in range(known, len(path)):
            place = self._places[path[inner]] = self._within(place, path[inner], inner)
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
        if said and self._frames_the_page(container):
            said = said & _FRAMES
        if around.shared == len(core) and depth >= len(core):
            inside = around.inside | said
            return _Place(around.outside, inside, around.shared) if said else around
        in_core = around.shared == depth and depth < len(core) and core[depth] is container
        if not said and not in_core:
            return around
        return _Place(around.outside | said, frozenset(), around.shared + in_core)
