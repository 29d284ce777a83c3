"""Every setting that the ablation measures: a step switched off, or set otherwise.

Pure data: name in the table -> what departs from BM25F, and what is understood.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from index.engines.whoosh.ranking import DEFAULT, PLAIN, Ranking
from index.engines.whoosh.understanding import FULL, LITERAL, Understanding

EVERYTHING = "everything on"


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to answer.

    ``explained``: with the abbreviations that pages explain; ``lay``: with the lay terms shipped.
    """

    ranking: Ranking = DEFAULT
    understanding: Understanding = FULL
    explained: bool = True
    lay: bool = True


SWITCHES: Mapping[str, Setting] = {
    EVERYTHING: Setting(),
    "plain BM25F": Setting(PLAIN, LITERAL, explained=False),
    "ranking only, nothing understood": Setting(DEFAULT, LITERAL, explained=False),
    "without learned abbreviations": Setting(explained=False),
    "without lay terms": Setting(lay=False),
    "without what words tell": Setting(understanding=replace(FULL, telling=0)),
    "names ask for nothing more": Setting(understanding=replace(FULL, overview=0)),
    "without intent": Setting(understanding=replace(FULL, intent=0)),
    "aspects lifted twice as much": Setting(understanding=replace(FULL, intent=2 * FULL.intent)),
    "intent words at full weight": Setting(understanding=replace(FULL, asking=1)),
    "other forms in full": Setting(understanding=replace(FULL, form=1)),
    "without synonyms": Setting(understanding=replace(FULL, synonym=0)),
    "without split and joined words": Setting(understanding=replace(FULL, spelling=0)),
    "without correction": Setting(understanding=replace(FULL, correct=False)),
    "reference sections not lowered": Setting(understanding=replace(FULL, reference=1)),
    "without coverage": Setting(replace(DEFAULT, coverage=0, short_coverage=0)),
    "without names": Setting(replace(DEFAULT, naming=0)),
    "without the page's best": Setting(replace(DEFAULT, page_share=0)),
    "without words in a row": Setting(replace(DEFAULT, adjacency=0, literal=0)),
    "any word is enough": Setting(replace(DEFAULT, least_share=0)),
}
"""The first is what visitors get; the others are compared with it, query by query."""
