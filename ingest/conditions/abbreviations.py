"""Abbreviations that a page defines: "Fibromyalgia (FM)".

A name and the page's texts enter, the name's abbreviations leave. Used by
`ingest.conditions.coverage`.

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
# "fibromyalgia (FMS)" and "fibromyalgia syndrome (FMS)" abbreviate the name with its kind added.


def abbreviations_of(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the abbreviations that ``texts`` define for ``name``, in order of appearance."""
    target = words(name)
    needed = frozenset(target)
    found: dict[str, None] = {}
    for text in texts:
        if "(" not in text and " or " not in text and " as " not in text and "called" not in text:
            continue
        if not needed.issubset(words(text)):
            continue
        for short_form in _definitions(text, name, target):
            found[short_form] = None
    return tuple(found)


def _definitions(text: str, name: str, target: tuple[str, ...]) -> Iterable[str]:
    for parenthesis in _PARENTHESIS.finditer(text):
        inside = _INTRODUCED.sub("", parenthesis.group(1).strip())
        long_form = _long_form(text, parenthesis.start(), target)
        if long_form:
            yield from (
                form for form in _SEPARATOR.split(inside) if _is_defined(form, long_form, target)
            )
        elif words(inside) == target:
            before = text[: parenthesis.start()].split()[-1:]
            yield from (form for form in before if abbreviates(form, name))
    for given in _GIVEN.finditer(text):
        long_form = _long_form(text, given.start(), target)
        if long_form and _is_defined(given.group(1), long_form, target):
            yield given.group(1)


def _is_defined(short_form: str, long_form: str, target: tuple[str, ...]) -> bool:
    long = words(long_form)
    if long[: len(target)] != target:  # a word of its own inside: it must be in the short form too
        return short_form.lower() == "".join(word[0] for word in long)
    return abbreviates(short_form, long_form) or any(
        abbreviates(short_form, f"{long_form} {kind}") for kind in _KIND_WORDS
    )


_LONGEST_WORD = 30
# Characters looked at for each word before a parenthesis: more than any word of a name has.


def _long_form(text: str, end: int, target: tuple[str, ...]) -> str:
    """Return the name that ``text`` ends in at ``end``, else "".

    With its kind if that follows, or with one more word inside.
    """
    size = len(target) + 1
    before = words(text[max(0, end - size * _LONGEST_WORD) : end])[-size:]
    if before[-len(target) :] == target:
        return " ".join(target)
    if before[:-1] == target and before[-1] in _KIND_WORDS:
        return " ".join(before)
    if len(target) > 1 and len(before) == size and _is_with_one_more(before, target):
        return " ".join(before)
    return ""


def _is_with_one_more(longer: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether ``longer`` is ``name`` with one more word inside: "failed back surgery syndrome"."""
    return any(longer[:place] + longer[place + 1 :] == name for place in range(1, len(longer) - 1))


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
