"""The glossary: what words mean, in the sentences of the pages that explain them.

A Visit enters, an Answer leaves.
"""

from collections import defaultdict
from dataclasses import dataclass

from portal import urls
from portal.answer import Answer, Visit
from portal.definitions import Term, terms_of
from portal.letters import LETTER, LetterLink, letter_of, letters_of
from portal.replies.extras import GlossaryJson

LISTED_TERMS = 300
"""Terms on one page; of a library that explains more, one letter is shown at a time."""


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
        by_letter[letter_of(term.name)].append(term)
    letters = letters_of(
        urls.GLOSSARY,
        sorted(by_letter),
        split=len(terms) > LISTED_TERMS,
        asked=visit.parameters.get(LETTER, ""),
    )
    model = GlossaryModel(
        letters=letters.links,
        shown=tuple(LetterTerms(name, tuple(by_letter[name])) for name in letters.shown),
    )
    return Answer("views/glossary.html", model, lambda: _to_json(model), letters.url)


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
