"""Which conditions a text names: by full name or learned abbreviation, mentions in passing aside.

Known conditions and a text enter, the names leave, in the order of the known ones. Used by
`ingest.attribution`.

Names are compared word by word and folded (case, accents, plurals, hyphens); abbreviations letter
by letter, so that "MS" never means the word "ms". A mention that only compares or excludes ("unlike
fibromyalgia", "may be mistaken for fibromyalgia", "not fibromyalgia") says nothing of that
condition and is left out: silence is better than a wrong attribution.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from index.document import Condition
from ingest.names import name_words
from ingest.wording import CONNECTORS, words

_TOKEN = re.compile(r"&|[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE_END = re.compile(r"[.!?;:]\s")
_MOST_BETWEEN = 4
# Words between "in contrast to" and the name: "in contrast to people who have classic gout".


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    raw: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A condition named at tokens ``first`` to ``last`` (exclusive)."""

    condition: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Naming:
    """What a text names: conditions that it speaks of, in page order, and the words around them."""

    conditions: tuple[str, ...]
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownConditions:
    """The conditions that cues may name, ready to be looked up."""

    names: tuple[str, ...]
    by_word: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    by_abbreviation: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    shortened: tuple["_Shortened", ...]

    @classmethod
    def of(cls, conditions: Iterable[Condition]) -> "KnownConditions":
        """Prepare ``conditions``; their order is the order of every result."""
        known = tuple(conditions)
        by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        by_abbreviation: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for condition in known:
            folded = words(condition.name)
            if folded:
                by_word.setdefault(folded[0], []).append((folded, condition.name))
            for short in condition.abbreviations:
                raw = tuple(_TOKEN.findall(short))
                if raw:
                    by_abbreviation.setdefault(raw[0], []).append((raw, condition.name))
        return cls(
            tuple(condition.name for condition in known),
            {first: _longest_first(names) for first, names in by_word.items()},
            {first: _longest_first(names) for first, names in by_abbreviation.items()},
            tuple(_shortened(known)),
        )

    def named_in(self, text: str) -> Naming:
        """Return what ``text`` names; ``around`` are its folded words that are part of no name."""
        if not self.names:
            return Naming((), ())
        tokens = _tokens(text)
        mentions = self._mentions(text, tokens)
        spoken_of = {
            mention.condition
            for listed in _lists(mentions, tokens)
            if not _is_passing(text, tokens, listed[0].first)
            for mention in listed
        }
        covered = {place for mention in mentions for place in range(mention.first, mention.last)}
        return Naming(
            tuple(name for name in self.names if name in spoken_of),
            tuple(token.word for place, token in enumerate(tokens) if place not in covered),
        )

    def _mentions(self, text: str, tokens: list[_Token]) -> list[Mention]:
        found: list[Mention] = []
        place = 0
        while place < len(tokens):
            match = self._match_at(tokens, place)
            if match is None:
                place += 1
                continue
            name, size = match
            found.append(Mention(name, place, place + size))
            place += size
        return found

    def _match_at(self, tokens: list[_Token], place: int) -> tuple[str, int] | None:
        for folded, name in self.by_word.get(tokens[place].word, ()):
            here = tokens[place : place + len(folded)]
            if tuple(token.word for token in here) == folded:
                return name, len(folded)
        for raw, name in self.by_abbreviation.get(tokens[place].raw, ()):
            here = tokens[place : place + len(raw)]
            if tuple(token.raw for token in here) == raw:
                return name, len(raw)
        return self._shortened_at(tokens, place)

    def _shortened_at(self, tokens: list[_Token], place: int) -> tuple[str, int] | None:
        """Return the first name of "cervical and lumbar radicular pain"."""
        for short in self.shortened:
            size = len(short.words)
            here = tuple(token.word for token in tokens[place : place + size + 1])
            if here[:size] != short.words or here[size:] not in _COUPLED:
                continue
            rest = tuple(token.word for token in tokens[place + size + 1 :][: len(short.other)])
            if rest == short.other:
                return short.name, size
        return None


@dataclass(frozen=True, slots=True)
class _Shortened:
    """A condition as written before another with the same closing words: "cervical" of a pair."""

    words: tuple[str, ...]
    name: str
    other: tuple[str, ...]


_COUPLED = frozenset({("and",), ("or",)})


def _shortened(known: Sequence[Condition]) -> Iterator[_Shortened]:
    for condition, other in permutations(known, 2):
        one, two = words(condition.name), words(other.name)
        shared = 0
        while shared < min(len(one), len(two)) and one[-1 - shared] == two[-1 - shared]:
            shared += 1
        if 0 < shared < len(one):
            yield _Shortened(one[: len(one) - shared], condition.name, two)


def _longest_first(
    names: list[tuple[tuple[str, ...], str]],
) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(sorted(names, key=lambda entry: -len(entry[0])))


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(folded[0], found.group(), found.start(), found.end())
        for found in _TOKEN.finditer(text)
        if (folded := words(found.group()))
    ]


def _lists(mentions: Sequence[Mention], tokens: Sequence[_Token]) -> Iterator[list[Mention]]:
    """Yield mentions listed together ("A, B or C") as one, others each by itself.

    A comma alone lists nothing: "Unlike A, B is ..." speaks of B.
    """
    run: list[Mention] = []
    coupled = False
    for mention in mentions:
        between = {token.word for token in tokens[run[-1].last : mention.first]} if run else set()
        if run and not between <= CONNECTORS:
            yield from [run] if coupled else [[single] for single in run]
            run, coupled = [], False
            between = set()
        coupled = coupled or bool(between)
        run.append(mention)
    yield from [run] if coupled else [[single] for single in run]


def _is_passing(text: str, tokens: list[_Token], place: int) -> bool:
    known = name_words()
    start = place
    for _ in range(_MOST_BETWEEN + 1):
        lead = _lead(text, tokens, start, place)
        if any(lead == phrase or lead.endswith(" " + phrase) for phrase in known.passing):
            return True
        if start == 0 or tokens[start - 1].raw.lower() not in known.between:
            return False
        start -= 1
    return False


_LEAD_WORDS = 5
# Words of the longest entry in the list of passing phrases, and one more.


def _lead(text: str, tokens: list[_Token], start: int, place: int) -> str:
    """Return the lower-case words before token ``start``, of the same clause as ``place``."""
    if start == 0:
        return ""
    first = max(0, start - _LEAD_WORDS)
    if _CLAUSE_END.search(text[tokens[start - 1].end : tokens[place].start]):
        return ""
    clause = _CLAUSE_END.split(text[tokens[first].start : tokens[start - 1].end])[-1]
    return " ".join(_TOKEN.findall(clause.lower()))
