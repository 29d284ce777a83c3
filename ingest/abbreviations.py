"""Abbreviations that a page defines: "Fibromyalgia (FM)".

A name and the page's texts enter, the name's abbreviations leave. Used by `ingest.conditions`.

A definition is accepted as Schwartz and Hearst do ("A simple algorithm for identifying abbreviation
definitions in biomedical text", Pacific Symposium on Biocomputing 2003): the letters of the short
form must occur in the long form in order, the first of them at the start of a word.
"""

import re
from collections.abc import Iterable

from ingest.wording import words

_SHORT_FORM = r"[A-Z][A-Za-z0-9/\-]{0,8}[A-Z0-9]s?"
# Two to ten characters that begin and end in a capital or a digit: FM, CRPS, ME/CFS, T2D. Capitals
# are what tells an abbreviation from a gloss in parentheses, "fibromyalgia (widespread pain)".
_IS_SHORT_FORM = re.compile(rf"{_SHORT_FORM}\Z")
_PARENTHESIS = re.compile(r"\(([^()]{2,60})\)")
_GIVEN = re.compile(
    rf",?\s*(?:also |often |sometimes |commonly )?(?:or|called|known as|abbreviated(?: as| to)?)"
    rf"\s+(?:simply\s+)?({_SHORT_FORM})(?=[\s,.;)])"
)
# "fibromyalgia, or FM, ..." and "also called FM".
_SEPARATOR = re.compile(r"\s*(?:,|;|/|\bor\b|\band\b)\s*")
_INTRODUCED = re.compile(
    r"^(?:also\s+)?(?:abbreviated|called|known as|or)(?:\s+(?:as|to))?\s+", re.I
)
_KIND_WORDS = frozenset({"syndrome", "disease", "disorder", "pain", "condition"})
# "fibromyalgia syndrome (FMS)" abbreviates the name with its kind added.


def abbreviations_of(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the abbreviations that ``texts`` define for ``name``, in order of appearance."""
    target = words(name)
    found: dict[str, None] = {}
    for text in texts:
        if "(" not in text and " or " not in text and " as " not in text and "called" not in text:
            continue
        for short_form in _definitions(text, name, target):
            found[short_form] = None
    return tuple(found)


def _definitions(text: str, name: str, target: tuple[str, ...]) -> Iterable[str]:
    for parenthesis in _PARENTHESIS.finditer(text):
        before = _words_before(text, parenthesis.start(), len(target) + 1)
        inside = _INTRODUCED.sub("", parenthesis.group(1).strip())
        if _ends_in_name(before, target):
            long_form = " ".join(before)
            yield from (
                short for short in _SEPARATOR.split(inside) if abbreviates(short, long_form)
            )
        elif words(inside) == target:
            short = text[: parenthesis.start()].split()[-1:]
            yield from (form for form in short if abbreviates(form, name))
    for given in _GIVEN.finditer(text):
        before = _words_before(text, given.start(), len(target) + 1)
        if _ends_in_name(before, target) and abbreviates(given.group(1), " ".join(before)):
            yield given.group(1)


_LONGEST_WORD = 30
# Characters looked at for each word before a parenthesis: more than any word of a name has.


def _words_before(text: str, end: int, count: int) -> tuple[str, ...]:
    return words(text[max(0, end - count * _LONGEST_WORD) : end])[-count:]


def _ends_in_name(before: tuple[str, ...], target: tuple[str, ...]) -> bool:
    size = len(target)
    if before[-size:] == target:
        return True
    return before[-size - 1 : -1] == target and before[-1] in _KIND_WORDS


def abbreviates(short_form: str, long_form: str) -> bool:
    """Whether ``short_form`` ("FM") can stand for ``long_form`` ("Fibromyalgia")."""
    if not _IS_SHORT_FORM.match(short_form):
        return False
    letters = [letter for letter in short_form.rstrip("s").lower() if letter.isalnum()]
    text = " " + " ".join(words(long_form))
    start = text.find(" " + letters[0])
    while start != -1:
        if _in_order(letters[1:], text[start + 2 :]):
            return True
        start = text.find(" " + letters[0], start + 1)
    return False


def _in_order(letters: list[str], text: str) -> bool:
    position = -1
    for letter in letters:
        position = text.find(letter, position + 1)
        if position == -1:
            return False
    return True
