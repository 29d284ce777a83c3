"""The postal address in furniture.

Lines enter, the address as one line leaves, with the place where it begins. Pure.

Two things together make an address: a post code beside a town, and a street, post-office box or
unit on the same line or just above. Either alone is a number among others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.site.lines import places_matching

_POST_CODES = re.compile(
    r"""(?P<code>
          (?:\b[A-Z]{2}|\b[A-Z][a-z]+)\.?,?\s+\d{5}(?:-\d{4})?\b      # Arkansas 72801, AR 72801
        | \b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b                       # SW1A 1AA
        | \b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b                                # K1A 0B1
        | \b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b                # NSW 2000
        | \b\d{4}\s?[A-Z]{2}\b,?\s+[A-Z][a-z]+                        # 1012 AB Amsterdam
        | \b(?:[A-Z]{1,2}-)?\d{4,5}\s+[A-ZÄÖÜÉ][\w.äöüéß-]+(?:\s[A-Z][\w-]+)?   # 10115 Berlin
    )""",
    re.VERBOSE,
)
"""Post codes as the United States, the United Kingdom, Canada, Australia, the Netherlands and the
rest of Europe write them (Universal Postal Union, addressing guides)."""

_STREET = re.compile(
    r"""(?<![\w-])(?:
          \d{1,6}[A-Za-z]?(?:[-/]\d{1,4})?\s+(?:[\w.'’]+\s+){0,5}?
            (?:street|str|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|way|court|ct
              |circle|cir|place|pl|plaza|square|sq|highway|hwy|parkway|pkwy|terrace|trail|trl
              |turnpike|pike|row|close|crescent|broadway|loop|alley|freeway|expressway)\b\.?
        | (?:rue|via|calle|avenida|av\.|rua|plaza|piazza)\s+[A-Z][\w.'’ -]*?\s*,?\s*\d{1,5}\b
        | \d{1,4},?\s+(?:rue|avenue|boulevard|place|quai)\s+\w
        | [A-ZÄÖÜ][\w.äöüß-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|laan|straat|gatan|vej)
            \s+\d{1,5}\b
        | (?:p\.?\s?o\.?\s?)box\s+\d+
        | (?:suite|ste\.?|unit|floor|building|bldg\.?)\s+[\w-]+
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_NUMBERED = re.compile(r"\d{1,6}[A-Za-z]?\s+(?:[NSEW]\.?\s+)?[A-Z][\w.'’]+(?:\s+[\w.'’#-]+){0,6}")
"""A line that opens with a house number, for streets without a type ("1 Broadway")."""

_TOWN_AFTER = re.compile(r"\s*,\s*[A-Z][\w.'’ -]{2,40}")
_COUNTRY = re.compile(
    r"(?:the\s+)?(?:united states(?: of america)?|usa|u\.s\.a\.?|us|united kingdom|uk|england"
    r"|scotland|wales|northern ireland|ireland|canada|australia|new zealand|germany|deutschland"
    r"|france|netherlands|belgium|switzerland|austria|spain|italy|india|south africa)\.?",
    re.IGNORECASE,
)
_COUNTRY_AFTER = re.compile(rf"\s*,?\s*{_COUNTRY.pattern}(?!\w)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:our|mailing|street|postal|office|clinic|main)\s+)*(?:address|location|office|visit us"
    r"|find us)(?:\s+at)?\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_CODE_SIGN = re.compile(r"\d(?:\d{3}|(?<=[A-Z].))")
# Every post code has four figures in a row, or one after a letter: a look before the long one.

_LINES_ABOVE = 3
"""Lines above a post code in which its street stands: street, suite, maybe a building."""

_LONGEST_PART = 60
"""Characters of a line that is one part of an address."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address on one line, its parts joined by commas.

    ``first`` is the 0-based index of the line it begins on, ``lead`` what that line says before it.
    """

    text: str
    first: int
    lead: str = ""


def find_address(lines: Sequence[str]) -> Address | None:
    """Return the first address in ``lines``: one with a post code, else a street and a town."""
    for place in places_matching(_CODE_SIGN, lines):
        for code in _POST_CODES.finditer(lines[place]):
            address = _on_one_line(lines[place], place, code) or _over_lines(lines, place, code)
            if address is not None:
                return address
    for place, line in enumerate(lines):
        if "," not in line or _TOWN_AFTER.fullmatch(line, line.rindex(",")) is None:
            continue
        street = _STREET.match(line, _label_end(line))
        if street is not None and _TOWN_AFTER.fullmatch(line, street.end()):
            return Address(line[street.start() :].strip(), place)
    return None


def _on_one_line(line: str, place: int, code: re.Match[str]) -> Address | None:
    """Return the address in ``line`` whose street stands before its post code."""
    end = code.start()
    street = _STREET.search(line, 0, end) or _NUMBERED.match(line, _label_end(line), end)
    if street is None:
        return None
    text = line[street.start() : _with_country(line, code.end())]
    return Address(text, place, lead=line[: street.start()].strip(" ,:-–—"))


def _over_lines(lines: Sequence[str], place: int, code: re.Match[str]) -> Address | None:
    """Return the address whose post code is in line ``place`` and whose street stands above."""
    line = lines[place]
    first = _street_line(lines, place)
    if first is None:
        return None
    parts = [lines[first][_label_end(lines[first]) :], *lines[first + 1 : place]]
    parts.append(line[: _with_country(line, code.end())])
    if place + 1 < len(lines) and _COUNTRY.fullmatch(lines[place + 1]):
        parts.append(lines[place + 1])
    return Address(", ".join(part.strip(" ,") for part in parts), first)


def _street_line(lines: Sequence[str], place: int) -> int | None:
    """Return the index of the line with which the address that ends in line ``place`` begins.

    The furthest line with a street (a suite may stand between), else the nearest with a number.
    """
    near = range(max(place - _LINES_ABOVE, 0), place)
    for pattern, order in ((_STREET, near), (_NUMBERED, reversed(near))):
        for first in order:
            if all(len(part) <= _LONGEST_PART for part in lines[first:place]) and pattern.match(
                lines[first], _label_end(lines[first])
            ):
                return first
    return None


def _label_end(line: str) -> int:
    label = _LABEL.match(line)
    return label.end() if label else 0


def _with_country(line: str, end: int) -> int:
    """Return where the address ends: after the country, if one follows the post code."""
    country = _COUNTRY_AFTER.match(line, end)
    return country.end() if country else end
