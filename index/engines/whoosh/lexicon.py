"""The words of a library as they are written, and how often.

A Collection enters, a Lexicon leaves; read only, shared by all threads.
"""

from collections import defaultdict

from index.engines.whoosh.collection import Collection


class Lexicon:
    """What is known of the library's words.

    ``surfaces`` maps a folded word to how many passages have it, ``stems`` a stem to its number.
    """

    def __init__(self, collection: Collection) -> None:
        """Gather the words of ``collection``."""
        counts = collection.surface_counts.tolist()
        self.stems = collection.number_of
        self.surfaces = {
            surface: counts[number]
            for surface, number in collection.surface_number.items()
            if counts[number]
        }
        by_initial: dict[str, list[str]] = defaultdict(list)
        for surface in sorted(self.surfaces):
            if surface.isalpha():
                by_initial[surface[0]].append(surface)
        self._by_initial = by_initial

    def beginning_with(self, initial: str) -> list[str]:
        """Return the words of letters alone that begin with the letter ``initial``, sorted."""
        return self._by_initial.get(initial, [])
