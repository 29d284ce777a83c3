"""Telephone numbers and the fax number in furniture.

Lines enter; numbers as they are written leave. Pure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.site.lines import places_matching

FEWEST_DIGITS = 7
"""A local number without its area code; shorter ones are prices, years, emergency numbers."""

MOST_DIGITS = 15
"""The longest number of ITU-T E.164."""

_NUMBER = re.compile(
    r"""(?<![\w.,/$€£\#-])
        (?P<number>\+?\(?\d[\d\s().\-‑–/]{5,22}\d)
        (?P<extension>\s*,?\s*(?:ext\.?|extension|x)\s*\d{1,6})?
        (?![\w%]|[.,]\d)""",
    re.VERBOSE | re.IGNORECASE,
)

_NORTH_AMERICAN = re.compile(r"(?:\+?1[\s.\-‑–]*)?\(?[2-9]\d{2}\)?[\s.\-‑–/]*\d{3}[\s.\-‑–]+\d{4}")
"""Three, three and four digits with something between: a telephone number wherever it stands
(North American Numbering Plan; an area code begins with 2 to 9)."""

_ENOUGH_DIGITS = re.compile(rf"\d(?:[ ().\-‑–/]*\d){{{FEWEST_DIGITS - 1}}}")
# What every number holds: a quick look before the long ones.

_DATE = re.compile(r"\d{1,4}[\-./]\d{1,2}[\-./]\d{1,4}|(?:19|20)\d\d\s*[\-–]\s*(?:19|20)\d\d")

_FAX_LABEL = re.compile(r"\b(?:fax|fx|facsimile|telefax)\b|(?:^|\W)F\s*[:.]?\s*$", re.IGNORECASE)
_PHONE_LABEL = re.compile(
    r"\b(?:tel|telephone|telefon|phone|ph|mobile|cell|call|calls?\sus|ring|text|dial|contact"
    r"|appointments?|hotline|helpline|toll[\s-]?free|voice|office)\b|☎|📞|(?:^|\W)[TPM]\s*[:.]?\s*$",
    re.IGNORECASE,
)
_LABEL_REACH = 40
"""Characters before a number in which its label is looked for ("Call our front desk today at")."""

_FAX_AFTER = re.compile(r"\s*\(?\s*(?:fax|f)\s*\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of the furniture, each once, as first written."""

    phones: tuple[str, ...]
    fax: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    digits: str
    is_fax: bool


def find_numbers(lines: Sequence[str]) -> Numbers:
    """Return the telephone numbers and the first fax number in ``lines``.

    A run of digits is a telephone number if it has the shape of a North American one, or an
    international "+", or a label before it ("Tel:", "Call us on", or the line above says so). A
    number labelled as fax is never among the phones, wherever else it stands.
    """
    found = list(_numbers(lines))
    faxes = {number.digits for number in found if number.is_fax}
    phones = {number.digits: number.text for number in reversed(found)}
    in_order = dict.fromkeys(number.digits for number in found)
    return Numbers(
        phones=tuple(phones[digits] for digits in in_order if digits not in faxes),
        fax=next((number.text for number in found if number.is_fax), None),
    )


def _numbers(lines: Sequence[str]) -> Iterator[_Found]:
    for place in places_matching(_ENOUGH_DIGITS, lines):
        line = lines[place]
        above = lines[place - 1] if place and len(lines[place - 1]) <= _LABEL_REACH else ""
        start = 0
        for match in _NUMBER.finditer(line):
            number = match["number"].strip()
            digits = re.sub(r"\D", "", number)
            before = line[start : match.start()][-_LABEL_REACH:]
            label = before if before.strip(" :.-–(") else (above if start == 0 else "")
            if _is_telephone(number, digits, label):
                trailing = _FAX_AFTER.fullmatch(line[match.end() :])
                is_fax = bool(trailing) or _is_fax(label)
                text = _balanced(number) + (match["extension"] or "").rstrip()
                yield _Found(text, _national(digits), is_fax)
            start = match.end()


def _is_telephone(number: str, digits: str, label: str) -> bool:
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS or _DATE.fullmatch(number):
        return False
    if number.startswith("+") or _NORTH_AMERICAN.fullmatch(number):
        return True
    return bool(_PHONE_LABEL.search(label) or _FAX_LABEL.search(label))


def _is_fax(label: str) -> bool:
    """Whether the last label in ``label`` is that of a fax; "Phone/Fax" serves both."""
    fax = [match.start() for match in _FAX_LABEL.finditer(label)]
    phone = [match.start() for match in _PHONE_LABEL.finditer(label)]
    if not fax:
        return False
    both = re.search(r"(?:/|&|and)\s*$", label[: fax[-1]])
    return not (phone and (both or phone[-1] > fax[-1]))


def _national(digits: str) -> str:
    """Return ``digits`` without North America's country code, by which numbers are compared."""
    return digits[1:] if len(digits) == len("18005550100") and digits[0] == "1" else digits


def _balanced(number: str) -> str:
    """Drop a bracket whose partner is not part of the number: "(Tel 555-010-0199)"."""
    if number.count("(") != number.count(")"):
        return number.strip("() ") if number.count("(") + number.count(")") == 1 else number
    return number
