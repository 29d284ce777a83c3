"""Opening hours in furniture: rows of days and times, verbatim, in page order.

Lines enter, rows leave. Pure. Written as "Mon-Fri: 8-5" on one line, as a day and its hours on
lines of their own, or as a column of days followed by a column of hours.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.site import OpeningHours
from ingest.site.lines import places_of
from ingest.site.week import week

_DAY = (
    r"(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?\b\.?"
    r"|weekdays?|weekends?|daily|every\s?day|(?:7|seven)\s+days(?:\s+(?:a|per)\s+week)?"
    r"|(?:(?:public|bank)\s+)?holidays?\b"
)
_TO = r"\s*(?:[-‐‑–—/,&+]|\band\b|\bto\b|\bthrough\b|\bthru\b)\s*"
_DAYS = rf"(?:{_DAY})(?:(?:{_TO})+(?:{_DAY}))*"
_TIME = (
    r"(?:(?:[01]\d|2[0-4])[0-5]\d\b"  # 0900
    r"|\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\b\.?|h\b|hrs\b|uhr\b)?|noon|midnight)"
)
_SPAN = rf"{_TIME}\s*(?:[-‐‑–—]|\bto\b|\buntil\b|\btill\b)\s*{_TIME}"
_SPANS = rf"(?:open\s+)?(?:from\s+)?{_SPAN}(?:\s*(?:[,;&/]|and)\s*{_SPAN})*"
_WORDS = (
    r"closed|(?:by\s)?appointments?(?:\sonly)?|(?:open\s)?24\s?(?:hours|hrs?|/7)|open all day"
    r"|emergenc(?:y|ies)(?:\sonly)?|call for (?:hours|appointment)|varies"
)
_ZONE = (
    r"(?:[ECMP][SD]?T|GMT|UTC|CES?T|BST"
    r"|(?:eastern|central|mountain|pacific)(?:\s(?:standard|time))*)"
)
_HOURS = rf"(?:{_SPANS}|{_WORDS})(?:\s*{_ZONE}\b)?(?:\s*\([^()]{{1,40}}\))?"

_DAY_SIGNS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "day", "week", "daily")
"""What every way of naming days holds, in lower case: a quick look before the long ones."""

_TIME_SIGN = re.compile(r"\d|noon|midnight|closed|appointment|open|emergenc|call for|varies")
"""What every way of telling hours holds, in lower case."""

_ROW = re.compile(rf"(?P<days>\b{_DAYS})\s*[:\-–—.,]*\s*(?P<hours>{_HOURS})", re.IGNORECASE)
_ROW_REVERSED = re.compile(rf"(?P<hours>\b{_HOURS})\s*,?\s*(?P<days>{_DAYS})", re.IGNORECASE)
_DAYS_ONLY = re.compile(rf"({_DAYS})\s*:?", re.IGNORECASE)
_HOURS_ONLY = re.compile(rf"({_HOURS})", re.IGNORECASE)
_SPANS_ONLY = re.compile(rf"({_SPANS})", re.IGNORECASE)

_AROUND = re.compile(
    r"(?:our|the|we|are|is|open|opening|opened|office|clinic|business|store|phone|call|hours?|times?"
    r"|of|operation|from|and|[\s,;:.()\-–—])*",
    re.IGNORECASE,
)
"""What may stand on a line beside its rows. Other words make it a sentence that speaks of days."""

_APART = 4
"""Lines between two rows of one table at most: a blank-looking label, a note, a phone number."""


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    row: OpeningHours


def find_hours(lines: Sequence[str]) -> tuple[OpeningHours, ...]:
    """Return the rows of the longest table of opening hours in ``lines``, the first of equals."""
    best: list[_Row] = []
    for table in _tables(_rows(lines)):
        if len(table) > len(best):
            best = table
    return tuple(dict.fromkeys(found.row for found in best))


def _tables(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    """Yield runs of rows; a day that comes again begins the table of another place."""
    table: list[_Row] = []
    told: set[str] = set()
    for found in rows:
        days = set(week((found.row,)))
        if table and (found.line - table[-1].line > _APART or days & told):
            yield table
            table, told = [], set()
        table.append(found)
        told |= days
    yield table


def _rows(lines: Sequence[str]) -> Iterator[_Row]:
    days: list[str] = []
    hours: list[str] = []
    naming = frozenset(places_of(_DAY_SIGNS, lines))
    for place, line in enumerate((*lines, "") if naming else ()):
        names_day = place in naming
        if names_day and (day := _DAYS_ONLY.fullmatch(line)) is not None:
            if hours:
                yield from _paired(days, hours, place)
                days, hours = [], []
            days.append(day[1])
        elif days and (times := _HOURS_ONLY.fullmatch(line)) is not None:
            hours.append(times[1])
        else:
            if days:
                yield from _paired(days, hours, place)
                days, hours = [], []
            if names_day and _TIME_SIGN.search(line.casefold()):
                yield from (_Row(place, row) for row in _on_one_line(line))


def _paired(days: list[str], hours: list[str], end: int) -> Iterator[_Row]:
    """Yield the rows of ``days`` on lines of their own and the ``hours`` on the lines below.

    As many of one as of the other are two columns. A single day may have several spans of time
    ("8-12" and "1-5"); anything else leaves open what belongs to what.
    """
    if len(days) == 1 and hours:
        spans = [text for text in hours[1:] if _SPANS_ONLY.fullmatch(text)]
        yield _Row(end - 1, OpeningHours(days[0], ", ".join([hours[0], *spans])))
    elif len(days) == len(hours):
        for day, times in zip(days, hours, strict=True):
            yield _Row(end - 1, OpeningHours(day, times))


def _on_one_line(line: str) -> tuple[OpeningHours, ...]:
    for pattern in (_ROW, _ROW_REVERSED):
        rows = tuple(
            OpeningHours(match["days"].strip(" :"), match["hours"].strip())
            for match in pattern.finditer(line)
        )
        if rows and _AROUND.fullmatch(pattern.sub("", line)):
            return rows
    return ()
