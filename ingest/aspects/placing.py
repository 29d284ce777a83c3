"""Which aspect of its topic a heading tells.

A heading enters, a Placement leaves; the wordings come from data/aspects.toml, which ships with the
package. Used wherever ingest reads headings; what a body tells is `ingest.aspects.bodies`' to say.

How a heading is read: the page's own names in it become "~"; every wording that the vocabulary
knows is looked up, longer ones over those inside them; of several that remain the first counts
("Causes and Risk Factors" is about causes), unless two nouns stand side by side, where English
puts the head last ("Treatment Outcomes" is about outcomes). Questions are read alike.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from index.aspect import Aspect
from index.text import display_heading
from ingest.wording import CONNECTORS, QUESTION_WORDS, words

NAME = "~"
_GOVERNING = frozenset(words("on of for to with from in about after before during the your"))
# A wording ending so governs the next ("effects on" health), which then is no head of a compound.


@dataclass(frozen=True, slots=True)
class Placement:
    """An aspect, and the wording that told it; ``weak`` if it would yield to any other sign."""

    aspect: Aspect
    wording: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """One phrase of the vocabulary, folded; a word ending in "*" stands for all that begin so."""

    words: tuple[str, ...]
    aspect: Aspect
    is_exact: bool

    @classmethod
    def of(cls, words: tuple[str, ...], aspect: Aspect) -> "Wording":
        """Return the phrase of these words."""
        return cls(words, aspect, not any(word.endswith("*") for word in words))

    def ends_at(self, text: tuple[str, ...], start: int) -> int | None:
        """Return where the phrase ends in ``text`` if it stands at ``start``, else None."""
        end = start + len(self.words)
        if end > len(text):
            return None
        if self.is_exact:
            return end if text[start:end] == self.words else None
        agree = all(map(_word_agrees, self.words, text[start:end]))
        return end if agree else None


def _word_agrees(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == word


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Phrases, found by their first word, or by its first letters where only those are stated."""

    by_word: Mapping[str, tuple[Wording, ...]]
    by_start: Mapping[str, tuple[Wording, ...]]

    @classmethod
    def of(cls, wordings: Iterable[Wording]) -> "Wordings":
        """Build the look-up for ``wordings``."""
        by_word: dict[str, list[Wording]] = {}
        by_start: dict[str, list[Wording]] = {}
        for wording in wordings:
            first = wording.words[0]
            if first.endswith("*"):
                by_start.setdefault(_start(first), []).append(wording)
            else:
                by_word.setdefault(first, []).append(wording)
        return cls(
            {word: tuple(known) for word, known in by_word.items()},
            {start: tuple(known) for start, known in by_start.items()},
        )

    def found_in(self, text: tuple[str, ...]) -> list["Found"]:
        """Return every phrase in ``text`` that is not part of a longer one, in order."""
        found = [
            Found(start, end, wording)
            for start, word in enumerate(text)
            for wording in _opening_with(self, word)
            if (end := wording.ends_at(text, start)) is not None
        ]
        found.sort(key=lambda match: (match.start - match.end, match.start))
        taken = bytearray(len(text))
        kept: list[Found] = []
        for match in found:
            if not any(taken[match.start : match.end]):
                taken[match.start : match.end] = b"\1" * (match.end - match.start)
                kept.append(match)
        return sorted(kept, key=lambda match: match.start)


_KEPT_WORDS = 2**15
# Words whose wordings are remembered; a page has hundreds of different ones, and most open none.


@lru_cache(maxsize=_KEPT_WORDS)
def _opening_with(wordings: Wordings, word: str) -> tuple[Wording, ...]:
    """Return those of ``wordings`` whose first word agrees with ``word``."""
    stated = wordings.by_start.get(word[:_START_LETTERS], ())
    agreeing = (wording for wording in stated if _word_agrees(wording.words[0], word))
    return (*wordings.by_word.get(word, ()), *agreeing)


_START_LETTERS = 2
# The shortest beginning that a wording states with "*" ("do*").


def _start(word: str) -> str:
    return word.rstrip("*")[:_START_LETTERS]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at the words ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int
    wording: Wording


@dataclass(frozen=True, slots=True)
class AspectVocabulary:
    """All wordings of the shipped vocabulary."""

    phrases: Wordings
    weak: Wordings
    body: Wordings


@cache
def shipped_vocabulary() -> AspectVocabulary:
    """Return the vocabulary of data/aspects.toml, read once."""
    text = files("ingest").joinpath("data/aspects.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)

    def kind(name: str) -> Wordings:
        return Wordings.of(
            Wording.of(_pattern(phrase), Aspect(aspect))
            for aspect, table in tables.items()
            for phrase in table.get(name, ())
        )

    return AspectVocabulary(kind("phrases"), kind("weak"), kind("body"))


def _pattern(phrase: str) -> tuple[str, ...]:
    return tuple(
        token if token == NAME or token.endswith("*") else folded
        for token in phrase.split()
        for folded in words(token) or (token,)
    )


_KEPT_HEADINGS = 2**12
# Headings remembered: each is asked for by several steps, and sites repeat theirs.


def heading_words(heading: str, names: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the folded words of ``heading``, each of ``names`` (folded, longest first) as "~"."""
    return _heading_words(heading, tuple(names))


@lru_cache(maxsize=_KEPT_HEADINGS)
def _heading_words(heading: str, names: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    text = words(display_heading(heading))
    for name in names:
        text = _replaced(text, name)
    return text


def _replaced(text: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    size = len(name)
    for start in range(len(text) - size + 1):
        if size and text[start : start + size] == name:
            return (*text[:start], NAME, *_replaced(text[start + size :], name))
    return text


def place_heading(heading: str, names: Sequence[tuple[str, ...]] = ()) -> Placement | None:
    """Return the aspect that ``heading`` itself tells, or None if it tells none.

    Args:
        heading: verbatim, numbering and closing colon allowed.
        names: what the page is about, folded by `ingest.wording.words`, longest first.
    """
    return _placed(heading_words(heading, names))


@lru_cache(maxsize=_KEPT_HEADINGS)
def _placed(text: tuple[str, ...]) -> Placement | None:
    if not text:
        return None
    vocabulary = shipped_vocabulary()
    for wordings in (vocabulary.phrases, vocabulary.weak):
        found = wordings.found_in(text)
        if found and _asks_for_definition(text, found):
            return Placement(Aspect.OVERVIEW, "what is")
        if found:
            wording = _deciding(text, found).wording
            return Placement(wording.aspect, " ".join(wording.words), wordings is vocabulary.weak)
    return None


_BE = frozenset({"is", "are"})
_WHAT_IS = words("what is")
_ARTICLES = frozenset({"a", "an"})
_NOT_A_NAME = frozenset(words("the it this that there done used my your our"))


def _asks_for_definition(text: Sequence[str], found: Sequence[Found]) -> bool:
    """Whether a heading asks what an unknown thing is: "What is hereditary angioedema?".

    Known words inside its name tell nothing. "What is the outlook?" and "What is causing it?" ask
    for something else, as does a question that ends in a known word ("What is treatment?").
    """
    size = len(_WHAT_IS)
    if tuple(text[:size]) != _WHAT_IS or len(text) == size or found[0].start < size:
        return False
    first = text[size]
    if first in _ARTICLES:
        return True
    unknown_noun = found[-1].end < len(text)
    return unknown_noun and first not in _NOT_A_NAME and not first.endswith(("ing", "ed"))


def _deciding(text: Sequence[str], found: Sequence[Found]) -> Found:
    if text[0] in _BE or (text[0] == "how" and text[1:2] and text[1] in QUESTION_WORDS):
        return _main_verb(text, found)
    if text[0] in QUESTION_WORDS:
        return found[0]  # two known words side by side are verb and object: "What causes pain?"
    deciding = found[0]
    for match in found[1:]:
        if match.start != deciding.end or text[deciding.end - 1] in _GOVERNING:
            break
        deciding = match
    return deciding


def _main_verb(text: Sequence[str], found: Sequence[Found]) -> Found:
    """Return the closing verb of "How is hereditary angioedema treated?", the first of two.

    What follows a preposition is no verb: "How do I prepare for surgery?" asks how to prepare.
    """
    verbs = [match for match in found if text[match.start - 1] not in _GOVERNING] or found
    deciding = verbs[-1]
    for earlier in reversed(verbs[:-1]):
        between = text[earlier.end : deciding.start]
        if not set(between) <= CONNECTORS:
            break
        deciding = earlier
    return deciding
