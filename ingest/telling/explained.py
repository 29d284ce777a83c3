"""The explanation of one raw file as lines for people.

A FileExplanation enters, text leaves. Pure. Used by the entry point.
"""

from collections.abc import Iterable, Iterator, Sequence

from ingest.conditions.attribution import Cue
from ingest.formats.text.explanation import LineExplanation, Push
from ingest.pages.explanations import Explanation, Matter
from ingest.telling.explaining import ExplainedLine, FileExplanation

LONGEST_TEXT = 90
"""Characters of a line that are shown: enough to find it in the file, short enough for a row."""

SHOWN_PUSHES = 3
"""Features beside a line; ``--json`` has all that were weighed out."""


def write_explanation(explanation: FileExplanation) -> str:
    """Return the explanation as lines, each ending in a line end."""
    return "".join(f"{line}\n" for line in _lines(explanation))


def _lines(explanation: FileExplanation) -> Iterator[str]:
    page = explanation.page
    names = (
        f"{condition.name} ({', '.join(condition.abbreviations)})"
        if condition.abbreviations
        else condition.name
        for condition in page.conditions
    )
    yield page.source
    yield f"  title       {page.title}"
    yield f"  conditions  {'; '.join(names) or 'none'}"
    yield f"  category    {page.category or 'none by its own menu'}"
    yield from (f"  warning     {warning}" for warning in page.warnings)
    yield ""
    yield explanation.note
    yield ""
    for line in explanation.lines:
        yield f"{line.lines.first:>5}  {line.reading}: {_cut(line.text)}"
        yield from (f"       {reason}" for reason in _reasons(line))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"


def _reasons(line: ExplainedLine) -> Iterator[str]:
    if line.weighed is not None:
        yield from _weighed(line.weighed)
    yield from (_decision(decision, line.text) for decision in _worth_saying(line.decisions))


def _weighed(line: LineExplanation) -> Iterator[str]:
    yield f"content {line.content:+.1f}: {_pushes(line.content_pushes)}"
    if line.reading != "furniture":  # a heading of what is no content is no question
        yield f"heading {line.heading:+.1f}: {_pushes(line.heading_pushes)}"


def _pushes(pushes: Sequence[Push]) -> str:
    shown = (
        f"{push.feature.replace('_', ' ')} {push.value:g} ({push.push:+.1f})"
        for push in pushes[:SHOWN_PUSHES]
    )
    return ", ".join(shown) or "like most lines"


def _worth_saying(decisions: Iterable[Explanation]) -> Iterator[Explanation]:
    """Return the decisions but those that a line names no condition, as most lines do not."""
    return (
        decision
        for decision in decisions
        if decision.matter is Matter.ASPECT or decision.cue != Cue.NONE.value
    )


def _decision(decision: Explanation, text: str) -> str:
    said_of = "" if decision.text == text or decision.text in text else f' of "{decision.text}"'
    return (
        f"{decision.matter}{said_of}: {decision.says} "
        f"(cue: {decision.cue}; confidence {decision.confidence:.2f})"
    )
