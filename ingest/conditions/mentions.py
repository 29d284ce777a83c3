"""Which conditions a text names: by full name or learned abbreviation, mentions in passing aside.

Known conditions and a text enter, the names leave, in the order of the known ones. Used by
`ingest.conditions.attribution`.

Names are compared in any case, accents, plural and hyphenation; abbreviations letter by letter, so
that "MS" never means the word "ms". A mention that only compares or excludes ("unlike
fibromyalgia", "may be mistaken for fibromyalgia", "not fibromyalgia") says nothing of that
condition and is left out: silence is better than a wrong attribution.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from index.document import Condition
from index.record import record
from ingest.conditions.statements import RunningText
from ingest.names import name_words
from ingest.wording import CONNECTORS, words

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE_END = re.compile(r"[.!?;:]\s")
_MOST_BETWEEN = 4
# Words between "in contrast to" and the name: "in contrast to people who have classic gout".
_LEAD_WORDS = 5
# Words of the longest entry in the list of passing phrases, and one more.
_LEAD_CHARACTERS = 120
# Characters in which those words, and the ones between, fit: twice the longest seen in English.


@record
class Naming:
    """What a text names: conditions that it speaks of, in page order, and the words around them."""

    conditions: tuple[str, ...]
    around: tuple[str, ...]


_NOTHING = Naming((), ())


@record
class _Mention:
    """A condition named at the characters ``start`` to ``end`` (exclusive)."""

    condition: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KnownConditions:
    """The conditions that cues may name, ready to be looked up.

    ``by_group`` tells which condition each group of ``pattern`` stands for; ``openings`` are how
    the spellings begin, case folded: a quick look before the pattern.
    """

    names: tuple[str, ...]
    pattern: re.Pattern[str]
    by_group: Mapping[str, str]
    openings: frozenset[str]

    def unnamed_in(self, running: RunningText) -> frozenset[str]:
        """Return those of a page's texts that name none of the conditions: most of them."""
        beginnings = ["".join(words(opening)[:1]).rstrip(_CHANGING) for opening in self.openings]
        if not all(beginnings):
            return frozenset()
        return frozenset(running.texts).difference(*map(running.texts_with, beginnings))

    @classmethod
    def of(cls, conditions: Iterable[Condition]) -> "KnownConditions":
        """Prepare ``conditions``; their order is the order of every result."""
        known = tuple(conditions)
        spellings = [*_full_names(known), *_abbreviations(known), *_shortened(known)]
        spellings.sort(key=lambda spelling: -len(spelling.pattern))  # "neck pain" before "pain"
        by_group = {f"n{place}": spelling.condition for place, spelling in enumerate(spellings)}
        alternatives = "|".join(
            f"(?P<n{place}>{spelling.pattern})" for place, spelling in enumerate(spellings)
        )
        pattern = re.compile(rf"(?<![^\W_])(?:{alternatives or '(?!)'})(?![^\W_])")
        openings = frozenset(spelling.opening.casefold() for spelling in spellings)
        return cls(tuple(condition.name for condition in known), pattern, by_group, openings)

    def named_in(self, text: str) -> Naming:
        """Return what ``text`` names; ``around`` are its folded words that are part of no name."""
        mentions = self._mentions(text)
        if not mentions:
            return _NOTHING
        spoken_of = {
            mention.condition
            for listed in _lists(mentions, text)
            if not _is_passing(text, listed[0].start)
            for mention in listed
        }
        return Naming(
            tuple(name for name in self.names if name in spoken_of),
            words(_without(mentions, text)),
        )

    def _mentions(self, text: str) -> list[_Mention]:
        plain = _without_accents(text)
        if not any(map(plain.casefold().__contains__, self.openings)):
            return []
        return [
            _Mention(self.by_group[found.lastgroup], found.start(), found.end())
            for found in self.pattern.finditer(plain)
            if found.lastgroup is not None
        ]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to write a condition, as a regular expression without named groups.

    ``opening`` are letters that it begins with, in any case.
    """

    pattern: str
    condition: str
    opening: str


_CHANGING = "eiy"
# What folding may do to the end of a word of which a plural is written: "calorie", "calory".
_BETWEEN_WORDS = r"[\W_]{1,3}"
# Spaces, a hyphen, a slash; no more, or the words of two sentences would make a name.


def _full_names(known: Sequence[Condition]) -> Iterator[_Spelling]:
    for condition in known:
        if folded := words(condition.name):
            yield _Spelling(_in_any_form(folded), condition.name, _opening(folded))


def _opening(folded: Sequence[str]) -> str:
    """Return what every form of folded words begins with."""
    return "" if folded[0] == "and" else folded[0].removesuffix("y")


def _in_any_form(folded: Sequence[str]) -> str:
    """Return a pattern for folded words in any case, singular or plural, "and" as "&" too."""
    return f"(?i:{_BETWEEN_WORDS.join(map(_word_in_any_form, folded))})"


def _word_in_any_form(word: str) -> str:
    if word == "and":
        return r"(?:and|&)"
    if word.endswith("y"):
        return rf"{re.escape(word[:-1])}(?:y|ies|y['’]s)"
    return rf"{re.escape(word)}(?:['’]?s|es)?"


def _abbreviations(known: Sequence[Condition]) -> Iterator[_Spelling]:
    for condition in known:
        for short_form in condition.abbreviations:
            yield _Spelling(re.escape(short_form), condition.name, short_form)


def _shortened(known: Sequence[Condition]) -> Iterator[_Spelling]:
    """Yield the first of "cervical and lumbar radicular pain", where two names end alike."""
    for condition, other in permutations(known, 2):
        one, two = words(condition.name), words(other.name)
        shared = 0
        while shared < min(len(one), len(two)) and one[-1 - shared] == two[-1 - shared]:
            shared += 1
        if 0 < shared < len(one):
            first = _in_any_form(one[: len(one) - shared])
            pattern = rf"{first}(?=\s(?:and|or|&)\s{_in_any_form(two)})"
            yield _Spelling(pattern, condition.name, _opening(one))


def _without_accents(text: str) -> str:
    """Return ``text`` without accents, every character in its place."""
    if text.isascii():
        return text
    return _NOT_ASCII.sub(lambda found: _without_accent(found.group()), text)


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_KEPT_CHARACTERS = 2**12


@lru_cache(maxsize=_KEPT_CHARACTERS)
def _without_accent(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0]


def _without(mentions: Sequence[_Mention], text: str) -> str:
    """Return ``text`` without the mentions in it."""
    starts = [0, *(mention.end for mention in mentions)]
    ends = [*(mention.start for mention in mentions), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _lists(mentions: Sequence[_Mention], text: str) -> Iterator[list[_Mention]]:
    """Yield mentions listed together ("A, B or C") as one, others each by itself.

    A comma alone lists nothing: "Unlike A, B is ..." speaks of B.
    """
    run: list[_Mention] = []
    coupled = False
    for mention in mentions:
        between = set(words(text[run[-1].end : mention.start])) if run else set()
        if run and not between <= CONNECTORS:
            yield from [run] if coupled else [[single] for single in run]
            run, coupled, between = [], False, set()
        coupled = coupled or bool(between)
        run.append(mention)
    yield from [run] if coupled else [[single] for single in run]


def _is_passing(text: str, start: int) -> bool:
    """Whether what stands before the character ``start``, in its clause, only compares."""
    clause = _CLAUSE_END.split(text[max(0, start - _LEAD_CHARACTERS) : start])[-1]
    lead = _TOKEN.findall(clause.lower())
    known = name_words()
    for between in range(min(_MOST_BETWEEN, len(lead)) + 1):
        before = lead[: len(lead) - between]
        closing = " " + " ".join(before[-_LEAD_WORDS:])
        if closing.endswith(known.passing):
            return True
        if not before or before[-1] not in known.between:
            return False
    return False
