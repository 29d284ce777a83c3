"""The glossary: what words mean, in the sentences of the pages that explain them.

A Visit enters, an Answer leaves.
"""

from collections import defaultdict
from dataclasses import dataclass

from index.text import slugify
from portal import urls
from portal.answer import Answer, Visit
from portal.definitions import Term, terms_of
from portal.replies.extras import GlossaryJson

LISTED_TERMS = 300
"""Terms on one page; of a library that explains more, one letter is shown at a time."""


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter that terms begin with, "#" for none; where they are."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class LetterTerms:
    """The terms that begin with one letter."""

    name: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class GlossaryModel:
    """The glossary: the letters there are, and the terms of those shown."""

    letters: tuple[LetterLink, ...]
    shown: tuple[LetterTerms, ...]


def show(visit: Visit) -> Answer:
    """Show the words that pages explain; of very many, those of one letter."""
    terms = visit.catalogue.terms.get(lambda: terms_of(visit.generation.pages()))
    by_letter: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        by_letter[_letter(term.name)].append(term)
    names = sorted(by_letter)
    is_split = len(terms) > LISTED_TERMS
    asked = visit.parameters.get("letter", "")
    chosen = asked if asked in by_letter else names[0] if names else ""
    url = (lambda name: f"{urls.GLOSSARY}?letter={_quoted(name)}") if is_split else _fragment
    shown = [chosen] if is_split else names
    model = GlossaryModel(
        letters=tuple(LetterLink(name, url(name)) for name in names),
        shown=tuple(LetterTerms(name, tuple(by_letter[name])) for name in shown),
    )
    return Answer(
        "views/glossary.html",
        model,
        lambda: _to_json(model),
        url(chosen) if is_split else urls.GLOSSARY,
    )


def _to_json(model: GlossaryModel) -> GlossaryJson:
    return {
        "terms": [
            {
                "name": term.name,
                "meaning": term.meaning,
                "quotes": [
                    {"text": quote.text, "page": quote.page, "url": quote.url}
                    for quote in term.quotes
                ],
            }
            for part in model.shown
            for term in part.terms
        ]
    }


def _letter(name: str) -> str:
    first = slugify(name)[:1].upper()
    return first if first.isalpha() else "#"


def _fragment(name: str) -> str:
    return f"#{'other' if name == '#' else name}"


def _quoted(name: str) -> str:
    return "%23" if name == "#" else name
