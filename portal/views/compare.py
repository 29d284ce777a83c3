"""Two conditions side by side, from what pages say of each.

A Visit enters, an Answer leaves. Nothing is inferred: each cell is text of a passage that names the
condition, with the way to it; where pages say nothing, the cell says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from index.aspect import Aspect
from index.document import Item, ItemList
from index.passage import Passage, block_lines, passages_of
from index.query import Filters, Query
from portal import urls
from portal.answer import Answer, Moved, NothingHereError, Visit
from portal.catalogue import ConditionEntry
from portal.replies.browse import (
    AspectRowJson,
    CellJson,
    ComparisonJson,
    DifferenceJson,
)

PASSAGES_EACH = 100
"""Passages of a condition that are compared; more than any condition of a clinic's pages has."""

LINES_SHOWN = 4
"""Points of a passage in a cell; the rest is one click away, and the table stays a table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One passage in a cell: its heading, its first lines, and the way to the whole of it."""

    heading: str
    page: str
    url: str
    lines: tuple[str, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class AspectRow:
    """What pages say under one aspect of the first, of the second, and of both at once."""

    aspect: Aspect
    label: str
    first: tuple[Cell, ...]
    second: tuple[Cell, ...]
    both: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One point of a page's own comparison: what it says of each, empty where it says nothing."""

    label: str
    first: str
    second: str
    url: str


@dataclass(frozen=True, slots=True)
class CompareModel:
    """The comparison of two conditions."""

    first: ConditionEntry
    second: ConditionEntry
    differences: tuple[Difference, ...]
    rows: tuple[AspectRow, ...]


def show(visit: Visit) -> Answer | Moved:
    """Show two conditions side by side; they come in the order of the address."""
    first, second = (_condition(visit, visit.path[name]) for name in ("first", "second"))
    if first is second:
        return Moved(first.url)
    of_first, of_second = _passages(visit, first), _passages(visit, second)
    both = [passage for passage in of_first if passage in of_second]
    points = [(one, tuple(_differences(one, first.label, second.label))) for one in both]
    model = CompareModel(
        first=first,
        second=second,
        differences=tuple(chain.from_iterable(found for _, found in points)),
        rows=tuple(
            _rows(
                [passage for passage in of_first if passage not in both],
                [passage for passage in of_second if passage not in both],
                [passage for passage, found in points if not found],
            )
        ),
    )
    url = urls.compare_url(first.slug, second.slug)
    canonical = urls.compare_url(*sorted((first.slug, second.slug)))
    return Answer(
        "views/compare.html",
        model,
        lambda: ComparisonJson(
            first=first.label,
            second=second.label,
            differences=[_difference_to_json(point) for point in model.differences],
            aspects=[_row_to_json(row) for row in model.rows],
            url=url,
        ),
        canonical,
    )


def _difference_to_json(point: Difference) -> DifferenceJson:
    return {
        "label": point.label,
        "first": point.first,
        "second": point.second,
        "url": point.url,
    }


def _row_to_json(row: AspectRow) -> AspectRowJson:
    return {
        "aspect": row.aspect.value,
        "label": row.label,
        "first": _cells_to_json(row.first),
        "second": _cells_to_json(row.second),
        "both": _cells_to_json(row.both),
    }


def _cells_to_json(cells: Iterable[Cell]) -> list[CellJson]:
    return [
        {
            "heading": cell.heading,
            "page": cell.page,
            "url": cell.url,
            "lines": list(cell.lines),
            "cut": cell.cut,
        }
        for cell in cells
    ]


def _condition(visit: Visit, slug: str) -> ConditionEntry:
    entry = visit.catalogue.conditions.get(slug)
    if entry is None:
        raise NothingHereError("No page covers a condition of that name.")
    return entry


def _passages(visit: Visit, condition: ConditionEntry) -> list[Passage]:
    """Return the passages found under ``condition``, in the order of pages."""
    query = Query(filters=Filters(condition=(condition.slug,)), page_size=PASSAGES_EACH, facets=())
    wanted = {(hit.page, hit.anchor): None for hit in visit.generation.search(query).hits}
    pages = dict.fromkeys(page for page, _ in wanted)
    found = [page for slug in pages if (page := visit.generation.page(slug))]
    return [
        passage
        for page in found
        for passage in passages_of(page)
        if (page.slug, passage.anchor) in wanted
    ]


def _rows(
    first: Iterable[Passage], second: Iterable[Passage], both: Iterable[Passage]
) -> Iterator[AspectRow]:
    for aspect in Aspect:
        row = AspectRow(
            aspect=aspect,
            label=aspect.label,
            first=_cells(first, aspect),
            second=_cells(second, aspect),
            both=_cells(both, aspect),
        )
        if row.first or row.second or row.both:
            yield row


def _cells(passages: Iterable[Passage], aspect: Aspect) -> tuple[Cell, ...]:
    return tuple(_cell(passage) for passage in passages if passage.aspect is aspect)


def _cell(passage: Passage) -> Cell:
    lines = tuple(islice(_points(passage), LINES_SHOWN + 1))
    return Cell(
        heading=" › ".join(passage.breadcrumb),
        page=passage.title,
        url=urls.page_url(passage.page, passage.anchor),
        lines=lines[:LINES_SHOWN],
        cut=len(lines) > LINES_SHOWN,
    )


def _points(passage: Passage) -> Iterator[str]:
    """Yield the passage point by point: a paragraph, an item with all below it, a table row.

    Of a passage that is one item headed by a condition, the points are the items below it.
    """
    for block in passage.blocks:
        if not isinstance(block, ItemList):
            yield from block_lines((block,))
            continue
        items = tuple(block.outermost())
        alone = items[0].items if len(items) == 1 else ()
        for item in alone or items:
            yield " ".join(block_lines((ItemList((item,)),)))


def _differences(passage: Passage, first: str, second: str) -> Iterator[Difference]:
    """Yield the points that a passage itself compares: an item with items below it for each."""
    for block in passage.blocks:
        for item in block.outermost() if isinstance(block, ItemList) else ():
            of_first, of_second = _said_of(item, first), _said_of(item, second)
            if of_first and of_second:
                url = urls.page_url(passage.page, passage.anchor)
                yield Difference(item.label or item.text, of_first, of_second, url)


def _said_of(item: Item, condition: str) -> str:
    said = [_bare(child) for child in item.items if child.conditions == (condition,)]
    return " ".join(said)


def _bare(item: Item) -> str:
    """Return the item without the label that names its condition, and all below it."""
    lines = list(block_lines((ItemList((item,)),)))
    if item.label and lines[0].startswith(item.label):
        lines[0] = lines[0][len(item.label) :].lstrip(":：–— ").strip()
    return " ".join(line for line in lines if line)
