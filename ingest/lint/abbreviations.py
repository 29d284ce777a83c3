"""Abbreviations that a page uses, and those that it explains.

A page's texts enter, the two lists leave. Used by `ingest.lint.examine`.

An abbreviation is explained where it stands beside words that it abbreviates (the test of Schwartz
and Hearst, see `ingest.conditions.abbreviations`): "magnetic resonance imaging (MRI)", "MRI
(magnetic resonance imaging)", "magnetic resonance imaging, or MRI,", "MRI stands for magnetic
resonance imaging".
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from ingest.conditions.abbreviations import abbreviates

_USED = re.compile(r"[A-Z](?<![\w./@-][A-Z])(?:[a-z]?[A-Z]{1,4}[0-9]?|[A-Z]{1,5})s?(?![\w@])")
# Two to six capitals, after the first of which a small letter may stand (MRI, NSAIDs, RhD). Not L4,
# a place; not NG59, a publication's number; more than six are nearly always a shouted word. What
# stands before is looked at after the first capital, which is searched for much faster.
_ROMAN = re.compile(r"[IVX]+\Z")
_WORD = re.compile(r"[^\W\d_]{2,}")
_INTRODUCED = re.compile(
    r"(?:\(|\b(?:or|called|known as|abbreviated(?: as| to)?|for short))[\s,\"“'‘]*"
    r"(?:(?:also|often|sometimes|commonly|simply|called|known as|or)\s+)*\Z"
)
_EXPLAINING = re.compile(
    r"[\"”'’]?(?:\s+\w+){0,2}\s*\("
    r"|[\"”'’,]*\s*(?:(?:is |are )?short for|stands? for|or|means|[=–—:])\s"
)
# Up to two words may stand between ("a TENS unit (transcutaneous ...)").
_SHOUTED = 0.5
# Share of a text's words in capitals from which they are capitals of a shouted line.
_COMMON = 20_000
_RANKS = {2: 0, 3: 300}
# Rank in English up to which a form in capitals is a word that is meant to be seen ("CALL 911", "DO
# NOT"), by its letters: three are an abbreviation as often as a word (PET, CAT), unless the word is
# among the commonest; two always. A rarer word than the last is hardly ever shouted.
_WORDS_A_LETTER = 2
# Schwartz and Hearst look for the long form in twice as many words as the short one has letters.


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a page explains, and what it uses without; each in page order, without plural "s"."""

    explained: tuple[str, ...]
    unexplained: tuple[str, ...]


@cache
def everyday() -> frozenset[str]:
    """Return the abbreviations of data/everyday.toml, which nobody needs explained."""
    text = files("ingest").joinpath("data/everyday.toml").read_text(encoding="utf-8")
    return frozenset(short_form for group in tomllib.loads(text).values() for short_form in group)


def abbreviations_in(texts: Sequence[str], known: Iterable[str]) -> Abbreviations:
    """Return the abbreviations in ``texts``; ``known`` are explained by the page's conditions."""
    explained = dict.fromkeys(known)
    used: dict[str, None] = {}
    found = [(text, matches) for text in texts if (matches := list(_USED.finditer(text)))]
    forms = {match.group().removesuffix("s").lower() for _, matches in found for match in matches}
    spoken = _spoken(forms, "\n".join(texts)) if found else frozenset()
    for text, matches in found:
        if _is_shouted(text):
            continue
        for match in matches:
            short_form = match.group().removesuffix("s")
            if _ROMAN.match(short_form) or short_form.lower() in spoken:
                continue  # "type II"; "do NOT", where the page also says "not"
            used[short_form] = None
            if _is_explained(text, match, short_form):
                explained[short_form] = None
    missing = [short for short in used if short not in explained and not _is_plain(short)]
    return Abbreviations(tuple(explained), tuple(missing))


def _is_plain(short_form: str) -> bool:
    """Whether nobody needs ``short_form`` explained: an everyday one, or a word in capitals."""
    if short_form in everyday():
        return True
    rank = _common_words().get(short_form.lower(), _COMMON)
    return rank < _RANKS.get(len(short_form), _COMMON)


@cache
def _common_words() -> Mapping[str, int]:
    """Return the commonest words of English, in lower case, and their ranks (symspellpy's list)."""
    path = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    with path.open(encoding="utf-8-sig") as lines:
        return {line.partition(" ")[0]: rank for rank, line in enumerate(islice(lines, _COMMON))}


def _spoken(words: Iterable[str], text: str) -> frozenset[str]:
    """Return those of ``words``, in small letters, that stand in ``text`` as they are."""
    return frozenset(word for word in words if _is_spoken(word, text))


def _is_spoken(word: str, text: str) -> bool:
    place = text.find(word) if word.isalpha() else -1
    while place != -1:
        end = place + len(word)
        if not (_is_letter(text[max(place - 1, 0) : place]) or _is_letter(text[end : end + 1])):
            return True
        place = text.find(word, place + 1)
    return False


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()


def _is_shouted(text: str) -> bool:
    every = _WORD.findall(text)
    return len(every) > 1 and sum(map(str.isupper, every)) > _SHOUTED * len(every)


def _is_explained(text: str, match: re.Match[str], short_form: str) -> bool:
    """Whether the words before or after an abbreviation are those that it stands for."""
    size = _WORDS_A_LETTER * len(short_form)
    introduced = _INTRODUCED.search(text, 0, match.start())
    if introduced:
        before = " ".join(text[: introduced.start()].split()[-size:])
        if abbreviates(short_form, before):
            return True
    explaining = _EXPLAINING.match(text, match.end())
    if not explaining:
        return False
    return abbreviates(short_form, " ".join(text[explaining.end() :].split()[:size]))
