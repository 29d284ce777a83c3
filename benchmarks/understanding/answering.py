"""Both libraries answered under one setting: the health library and the pages in raw/.

Folders enter once, then Settings; what each query of each set was worth leaves.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.search.contestants.ours import EXPLAINED, INDEX, Ours
from benchmarks.search.corpus import learned, read_documents
from benchmarks.understanding.items import Item
from benchmarks.understanding.switches import Setting
from index.document import Condition
from index.engine import Searcher
from index.engines.whoosh import WhooshEngine
from index.engines.whoosh.searching import WhooshSearcher
from index.generation import open_searcher
from index.lay_terms import lay_terms, with_lay_terms
from index.lexicon import EMPTY, Lexicon, with_abbreviations
from index.query import Query
from index.storage.layout import Layout
from index.storage.manifest import read_live_manifest
from tests.support.golden_queries import GoldenQuery, golden_queries
from tests.support.ingest import ingest

_RAW = Path(__file__).parents[2] / "raw"
_FIRST = 3
"""Hits that are seen without scrolling."""


@dataclass(frozen=True, slots=True)
class Libraries:
    """The health library's index, the abbreviations that its pages explain, the library of raw/."""

    health: Path
    explained: Lexicon
    raw: Layout

    def answer(
        self, setting: Setting, sets: Mapping[str, Sequence[Item]]
    ) -> dict[str, list[float]]:
        """Return what each item of ``sets``, and each golden query, is worth under ``setting``."""
        engine = _EngineSet(setting)
        health = engine.open(
            self.health, with_lay_terms(self.explained if setting.explained else EMPTY)
        )
        worth = {
            name: [item.worth(health.search(Query(item.text, facet_values=0))) for item in items]
            for name, items in sets.items()
        }
        health.close()
        raw = open_searcher(self.raw, read_live_manifest(self.raw, self.raw.read_pointer()), engine)
        worth["golden"] = [_answered(golden, raw) for golden in golden_queries()]
        raw.close()
        return worth


@contextmanager
def built_libraries(data: Path) -> Iterator[Libraries]:
    """Build both in a temporary folder."""
    with TemporaryDirectory() as work:
        health, raw = Path(work) / "health", Path(work) / "raw"
        health.mkdir()
        Ours().build(learned(read_documents(data)), health)
        explained = json.loads((health / EXPLAINED).read_text(encoding="utf-8"))
        conditions = (Condition(name, tuple(short)) for name, short in explained)
        ingest(_RAW, raw)
        yield Libraries(health / INDEX, with_abbreviations(EMPTY, conditions), Layout(raw))


class _EngineSet(WhooshEngine):
    """Our engine, opened under a setting."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> WhooshSearcher:
        setting = self._setting
        said = lexicon if setting.lay else _without_lay_terms(lexicon)
        return WhooshSearcher(folder, said, setting.ranking, setting.understanding)


def _without_lay_terms(lexicon: Lexicon) -> Lexicon:
    shipped = frozenset(lay_terms())
    return replace(lexicon, synonyms=tuple(one for one in lexicon.synonyms if one not in shipped))


def _answered(golden: GoldenQuery, searcher: Searcher) -> float:
    hits = searcher.search(Query(golden.text)).hits[:_FIRST]
    return float(any(golden.is_answered_by(hit.page, hit.breadcrumb) for hit in hits))
