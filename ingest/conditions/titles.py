"""What a title is about: the name in it, and the parts of a coordinated name.

A title enters, candidate names leave; whether they are conditions, and whether "X and Y" is one
name or two, is for `ingest.conditions.coverage` to weigh. Used by that module.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.aspects.bare import bare_aspect
from ingest.aspects.placing import place_heading
from ingest.conditions.phrases import phrase_in
from ingest.names import (
    is_treatment_compound,
    name_words,
    names_condition,
    names_treatment,
)
from ingest.publications import is_kind_of_page, without_publication
from ingest.wording import CONNECTORS, QUESTION_WORDS, words

_SUBTITLE = re.compile(r"\s*:\s+|\s+[-–—|]\s+")
_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)")
_VERSUS = re.compile(r"\s+(?:vs\.?|versus)\s+", re.IGNORECASE)
_CONNECTOR = re.compile(
    r"\s*,\s*(?:and\s+|or\s+|&\s*)?|\s+(?:and|or)\s+|\s*&\s*|\s+/\s+", re.IGNORECASE
)
_GUIDE = re.compile(r"^\S+['’]s guide to\s+", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:(?:in|at|near|serving)\s+[A-Z]|near\s+(?:me|you)\b)")
_PROVIDERS = frozenset(
    words(
        "specialist doctor clinic surgeon physician therapist physiotherapist chiropractor dentist "
        "osteopath dermatologist expert center centre hospital"
    )
)
# Who treats what is named before: "Migraine Specialist in Austin".
TOO_WIDE = (("pain",),)
"""Names of conditions that say too little to be what a page is on: "Pain management" is what is
done, whatever the pain."""
_ASKER = re.compile(r"^(?:Q|Question)(?:\s*\d+)?\s*[.:)]\s*", re.IGNORECASE)
_QUESTION_MARK = re.compile(r"\s*\?\s*$")


@dataclass(frozen=True, slots=True)
class TitleName:
    """The name in a title; ``parts`` are its coordinated names, one if it has none.

    ``contrasted`` says that the title sets the parts against each other ("X vs. Y"), which nobody
    does with halves of one name. ``subtitle`` are the coordinated names after a colon, if several.
    ``is_name`` is false for a question or a sentence that names nothing ("When to call us");
    ``pieces`` are the wordings in it of which the page may still say that they are conditions.
    """

    name: str
    parts: tuple[str, ...]
    contrasted: bool = False
    subtitle: tuple[str, ...] = ()
    is_name: bool = True
    pieces: tuple[str, ...] = ()


_KEPT_TITLES = 2**6
# Titles remembered: several steps ask for that of the page they are at.


@lru_cache(maxsize=_KEPT_TITLES)
def name_in_title(title: str) -> TitleName:
    """Return the name that ``title`` is about, without lead-ins, subtitle and aspect words.

    "Understanding Sciatica: Causes and Treatment" -> "Sciatica"; "Fibromyalgia Symptoms" ->
    "Fibromyalgia", since what remains names a condition; "Heat Therapy" stays as it is.
    """
    subtitle = _parts(_without_kind(title).partition(":")[2])
    asked = without_asker(_without_kind(title.strip()))
    bare = _PARENTHESIS.sub("", _QUESTION_MARK.sub("", asked)).strip()
    name = without_publication(_without_lead_in(_without_subtitle(bare or asked)))
    contrasted = _VERSUS.split(name)
    if len(contrasted) > 1:
        return TitleName(name, tuple(contrasted), contrasted=True)
    phrase = phrase_in(name)
    if phrase is not None and phrase.name is None:
        return TitleName(name, (name,), is_name=False, pieces=phrase.pieces)
    name = _without_aspect_words(phrase.name if phrase and phrase.name else name)
    name = _without_place(name)
    several = subtitle if len(subtitle) > 1 else ()
    return TitleName(name, _parts(name) or (name,), subtitle=several)


def title_names(title: str) -> tuple[tuple[str, ...], ...]:
    """Return what ``title`` calls the page's topic, folded, longest first."""
    named = name_in_title(title)
    return longest_first(map(words, (title, named.name, *named.parts)))


def short_names(title: str) -> tuple[str, ...]:
    """Return how a page goes on speaking of what its ``title`` names, without what qualifies it.

    "About nerve blocks" stands on a page on "Peripheral nerve blocks".
    """
    return tuple(short for part in name_in_title(title).parts for short in _unqualified(part))


def _unqualified(name: str) -> Iterator[str]:
    """Yield the closing words of ``name``, two at least, that by themselves name the same kind."""
    said = name.split()
    is_kind = names_treatment if names_treatment(name) else names_condition
    for start in range(1, len(said) - 1):
        short = " ".join(said[start:])
        if is_kind(short):
            yield short


def longest_first(names: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return each of ``names`` once, those of most words first, empty ones left out."""
    return tuple(sorted(dict.fromkeys(filter(None, names)), key=len, reverse=True))


def without_asker(title: str) -> str:
    """Return ``title`` without what stands before questions among answers ("Q: What is gout?")."""
    return _ASKER.sub("", title)


def _without_kind(title: str) -> str:
    """Return ``title`` without the kind of page before its name ("Condition: gout")."""
    found = _SUBTITLE.search(title)
    is_kind = found is not None and is_kind_of_page(title[: found.start()])
    return title[found.end() :] if found and is_kind else title


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in _CONNECTOR.split(name.strip()) if part)


def _without_subtitle(title: str) -> str:
    """Cut at a colon, and at a dash where an aspect or a question follows, not a qualifier."""
    found = _SUBTITLE.search(title)
    if found is None or not title[: found.start()].strip():
        return title
    separator = found.group().strip()
    after = title[found.end() :]
    asks = not QUESTION_WORDS.isdisjoint(words(after)[:1])
    is_subtitle = separator in {"|", ":"} or asks or place_heading(after) is not None
    return title[: found.start()] if is_subtitle else title


def _without_lead_in(title: str) -> str:
    title = _GUIDE.sub("", title)  # "A traveler's guide to"
    lowered = title.lower()
    for lead_in in name_words().lead_ins:
        if lowered.startswith(lead_in + " "):
            return _without_lead_in(
                re.sub(r"(?i)^(?:the|a|an)\s+", "", title[len(lead_in) :].strip())
            )
    return title


def _without_aspect_words(name: str) -> str:
    """Drop closing words that tell an aspect, if a condition's name remains."""
    kept = name.split()
    while len(kept) > 1 and not is_treatment_compound(" ".join(kept)):
        size = _size_of_aspect(kept)
        if not 0 < size < len(kept):
            break
        del kept[-size:]
        remainder = " ".join(kept).rstrip(" &")
        if remainder.endswith(","):  # "Prosopagnosia, hereditary" is one name
            return name
        if names_condition(remainder) and not _tells_aspect(kept[-1]):
            return name if words(remainder) in TOO_WIDE else remainder
    return name


def _without_place(name: str) -> str:
    """Return the condition in a title as clinics advertise: "Sciatica Treatment in Pasadena"."""
    placed = _PLACE.search(name)
    if placed is None:
        return name
    offered = name[: placed.start()].split()
    while len(offered) > 1 and set(words(offered[-1])) <= _PROVIDERS:
        offered.pop()
    kept = _without_aspect_words(" ".join(offered))
    is_offered = len(kept) < placed.start()
    return kept if is_offered and names_condition(kept) else name


def _size_of_aspect(name: Sequence[str]) -> int:
    """Return how many closing words tell an aspect: "first aid" tells what "aid" does not."""
    if _tells_aspect(name[-1]):
        return 1
    placement = bare_aspect(" ".join(name[-2:]))
    return 2 if placement is not None and " " in placement.wording else 0


def _tells_aspect(word: str) -> bool:
    folded = words(word)
    placement = place_heading(word)
    return not folded or folded[0] in CONNECTORS or (placement is not None and not placement.weak)


def with_shared_head(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the readings of ``parts`` in which the last one's closing words belong to all.

    ("Cervical", "Lumbar Radiculopathy") -> [("Cervical Radiculopathy", "Lumbar Radiculopathy")].
    """
    head = parts[-1].split()
    return [
        (*(f"{part} {' '.join(head[cut:])}" for part in parts[:-1]), parts[-1])
        for cut in range(1, len(head))
    ]
