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
        self._alike = Late(lambda: _alike(surfaces))

    def like(self, size: int, initials: str, most: int) -> list[str]:
        """Return the words of letters alone that begin with one of ``initials``.

        Their lengths differ from ``size`` by ``most`` at most.
        """
        alike = self._alike.get()
        lengths = range(size - most, size + most + 1)
        return [
            word
            for initial in initials
            for length in lengths
            for word in alike.get((initial, length), ())
        ]


def _alike(surfaces: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    """Return the words of letters alone by their first letters and lengths."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for surface in surfaces:
        if surface.isalpha():
            found[surface[0], len(surface)].append(surface)
    return dict(found)
