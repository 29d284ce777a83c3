"""Words as they are compared: case, accents, hyphens, plurals and "&" made no difference.

Text enters, tuples of folded words leave. Pure; used all over ingest wherever two wordings are
held against each other, so that "Joint & Bursa Injections" and "joint and bursa injection" agree
everywhere alike. May be imported by any module of ingest.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
# The blocks of combining marks, which NFKD parts from their letters.
_APOSTROPHES = re.compile("['’‘`´]")
_TYPED_APOSTROPHES = b"'`"
_LOWERED = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)) * 2
# Plain text is taken apart by this table and a split, in a third of a regular expression's time.
_LOWERED_LINES = _LOWERED[: ord("\n")] + b"\n" + _LOWERED[ord("\n") + 1 :]
_PLURALS = tuple(
    (re.compile(plural, re.ASCII), ending)
    for plural, ending in (
        (r"ies\b(?<=\wies)", "y"),
        (r"es\b(?<=sses)", ""),
        (r"s\b(?<=\w\w[^\Wsui]s)", ""),
    )
)
# What `singular` does, to all words of a page at once. What is sought comes before what must stand
# there, so that the search goes from one such letter to the next.
_SINGULAR_ENDINGS = ("ss", "us", "is")
# "-ss", "-us" and "-is" are singular endings (illness, lupus, diagnosis), whatever the final "s".
_SHORTEST_PLURAL = 4
# Letters; shorter words in "-s" are hardly ever plurals that matter ("gas", "has", "its").
CONNECTORS = frozenset({"and", "or", "vs", "versus"})
_FILLERS = frozenset({"a", "an", "the", "your", "our"})


Value = TypeVar("Value")
Words = tuple[str, ...]
"""A text's words, folded."""


class Remembered(dict[str, Value]):
    """What a function of a word gives, for up to ``most`` words; then it begins anew.

    A dictionary's look-up takes half the time of one in `functools.lru_cache`, which counts where
    every word of a page is looked up.
    """

    def __init__(self, function: Callable[[str], Value], most: int) -> None:
        """Remember what ``function`` gives."""
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, word: str) -> Value:
        """Ask the function."""
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._function(word)
        return value

    def keep(self, values: Mapping[str, Value]) -> None:
        """Remember what the function would give, found another way."""
        if len(self) + len(values) > self._most:
            self.clear()
        self.update(values)


def _folded(text: str) -> Words:
    plain = _in_ascii(text)
    if plain.isascii():
        found = plain.translate(_LOWERED, _TYPED_APOSTROPHES).decode().split()
    else:
        found = _WORD.findall(_without_accents(text.replace("&", " and ")).lower())
    return tuple([word if word[-1] != "s" else _singular_of(word) for word in found])


_KEPT_TEXTS = 2**13
# Texts whose words are remembered: those of one long page and its vocabulary, which are compared
# with each other again and again.

_folded_texts = Remembered(_folded, _KEPT_TEXTS)
words: Callable[[str], Words] = _folded_texts.__getitem__
"""Return the words of a text folded: lower case, no accents, singular, "&" as "and"."""


def words_of_each(texts: Sequence[str]) -> list[Words]:
    """Return the `words` of each of ``texts``, and remember them.

    Those of a page that are not remembered are folded at once, a line each, in half the time that
    one after the other takes.
    """
    new = [text for text in texts if text not in _folded_texts]
    plain = _in_ascii("\n".join(new))
    every = plain.translate(_LOWERED_LINES, _TYPED_APOSTROPHES).decode()
    for plural, ending in _PLURALS:
        every = plural.sub(ending, every)
    lines = every.split("\n")
    if new and len(lines) == len(new):  # none has a line break
        found = dict(zip(new, map(tuple, map(str.split, lines)), strict=True))
        if not plain.isascii():
            found |= {text: _folded(text) for text in found if not text.isascii()}
        _folded_texts.keep(found)
    return [words(text) for text in texts]


def _in_ascii(text: str) -> bytes:
    """Return ``text`` without accents, signs as spaces; what is not ASCII then is a letter."""
    return text.replace("&", " and ").encode("ascii", _WITHOUT_ACCENTS)


_KEPT_RUNS = 2**10
# Runs of characters outside ASCII that are remembered: dashes, quotes, the accents of a language.


@lru_cache(maxsize=_KEPT_RUNS)
def _plain_run(run: str) -> bytes:
    """Return ``run``, characters outside ASCII, without accents, signs as spaces, in UTF-8."""
    plain = _without_accents(run)
    return "".join(sign if sign.isalnum() else " " for sign in plain).encode()


def _plain_instead(error: UnicodeError) -> tuple[bytes, int]:
    """Give an encoder what stands for a run of characters outside ASCII, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _plain_run(error.object[error.start : error.end]), error.end


_WITHOUT_ACCENTS = "ingest.without-accents"
codecs.register_error(_WITHOUT_ACCENTS, _plain_instead)
# An encoder passes over ASCII ten times as fast as a regular expression.


def _without_accents(text: str) -> str:
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)))


_KEPT_FOLDED = 2**16
# Words and wordings whose folded form is remembered: pages of one subject share most of theirs.


def singular(word: str) -> str:
    """Return a lower-case English ``word`` without its plural ending ("biopsies" -> "biopsy").

    Light on purpose: both sides of a comparison pass through here, so that a wrong but equal
    singular does no harm, while a heavier stemmer would make "prognosis" and "prognostic" one.
    """
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_SINGULAR_ENDINGS):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1]


_singular_of = Remembered(singular, _KEPT_FOLDED).__getitem__
# Asked for words in "-s" alone, one in seven, so that its table stays in the processor's cache.


QUESTION_WORDS = frozenset(
    words("what how why who when where which is are can do does should will may")
)
"""The words that open questions, folded."""


def same_words(one: str, other: str) -> bool:
    """Whether two wordings are the same but for order, plurals, articles and "&" or "and".

    A word cut short with a full stop stands for any word that it begins ("Joint Inj." is "joint
    injections"), as menus do for want of room.
    """
    left, right = telling_words(one), telling_words(other)
    if not left or len(left) != len(right):
        return False
    return all(any(_stands_for(word, against) for against in right) for word in left) and all(
        any(_stands_for(against, word) for word in left) for against in right
    )


@lru_cache(maxsize=_KEPT_FOLDED)
def telling_words(text: str) -> tuple[str, ...]:
    """Return the different words of ``text`` that tell it from others, folded.

    Connectors and articles are left out; a word cut short keeps its full stop.
    """
    if "." not in text:
        told = [word for word in words(text) if word not in CONNECTORS and word not in _FILLERS]
        return tuple(dict.fromkeys(told))
    kept: dict[str, None] = {}
    for piece in text.split():
        cut = piece.endswith(".") and piece[:-1].isalpha()
        for word in words(piece):
            if word not in CONNECTORS and word not in _FILLERS:
                kept[word + "." if cut else word] = None
    return tuple(kept)


def _stands_for(one: str, other: str) -> bool:
    if one.endswith("."):
        return other.startswith(one[:-1])
    return one == other or (other.endswith(".") and one.startswith(other[:-1]))


def has_cut_word(telling: Iterable[str]) -> bool:
    """Whether one of the ``telling`` words is cut short."""
    return any(word.endswith(".") for word in telling)
