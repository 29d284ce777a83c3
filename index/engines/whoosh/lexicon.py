"""The words of a library as they are written, and how often.

A Collection enters, a Lexicon leaves; read only, shared by all threads.
"""

from collections import defaultdict
from collections.abc import Iterable

from index.engines.whoosh.collection import Collection
from index.engines.whoosh.memo import Late


class Lexicon:
    """What is known of the library's words.

    ``surfaces`` maps a folded word to how many passages have it, ``stems`` a stem to its number.
    """

    def __init__(self, collection: Collection) -> None:
        """Gather the words of ``collection``."""
        counts = collection.words.surface_counts.tolist()
        self.stems = collection.words.terms
        self.surfaces = {
            surface: counts[number]
            for surface, number in collection.words.surfaces.items()
            if counts[number]
        }
        surfaces = self.surfaces
        self._by_initial = Late(lambda: _by_initial(surfaces))

    def beginning_with(self, initial: str) -> list[str]:
        """Return the words of letters alone that begin with the letter ``initial``, sorted."""
        return self._by_initial.get().get(initial, [])


def _by_initial(surfaces: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for surface in sorted(surfaces):
        if surface.isalpha():
            found[surface[0]].append(surface)
    return dict(found)
