"""Titles that are no names but hold one: questions, sentences, and what somebody does.

A title enters, a Phrase or nothing leaves; the words are in data/names.toml. Used by
`ingest.conditions.titles`.

"What I need to know about Kidney Stones", "Preventing stroke", "How can botulism be prevented?" are
no names of conditions, yet tell which condition the page is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.aspects.bare import bare_aspect
from ingest.names import name_words, names_condition, names_treatment
from ingest.wording import CONNECTORS, QUESTION_WORDS, words

_DASHES = frozenset({"-", "–", "—"})
_ARTICLE = "a"
# Between words of a title "A" in capitals is part of a name: "Hepatitis A Vaccine".
_POSSESSIVE = ("'s", "’s")
_DONE = "ed"
# "How is fibromyalgia treated": the closing verb is no part of the name.
_STATES = frozenset({"is", "are", "can", "may", "will", "might"})
# Verbs that make a sentence of a title: "Shingles pain can last for weeks".
_KINDS = frozenset(words("condition disease disorder illness problem injury complaint syndrome"))
# By themselves they name no condition: "Diseases you can catch".


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title that is no name; ``name`` is the condition or treatment in it, None if none is.

    ``pieces`` are the wordings in it that may be names nevertheless ("tennis elbow").
    """

    name: str | None
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    """One word of a title as written, its folded form, and whether names end at it."""

    written: str
    folded: tuple[str, ...]
    is_boundary: bool

    @classmethod
    def of(cls, written: str) -> "_Token":
        folded = words(written)
        return cls(written, folded, _is_boundary(written, folded))


def phrase_in(title: str) -> Phrase | None:
    """Return what ``title`` says if it is a question, a sentence or a doing, else None.

    A title that only opens like one ("Eating disorders in children") is a name: its first words
    name a condition without any help.
    """
    tokens = [_Token.of(written) for written in title.split()]
    start = _first_possible(tokens)
    if start is None:
        return None
    pieces: list[str] = []
    while start < len(tokens):
        size = _size_of_piece(tokens[start:])
        piece = _written(tokens[start : start + size])
        if size and _names_something(piece):
            return Phrase(_extended(piece, tokens[start + size :]))
        pieces += [piece] if piece else []
        start += size + 1
    return Phrase(None, tuple(pieces))


def _names_something(piece: str) -> bool:
    return names_treatment(piece) or (names_condition(piece) and not set(words(piece)) <= _KINDS)


def _first_possible(tokens: Sequence[_Token]) -> int | None:
    """Return where a name may begin if the title is a phrase, else None."""
    if not tokens or not tokens[0].folded:
        return None
    known = name_words()
    opener, is_one_word = tokens[0].folded[0], len(tokens[0].folded) == 1
    if is_one_word and opener in known.acting_on | QUESTION_WORDS:
        return 1
    size = 1 + _size_of_piece(tokens[1:])
    is_doing = is_one_word and (opener in known.doings or opener.isdigit())
    if is_doing and size < len(tokens) and not names_condition(_written(tokens[:size])):
        return size + 1
    return 0 if any(set(token.folded) & _STATES for token in tokens[1:-1]) else None


def _size_of_piece(tokens: Sequence[_Token]) -> int:
    return next((size for size, token in enumerate(tokens) if token.is_boundary), len(tokens))


def _is_boundary(written: str, folded: tuple[str, ...]) -> bool:
    if written in _DASHES:
        return True
    if len(folded) != 1 or (folded[0] == _ARTICLE and written != _ARTICLE):
        return False
    known = name_words()
    is_owner = folded[0] in known.persons and written.endswith(_POSSESSIVE)
    return is_owner or folded[0] in known.around_a_name or folded[0] in known.acting_on


def _extended(piece: str, rest: Sequence[_Token]) -> str:
    """Return ``piece`` with what qualifies it ("Kidney stones" + "in children")."""
    within = name_words().within_a_name
    if not rest or not set(rest[0].folded) & within:
        return piece
    qualifier = rest[1 : 1 + _size_of_piece(rest[1:])]
    return f"{piece} {rest[0].written} {_written(qualifier)}" if qualifier else piece


def _written(tokens: Sequence[_Token]) -> str:
    kept = list(tokens)
    if len(kept) > 1 and kept[0].folded == (_ARTICLE,):
        del kept[0]  # "During A Panic Attack": a name has its "A" after the first word
    while len(kept) > 1 and set(kept[1].folded) <= CONNECTORS and bare_aspect(kept[0].written):
        del kept[:2]  # "in case of emergency or overdose"
    while kept and (set(kept[-1].folded) <= CONNECTORS or kept[-1].folded[-1].endswith(_DONE)):
        kept.pop()
    return " ".join(token.written for token in kept).rstrip(" ,;:")
