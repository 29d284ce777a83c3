"""Kinds of names: does a wording name a health condition, or something done about one?

Names enter, yes or no leaves; the word lists come from data/names.toml, shipped with the package.
Used all over `ingest.conditions`, and where headings are read.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ingest.wording import words

_OF_OR_FOR = re.compile(
    r"\s+(?:of|for|from|in|with|due to|after|by|under|during|without)\s+", re.IGNORECASE
)
# What follows a preposition qualifies the head noun before it: "Epidural Injections for Back Pain".
_FOR_TREATING = re.compile(r"\w\s+(?:for\s+treating|to\s+treat|for\s+the\s+treatment\s+of)\s", re.I)
# Whatever comes before is a treatment: "Hyperthermia for treating cancer".
_CLOSING_TYPE = re.compile(r"\s+(?:type\s+)?(?:\d+\w?|[IVX]+|[A-E])$")
# "Charcot-Marie-Tooth disease type 4" has its noun before this.
_SHORTEST_TYPE = 2
# Characters: where the last two are small letters, no type closes the name.
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word lists of data/names.toml, folded."""

    condition_endings: tuple[str, ...]
    condition_exceptions: frozenset[str]
    condition_nouns: frozenset[str]
    treatment_nouns: frozenset[str]
    treatment_endings: tuple[str, ...]
    treatment_exceptions: frozenset[str]
    stops: frozenset[str]
    kinds: frozenset[str]
    called_treatment: frozenset[str]
    called_condition: frozenset[str]
    condition_menus: tuple[str, ...]
    treatment_menus: tuple[str, ...]
    lead_ins: tuple[str, ...]
    acting_on: frozenset[str]
    doings: frozenset[str]
    around_a_name: frozenset[str]
    persons: frozenset[str]
    within_a_name: frozenset[str]
    passing: tuple[str, ...]
    between: frozenset[str]
    around_a_label: frozenset[str]


@cache
def name_words() -> NameWords:
    """Return the word lists, read once."""
    text = files("ingest").joinpath("data/names.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)

    def folded(table: str, key: str) -> frozenset[str]:
        return frozenset(" ".join(words(entry)) for entry in lists[table][key])

    return NameWords(
        condition_endings=tuple(lists["conditions"]["endings"]),
        condition_exceptions=folded("conditions", "exceptions"),
        condition_nouns=folded("conditions", "nouns"),
        treatment_nouns=folded("treatments", "nouns"),
        treatment_endings=tuple(lists["treatments"]["endings"]),
        treatment_exceptions=folded("treatments", "exceptions"),
        stops=folded("treatments", "stops"),
        kinds=folded("treatments", "kinds"),
        called_treatment=folded("treatments", "called_treatment"),
        called_condition=folded("treatments", "called_condition"),
        condition_menus=tuple(lists["menus"]["condition_words"]),
        treatment_menus=tuple(lists["menus"]["treatment_words"]),
        lead_ins=tuple(sorted(lists["titles"]["lead_ins"], key=len, reverse=True)),
        acting_on=folded("titles", "acting_on"),
        doings=folded("titles", "doings"),
        around_a_name=folded("titles", "around_a_name"),
        persons=folded("titles", "persons"),
        within_a_name=folded("titles", "within_a_name"),
        passing=tuple(f" {phrase}" for phrase in lists["mentions"]["passing"]),
        between=frozenset(lists["mentions"]["between"]),
        around_a_label=folded("mentions", "around_a_label"),
    )


def _head(name: str) -> tuple[str, ...]:
    """Return the words of ``name`` up to its head noun: those before the first preposition."""
    bare = _PARENTHESIS.sub("", name) if "(" in name else name
    ending = bare[-_SHORTEST_TYPE:]
    if not (ending.isalpha() and ending.islower()):
        bare = _CLOSING_TYPE.sub("", bare)
    return words(_OF_OR_FOR.split(bare.strip(), maxsplit=1)[0])


_KEPT_NAMES = 2**10
# Names remembered: a page's title, labels and headings, each asked about by several steps.


@lru_cache(maxsize=_KEPT_NAMES)
def names_condition(name: str) -> bool:
    """Whether the form of ``name`` is that of a condition ("Bursitis", "Neck Pain", "Gout")."""
    if names_treatment(name):
        return False
    if _ends_in_condition(_head(name)):
        return True
    before, comma, _ = name.partition(",")  # "Prolactinoma, familial"
    return bool(comma) and _ends_in_condition(_head(before))


def _ends_in_condition(head: tuple[str, ...]) -> bool:
    known = name_words()
    if not head or head[-1] in known.condition_exceptions:
        return False
    return _ends_in_noun(head, known.condition_nouns) or head[-1].endswith(known.condition_endings)


@lru_cache(maxsize=_KEPT_NAMES)
def names_treatment(name: str) -> bool:
    """Whether the form of ``name`` is that of something done ("Nerve Blocks", "Kyphoplasty")."""
    if "treat" in name.lower() and _FOR_TREATING.search(name):
        return True
    head, known = _head(name), name_words()
    if not head or _ends_in_noun(head, known.treatment_exceptions):
        return False
    return _ends_in_noun(head, known.treatment_nouns) or head[-1].endswith(known.treatment_endings)


def is_treatment_compound(name: str) -> bool:
    """Whether ``name`` ends in a treatment's noun of several words ("Pain relievers")."""
    return " ".join(words(name)[-2:]) in name_words().treatment_nouns


_LONGEST_NOUN = 3
# Words of the longest noun in the lists ("high blood pressure").


def _ends_in_noun(head: tuple[str, ...], nouns: frozenset[str]) -> bool:
    closing = head[-_LONGEST_NOUN:]
    return not nouns.isdisjoint([" ".join(closing[start:]) for start in range(len(closing))])


_LONGEST_ACRONYM = 5
# Letters; a longer single word in capitals is shouted, not an acronym.
_SMALL_WORDS = frozenset({"of", "and", "for", "the", "in", "to", "a", "an", "with", "or", "on"})


def unshouted(name: str) -> str:
    """Return ``name`` in title case if all of it is in capitals ("PHYSICAL THERAPY").

    What stands in brackets is an abbreviation and keeps its capitals.
    """
    if not name.isupper() or (" " not in name and len(name) <= _LONGEST_ACRONYM):
        return name
    text = " ".join(map(_in_title_case, name.split()))
    return text[:1].upper() + text[1:]


def _in_title_case(word: str) -> str:
    if word.startswith("("):
        return word
    return word.lower() if word.lower() in _SMALL_WORDS else word.title()


def predicate_noun(text: tuple[str, ...]) -> str | None:
    """Return the last word before one that ends a noun phrase, "type of" and the like aside."""
    known = name_words()
    noun: str | None = None
    for word in text:
        if word in known.stops:
            break
        if word == "of":
            if noun in known.kinds:
                continue
            break
        noun = word
    return noun
