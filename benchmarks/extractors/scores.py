"""How near an extractor's outlines come to the truth.

Pairs of a labelled page and an outline enter, Scores leave. Headings are matched by all their
words (the page's title aside), items by their first six, content word by word; micro means over
all pages together, macro the mean over pages.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.extractors.outline import Entry, Outline, words_of
from benchmarks.extractors.pages import LabelledPage

_FIRST_WORDS = 6
_SAME_TITLE = 0.8
"""Shared words over all words from which a heading is the page's title."""


@dataclass(frozen=True, slots=True)
class Scores:
    """F-measures from 0 to 1, and relations: the share of consecutive pairs in right order."""

    headings_micro: float
    headings_macro: float
    levels: float
    items_micro: float
    items_macro: float
    depths: float
    content: float


class _Tally:
    """Matches of one kind of entry over all pages."""

    def __init__(self) -> None:
        self._counts = Counter[str]()
        self._by_page: list[float] = []
        self._right = 0
        self._pairs = 0

    def add(self, true: Sequence[Entry], found: Sequence[Entry], *, ranked: bool) -> None:
        """Count one page; ``ranked``: levels or depths are compared as well."""
        if not true:
            return
        pairs = _matched(true, found)
        self._counts.update(hits=len(pairs), found=len(found), true=len(true))
        self._by_page.append(_f_measure(len(pairs), len(found), len(true)))
        if ranked:
            steps = list(pairwise(pairs))
            self._right += sum(
                _order(before[0], after[0]) == _order(before[1], after[1])
                for before, after in steps
            )
            self._pairs += len(steps)

    @property
    def micro(self) -> float:
        return _f_measure(self._counts["hits"], self._counts["found"], self._counts["true"])

    @property
    def macro(self) -> float:
        return _mean(self._by_page)

    @property
    def relation(self) -> float:
        return self._right / max(self._pairs, 1)


def scores(pages: Iterable[tuple[LabelledPage, Outline]]) -> Scores:
    """Score the outlines of pages."""
    headings, items = _Tally(), _Tally()
    content: list[float] = []
    for page, outline in pages:
        truth = page.truth
        headings.add(
            _untitled(truth.headings, page.title),
            _untitled(outline.headings, page.title),
            ranked=True,
        )
        true_items = _shortened(truth.items)
        nested = len({entry.rank for entry in true_items}) > 1
        items.add(true_items, _shortened(outline.items), ranked=nested)
        shared = (Counter(outline.words) & Counter(truth.words)).total()
        content.append(_f_measure(shared, len(outline.words), len(truth.words)))
    return Scores(
        headings_micro=headings.micro,
        headings_macro=headings.macro,
        levels=headings.relation,
        items_micro=items.micro,
        items_macro=items.macro,
        depths=items.relation,
        content=_mean(content),
    )


def _untitled(entries: Sequence[Entry], title: str) -> list[Entry]:
    name = set(words_of(title))
    return [
        entry
        for entry in entries
        if entry.words
        and not (
            name and len(name & set(entry.words)) / len(name | set(entry.words)) >= _SAME_TITLE
        )
    ]


def _shortened(entries: Sequence[Entry]) -> list[Entry]:
    return [Entry(entry.words[:_FIRST_WORDS], entry.rank) for entry in entries if entry.words]


def _matched(true: Sequence[Entry], found: Sequence[Entry]) -> list[tuple[int, int]]:
    """Return the true and the found rank of every entry that was found, in true order."""
    ranks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for entry in found:
        ranks[entry.words].append(entry.rank)
    return [(entry.rank, ranks[entry.words].pop(0)) for entry in true if ranks[entry.words]]


def _order(one: int, other: int) -> int:
    return (one > other) - (one < other)


def _f_measure(hits: int, found: int, true: int) -> float:
    precision, recall = hits / max(found, 1), hits / max(true, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(len(values), 1)
