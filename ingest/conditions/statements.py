"""What the running text of a page says of a name: "Sciatica is a kind of nerve pain that ...".

A page's texts enter as a RunningText, made once; what it holds of a name leaves. Used by
`ingest.conditions.coverage` and `ingest.conditions.evidence`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ingest.names import name_words, predicate_noun
from ingest.wording import CONNECTORS, words, words_of_each

FIRST_SENTENCE_WORDS = 18
"""Words after "is a" in which a first sentence says what kind of thing it defines: the noun comes
after at most a dozen adjectives ("a chronic, widespread, often disabling musculoskeletal ...")."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_COPULA = frozenset({"is", "are", "refer", "describe", "mean"})
_SINGULAR_VERBS = frozenset({"is", "was", "has"})
# Verbs whose plural folding does not make like their singular ("occurs" and "occur").
_BREAKS_SUBJECT = frozenset({"and", "or", "with", "of", "in", "without", "from", "to", "for"})
# Words after a name that make it part of a longer subject: "Anemia with kidney disease is ...".
_ABBREVIATION_WORDS = 4
# Between subject and verb stand at most an abbreviation or an "also called ..." of so many words.
_LONGEST_WORD = 50
# Characters, on average of words in a row: twice the longest of medicine's usual words.


@dataclass(frozen=True, slots=True)
class RunningText:
    """Texts, and all their folded words as one text, in which a phrase is found by one search.

    ``folded`` has a space before and after every word; ``ends`` says where in it the words of each
    of ``texts`` end, in characters.
    """

    texts: tuple[str, ...]
    folded: str
    ends: tuple[int, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "RunningText":
        """Fold ``texts``."""
        pieces = [f" {' '.join(folded)}" if folded else "" for folded in words_of_each(texts)]
        return cls(tuple(texts), "".join(pieces) + " ", tuple(accumulate(map(len, pieces))))

    def holds(self, phrase: Sequence[str]) -> bool:
        """Whether ``phrase``, folded, stands here as consecutive words; an empty one does not."""
        return bool(phrase) and f" {' '.join(phrase)} " in self.folded

    def places_of(self, phrase: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield where ``phrase``, folded, stands: the spaces before and after it, as characters."""
        sought = f" {' '.join(phrase)} "
        place = self.folded.find(sought) if phrase else -1
        while place != -1:
            yield place, place + len(sought) - 1
            place = self.folded.find(sought, place + 1)

    def word_before(self, place: int) -> str:
        """Return the word before the space at ``place``, "" where there is none."""
        return self.folded[self.folded.rfind(" ", 0, place) + 1 : place]

    def words_after(self, place: int, count: int) -> list[str]:
        """Return up to ``count`` words after the space at ``place``."""
        return self.folded[place + 1 : place + count * _LONGEST_WORD].split(" ", count)[:count]

    def texts_with(self, letters: str) -> Iterator[str]:
        """Yield the texts whose folded words, with spaces around them, hold ``letters``."""
        place = self.folded.find(letters) if letters else -1
        while place != -1:
            text = self.text_at(place)
            yield self.texts[text]
            place = self.folded.find(letters, self.ends[text])

    def text_at(self, place: int) -> int:
        """Return which of the texts the word after the space at ``place`` belongs to."""
        return bisect_right(self.ends, place)


@dataclass(frozen=True, slots=True)
class Calling:
    """What the running text calls a name: a condition, a treatment, both or neither."""

    condition: bool = False
    treatment: bool = False


def calling(name: str, running: RunningText) -> Calling:
    """Return what the first sentence of the form "NAME is a ..." calls ``name``.

    The noun that the verb leads to decides: "Sciatica is a kind of nerve pain that an injection may
    relieve" calls it a pain, which is a condition.
    """
    known = name_words()
    subject = words(name)
    for sentence in _that_may_define(subject, running):
        text = words(sentence)
        start = _after_subject(text, subject)
        if start is None:
            continue
        noun = predicate_noun(text[start : start + FIRST_SENTENCE_WORDS])
        if noun in known.called_treatment or noun in known.called_condition:
            return Calling(noun in known.called_condition, noun in known.called_treatment)
    return Calling()


def _that_may_define(subject: Sequence[str], running: RunningText) -> Iterator[str]:
    """Yield the sentences of those texts in which a verb of defining comes soon after a subject."""
    done = 0
    for start, end in running.places_of(subject):
        if start < done or _COPULA.isdisjoint(running.words_after(end, _ABBREVIATION_WORDS)):
            continue
        text = running.text_at(start)
        yield from _SENTENCE_END.split(running.texts[text])
        done = running.ends[text]


def _after_subject(text: tuple[str, ...], subject: tuple[str, ...]) -> int | None:
    size = len(subject)
    for start in range(len(text) - size + 1):
        if text[start : start + size] != subject:
            continue
        for verb in range(start + size, min(start + size + _ABBREVIATION_WORDS, len(text))):
            if text[verb] in _COPULA:
                return verb + 1
            if text[verb] in _BREAKS_SUBJECT:
                break
    return None


def is_stated_singular(name: str, running: RunningText) -> bool:
    """Whether ``running`` uses the whole of ``name`` with a singular verb."""
    return any(
        not _SINGULAR_VERBS.isdisjoint(running.words_after(end, 1))
        and running.word_before(start) not in CONNECTORS
        for start, end in running.places_of(words(name))
    )
