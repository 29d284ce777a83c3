"""Which aspect of its topic a heading tells.

A heading enters, a Placement leaves; the wordings come from data/aspects.toml, which ships with the
package. Used wherever ingest reads headings; what a body tells is `ingest.aspects.bodies`' to say.

How a heading is read: the page's own names in it become "~"; every wording that the vocabulary
knows is looked up, longer ones over those inside them; of several that remain the first counts
("Causes and Risk Factors" is about causes), unless two nouns stand side by side, where English
puts the head last ("Treatment Outcomes" is about outcomes). Questions are read alike.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.aspect import Aspect
from index.text import display_heading
from ingest.aspects.wordings import NAME, Found, shipped_vocabulary
from ingest.wording import CONNECTORS, QUESTION_WORDS, words

_GOVERNING = frozenset(words("on of for to with from in about after before during the your"))
# A wording ending so governs the next ("effects on" health), which then is no head of a compound.


@dataclass(frozen=True, slots=True)
class Placement:
    """An aspect, and the wording that told it; ``weak`` if it would yield to any other sign."""

    aspect: Aspect
    wording: str
    weak: bool = False


_LISTED = 2
_COMMA = re.compile(r",\s*(?:and\s+|&\s*|or\s+)?")
# Two commas list three things, whose nouns are no compound: "Causes, symptoms, treatment".
_KEPT_HEADINGS = 2**12
# Headings remembered: each is asked for by several steps, and sites repeat theirs.


def heading_words(heading: str, names: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the folded words of ``heading``, each of ``names`` (folded, longest first) as "~"."""
    return _heading_words(heading, tuple(names))


@lru_cache(maxsize=_KEPT_HEADINGS)
def _heading_words(heading: str, names: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    shown = display_heading(heading)
    text = _with_names(words(shown), names)
    if shown.count(",") < _LISTED:
        return text
    listed = _with_names(words(_COMMA.sub(" and ", shown)), names)
    return listed if listed.count(NAME) == text.count(NAME) else text  # names have commas as well


def _with_names(text: tuple[str, ...], names: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    for name in names:
        if name and name[0] in text:
            text = _replaced(text, name)
    return text


def _replaced(text: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...]:
    size = len(name)
    for start in range(len(text) - size + 1):
        if text[start : start + size] == name:
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
