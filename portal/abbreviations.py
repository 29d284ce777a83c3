"""Abbreviations that a text itself explains: "electromyography (EMG)", "EMG (electromyography)".

A text enters, Explained leave, each with the words of the text it stands for. Used by the prose of
a page and by the glossary.

The long form is found as Schwartz and Hearst do ("A simple algorithm for identifying abbreviation
definitions in biomedical text", Pacific Symposium on Biocomputing 2003): from the right, each
letter of the short form is looked for in the words before it, the first at the start of a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SHORT = r"[A-Z][A-Za-z0-9/\-]{0,8}[A-Z0-9]"
# Two to ten characters, from a capital to a capital or digit: FM, CRPS, ME/CFS, T2D; as in ingest.
_IN_PARENTHESES = re.compile(rf"\((?P<short>{_SHORT})s?\)")
_BEFORE_PARENTHESES = re.compile(rf"(?<!\w)(?P<short>{_SHORT})s? \((?P<long>[^()]{{4,80}})\)")
_BREAK = re.compile(r"[.;:!?()\n•]\s*")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Explained:
    """An abbreviation and the words it stands for, as the text has them; ``start`` is where."""

    short: str
    long: str
    start: int


def explained_in(text: str) -> Iterator[Explained]:
    """Yield the abbreviations that ``text`` explains, in order."""
    for found in _IN_PARENTHESES.finditer(text):
        candidate = _candidate(text[: found.start()].rstrip(), found["short"])
        long = _long_form(found["short"], candidate)
        if long:
            yield Explained(found["short"], long, found.start("short"))
    for found in _BEFORE_PARENTHESES.finditer(text):
        if _long_form(found["short"], found["long"]) == found["long"]:
            yield Explained(found["short"], found["long"], found.start("short"))


def _candidate(before: str, short: str) -> str:
    """Return the words in which the long form may be: as many as that paper allows, no break."""
    broken = [found.end() for found in _BREAK.finditer(before)]
    clause = before[broken[-1] :] if broken else before
    most = min(len(short) + 5, 2 * len(short))
    words = list(_WORD.finditer(clause))[-most:]
    return clause[words[0].start() :] if words else ""


def _long_form(short: str, candidate: str) -> str:
    """Return the end of ``candidate`` that ``short`` stands for, or ""."""
    letters = [letter for letter in short.lower() if letter.isalnum()]
    text = candidate.lower()
    at = len(text)
    for number in range(len(letters) - 1, -1, -1):
        at = text.rfind(letters[number], 0, at)
        while number == 0 and at > 0 and text[at - 1].isalnum():
            at = text.rfind(letters[0], 0, at)
        if at < 0:
            return ""
    long = candidate[at:]
    # A short form is no explanation of itself, nor is a single word hardly longer than it.
    if short.lower() in long.lower().split() or len(long) < len(short) + 2:
        return ""
    return long
