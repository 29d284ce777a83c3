"""Opening hours as a week, so that two ways of writing the same hours compare as equal.

Rows of opening hours enter, what each weekday says leaves. Pure.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from index.site import OpeningHours

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "weekday": _DAYS[:5],
    "weekend": _DAYS[5:],
    "daily": _DAYS,
    "every": _DAYS,
}
_DAY_OR_RANGE = re.compile(
    r"(?P<day>mon|tue|wed|thu|fri|sat|sun|weekday|weekend|daily|every)[a-z]*\.?"
    r"|(?P<range>[-‐‑–—]|\bto\b|\bthrough\b|\bthru\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?\s?m?\b", re.IGNORECASE
)

Times = tuple[object, ...]


def week(rows: Sequence[OpeningHours]) -> dict[str, Times]:
    """Return day ("mon") -> its times, folded: figures as numbers, other words in lower case."""
    return {day: _times(row.hours) for row in rows for day in _days(row.day)}


def contradict(one: Sequence[OpeningHours], other: Sequence[OpeningHours]) -> bool:
    """Whether two tables give some day different hours; a day that one leaves out is no matter."""
    left, right = week(one), week(other)
    return any(left[day] != right[day] for day in left.keys() & right.keys())


def _days(text: str) -> Iterator[str]:
    """Yield the days that ``text`` names: "Mon - Thu" is four of them, "Sat, Sun" two."""
    last: str | None = None
    in_range = False
    for match in _DAY_OR_RANGE.finditer(text):
        if match["range"]:
            in_range = last is not None
            continue
        name = match["day"].casefold()
        if name in _GROUPS:
            yield from _GROUPS[name]
            continue
        if in_range and last is not None:
            first = _DAYS.index(last) + 1
            span = (_DAYS.index(name) - first) % len(_DAYS)
            yield from (_DAYS[(first + step) % len(_DAYS)] for step in range(span))
        yield name
        last, in_range = name, False


def _times(text: str) -> Times:
    times = tuple(
        (int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").casefold())
        for match in _TIME.finditer(text)
    )
    return times or tuple(re.findall(r"\w+", text.casefold()))
