"""Why one raw file reads as it does: ``--explain FILE``.

A raw file's bytes and staff's vocabulary enter, a FileExplanation leaves, as data and as JSON;
`ingest.telling.explained` writes it for people. Pure. Used by the entry point.

Made by the very functions that read the page, so that it never tells another story than the page.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from index.document import LineRange, Page
from ingest.blocks import Block, Bullet, Extract, Grid, Heading
from ingest.formats import read
from ingest.formats.text import explain
from ingest.formats.text.explanation import LineExplanation
from ingest.pages.explanations import Explanation
from ingest.pages.reader import explain_page
from ingest.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line of the raw file, or one block of a format that has no lines of its own.

    ``reading`` is what it was taken for: "title", "furniture", "heading", "body", "list item",
    "table"; ``weighed`` the evidence for that where the format's reader weighs any; ``decisions``
    what was made of it then: aspects of headings, conditions of anything.
    """

    lines: LineRange
    text: str
    reading: str
    weighed: LineExplanation | None = None
    decisions: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class FileExplanation:
    """One raw file: its page, a note on what can be told of its format, and every line."""

    page: Page
    note: str
    lines: tuple[ExplainedLine, ...]


_Lines = Callable[[bytes, str], tuple[ExplainedLine, ...]]


@dataclass(frozen=True, slots=True)
class _Account:
    """What can be told of the lines of a format, and how it is found out."""

    note: str
    lines: _Lines


def explain_file(raw: bytes, source: str, vocabulary: Vocabulary) -> FileExplanation:
    """Explain how ``source`` is read; arguments as for `ingest.pages.reader.read_page`.

    Raises:
        PageRefusedError: the bytes are no page of that format.
    """
    understood = explain_page(raw, source, vocabulary)
    account = _ACCOUNTS.get(PurePosixPath(source).suffix.lower(), _BLOCKS)
    lines = account.lines(raw, source)
    return FileExplanation(
        understood.page, account.note, _with_decisions(lines, understood.explanations)
    )


def _weighed_lines(raw: bytes, source: str) -> tuple[ExplainedLine, ...]:
    return tuple(
        ExplainedLine(line.lines, line.text, line.reading, line) for line in explain(raw, source)
    )


def _blocks(raw: bytes, source: str) -> tuple[ExplainedLine, ...]:
    extract = read(raw, source)
    content = [ExplainedLine(block.lines, _text(block), _kind(block)) for block in extract.content]
    return tuple(sorted((*_furniture(extract), *content), key=lambda line: line.lines.first))


def _furniture(extract: Extract) -> list[ExplainedLine]:
    around = (*extract.before, *extract.after)
    return [ExplainedLine(block.lines, _text(block), "furniture") for block in around]


def _text(block: Block) -> str:
    if isinstance(block, Grid):
        return " / ".join(" | ".join(row) for row in (block.header, *block.rows) if row)
    return block.text


def _kind(block: Block) -> str:
    if isinstance(block, Heading):
        return "heading" if block.level is None else f"heading, level {block.level} by its format"
    if isinstance(block, Bullet):
        return "list item" if block.depth == 1 else f"list item, depth {block.depth}"
    return "table" if isinstance(block, Grid) else "body"


_WEIGHED = _Account(
    "Each line's reading comes from a model of the page. The numbers are log-odds: above 0 speaks "
    "for content (or a heading), below 0 against; beside them the features that moved them most.",
    _weighed_lines,
)
_BLOCKS = _Account(
    "Files of this format state their structure, so there is a reading for each of their blocks "
    "but no weighing of features; that exists for text dumps. The title stands above.",
    _blocks,
)
_ACCOUNTS: Mapping[str, _Account] = {".txt": _WEIGHED, ".text": _WEIGHED}
"""Suffixes whose reader weighs each line; of all others the blocks are told."""


def _with_decisions(
    lines: Sequence[ExplainedLine], decisions: Sequence[Explanation]
) -> tuple[ExplainedLine, ...]:
    """Return ``lines`` with each decision at the line it is about.

    Several blocks of a saved page may share a raw line; among them it is the one of that text.
    """
    starts = [line.lines.first for line in lines]
    exact: dict[tuple[int, str], int] = {}
    for place, line in enumerate(lines):
        exact.setdefault((line.lines.first, line.text), place)
    made: dict[int, list[Explanation]] = {}
    for decision in decisions:
        last = max(0, bisect_right(starts, decision.line) - 1)
        place = exact.get((decision.line, decision.text), last)
        made.setdefault(place, []).append(decision)
    return tuple(
        replace(line, decisions=tuple(made.get(place, ()))) for place, line in enumerate(lines)
    )


def explanation_to_json(explanation: FileExplanation) -> dict[str, Any]:
    """Return ``explanation`` as JSON values; the features behind a line are null where unknown."""
    page = explanation.page
    return {
        "source": page.source,
        "title": page.title,
        "category": page.category,
        "conditions": [asdict(condition) for condition in page.conditions],
        "note": explanation.note,
        "warnings": list(page.warnings),
        "lines": [
            {
                "lines": [line.lines.first, line.lines.last],
                "text": line.text,
                "reading": line.reading,
                "weighed": _weighed_to_json(line.weighed),
                "decisions": [asdict(decision) for decision in line.decisions],
            }
            for line in explanation.lines
        ],
    }


def _weighed_to_json(weighed: LineExplanation | None) -> dict[str, Any] | None:
    if weighed is None:
        return None
    return {
        "content": round(weighed.content, 3),
        "heading": round(weighed.heading, 3),
        "content_pushes": [asdict(push) for push in weighed.content_pushes],
        "heading_pushes": [asdict(push) for push in weighed.heading_pushes],
    }
