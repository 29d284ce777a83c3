"""The numbering of headings: "1. Medications", "2.3 Exercise", "Step 4: ...", "B) Surgery".

A heading enters, its Number leaves. Used by `ingest.outline.levels`.
"""

import re
from dataclasses import dataclass

_ARABIC = re.compile(r"^\W*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<mark>\s*[.):]|\s*[-–—]|)\s+(?=\S)")
_WORD_AND_NUMBER = re.compile(r"^\W*(?P<lead>[^\W\d_]+) ?#?(?P<number>\d{1,2})\s*[:.)–—-]\s+(?=\S)")
# "Step 4: Breathe", "Trend #4: ..."; the mark after the figure keeps "Type 2 diabetes" out.
_LETTER = re.compile(r"^\W*(?P<number>[A-Z])[.)]\s+(?=\S)")
_ROMAN = re.compile(r"^\W*(?P<number>[IVX]{1,5})[.)]\s+(?=\S)")
_MARK = re.compile(r"[\d.)]")
# What every number has: a figure, or a mark after its letter.
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Number:
    """A heading's number: how it is written, and its parts ("2.3" -> (2, 3))."""

    scheme: str
    parts: tuple[int, ...]

    def follows(self, earlier: "Number") -> bool:
        """Whether this number continues the series of ``earlier``, a few left out or not."""
        if not self.is_written_like(earlier) or self.parts[:-1] != earlier.parts[:-1]:
            return False
        return 0 < self.parts[-1] - earlier.parts[-1] <= _MOST_LEFT_OUT

    def is_written_like(self, other: "Number") -> bool:
        """Whether the two could be of one series: the same marks, as many parts."""
        return self.scheme == other.scheme and len(self.parts) == len(other.parts)

    @property
    def opens(self) -> bool:
        """Whether a series begins with this number."""
        return self.parts[-1] == 1


_MOST_LEFT_OUT = 3
# Numbers a series may skip, because a page does, or because a heading was not recognised.


def number_of(heading: str) -> Number | None:
    """Return the number that opens ``heading``, or None.

    A bare figure ("5 ways to sleep better") is a count, not a number in a series.
    """
    if _MARK.search(heading) is None:
        return None
    found = _ARABIC.match(heading)
    if found is not None and (found["mark"].strip() or "." in found["number"]):
        parts = tuple(int(part) for part in found["number"].split("."))
        return Number(found["mark"].strip() if len(parts) == 1 else "", parts)
    found = _WORD_AND_NUMBER.match(heading)
    if found is not None:
        return Number(found["lead"].lower(), (int(found["number"]),))
    return _roman(heading) or _letter(heading)


def _roman(heading: str) -> Number | None:
    found = _ROMAN.match(heading)
    if found is None:
        return None
    values = [_ROMAN_VALUES[letter] for letter in found["number"]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return Number("I", (sum(-value if value < after else value for value, after in pairs),))


def _letter(heading: str) -> Number | None:
    found = _LETTER.match(heading)
    return None if found is None else Number("A", (ord(found["number"]) - ord("A") + 1,))
