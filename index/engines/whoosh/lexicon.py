"""The words of a library as they are written: how often, and which are forms of one stem.

The sidecars enter, a Lexicon leaves; read only, shared by all threads.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from index.engines.whoosh.folding import fold
from index.engines.whoosh.sidecar import Arrays, texts_in


class Lexicon:
    """What is known of the library's words.

    ``forms`` maps a stem to the ways its words are written, in lower case; ``surfaces`` a folded
    word to how many passages have it.
    """

    def __init__(self, segments: Iterable[Arrays]) -> None:
        """Gather the words of all segments."""
        forms: dict[str, dict[str, None]] = defaultdict(dict)
        surfaces: Counter[str] = Counter()
        for arrays in segments:
            terms = texts_in(arrays.terms, arrays.term_ends)
            written = texts_in(arrays.forms, arrays.form_ends)
            numbers, counts = arrays.form_terms.tolist(), arrays.form_counts.tolist()
            for form, number, count in zip(written, numbers, counts, strict=True):
                forms[terms[number]][form] = None
                surfaces[fold(form)] += count
        self.forms: Mapping[str, tuple[str, ...]] = {
            stem: tuple(written) for stem, written in forms.items()
        }
        self.surfaces: Mapping[str, int] = surfaces
        by_initial: dict[str, list[str]] = defaultdict(list)
        for surface in sorted(surfaces):
            if surface.isalpha():
                by_initial[surface[0]].append(surface)
        self._by_initial = by_initial

    def beginning_with(self, initial: str) -> list[str]:
        """Return the words of letters alone that begin with the letter ``initial``, sorted."""
        return self._by_initial.get(initial, [])
