"""Running text in which abbreviations are explained.

Page text enters with the conditions of the page, stretches of text leave, each with the full name
if it is an abbreviation; the template writes <abbr> around those.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.document import Condition


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text; ``meaning`` is the full name where it is an abbreviation, else empty."""

    text: str
    meaning: str = ""


class Glossary:
    """The abbreviations of one page and what they stand for."""

    def __init__(self, conditions: Iterable[Condition]) -> None:
        """Learn the abbreviations of ``conditions``; one given to two conditions means neither."""
        meanings: dict[str, str] = {}
        for condition in conditions:
            for abbreviation in condition.abbreviations:
                known = meanings.setdefault(abbreviation, condition.name)
                meanings[abbreviation] = known if known == condition.name else ""
        self._meanings = {short: full for short, full in meanings.items() if short and full}
        longest_first = sorted(self._meanings, key=len, reverse=True)
        # An abbreviation counts only where it stands as a word: "FM" is not in "FMRI".
        choice = "|".join(re.escape(short) for short in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{choice})(?!\w)") if choice else None

    def stretches(self, text: str) -> Iterator[Stretch]:
        """Yield ``text`` in stretches whose texts, joined, are ``text`` again."""
        end = 0
        for found in self._pattern.finditer(text) if self._pattern else ():
            if found.start() > end:
                yield Stretch(text[end : found.start()])
            yield Stretch(found[0], self._meanings[found[0]])
            end = found.end()
        if end < len(text):
            yield Stretch(text[end:])

    def __iter__(self) -> Iterator[Stretch]:
        """Yield every abbreviation with its meaning, in alphabetical order."""
        return (Stretch(short, self._meanings[short]) for short in sorted(self._meanings))
