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
    "7 days": _DAYS,
    "seven days": _DAYS,
}
_DAY_OR_RANGE = re.compile(
    r"(?P<day>mon|tue|wed|thu|fri|sat|sun|weekday|weekend|daily|every|(?:7|seven) days)[a-z]*\.?"
    r"|(?P<range>[-‐‑–—]|\bto\b|\bthrough\b|\bthru\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\b(?P<half>)"
    r"|(?P<hour12>\d{1,2})(?:[:.](?P<minute12>\d{2}))?\s*(?:(?P<half12>[ap])\.?\s?m?\b)?"
    r"|(?P<word>noon|midnight)",
    re.IGNORECASE,
)
_HOUR = 60
_HALF_DAY = 12 * _HOUR
_EARLIEST = 7 * _HOUR
# Minutes: no clinic opens between one and seven in the morning, so "1 - 5 pm" begins after noon.

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
    """Return the minutes of the day that ``text`` names, from and to by turns, else its words.

    "8-5", "8:00 am - 5:00 pm", "0800-1700" and "08:00–17:00" are the same.
    """
    named = [_minutes(match) for match in _TIME.finditer(text)]
    times: list[int] = []
    for place, (minutes, has_half) in enumerate(named):
        is_end = place % 2 == 1
        if times and not has_half and not is_end and minutes < times[-1]:
            minutes += _HALF_DAY  # noqa: PLW2901  # "8-12, 1-5": the second begins after the first
        if is_end and not has_half and minutes <= times[-1] < minutes + _HALF_DAY:
            minutes += _HALF_DAY  # noqa: PLW2901  # the other half of the day
        if is_end and minutes > _HALF_DAY and not named[place - 1][1] and times[-1] < _EARLIEST:
            times[-1] += _HALF_DAY
        times.append(minutes)
    return tuple(times) or tuple(re.findall(r"\w+", text.casefold()))


def _minutes(match: re.Match[str]) -> tuple[int, bool]:
    """Return minutes since midnight, and whether the half of the day is stated."""
    if match["word"]:
        return (_HALF_DAY if match["word"].casefold() == "noon" else 2 * _HALF_DAY), True
    if match["hour"]:
        return int(match["hour"]) * _HOUR + int(match["minute"]), True
    minutes = int(match["hour12"]) * _HOUR + int(match["minute12"] or 0)
    half = (match["half12"] or "").casefold()
    if half:
        minutes = minutes % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    return minutes, bool(half)
