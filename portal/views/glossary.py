"""The glossary: what words mean, in the sentences of the pages that explain them.

A Visit enters, an Answer leaves.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from portal import urls
from portal.answer import Answer, Visit
from portal.definitions import Term, terms_of
from portal.letters import Listing, by_letter, listing_of
from portal.replies.extras import GlossaryJson

LISTED_TERMS = 75
"""Terms on one page: 20 screens of a phone with their sentences, some 35 kB; of a library that
explains more, one letter is shown at a time."""


@dataclass(frozen=True, slots=True)
class GlossaryModel:
    """The glossary by letters."""

    listing: Listing[Term]


def show(visit: Visit) -> Answer:
    """Show the words that pages explain; of very many, those of one letter."""
    terms = visit.catalogue.terms.get(lambda: terms_of(visit.generation.pages()))
    letters = by_letter(terms, lambda term: term.name)
    listing = listing_of(urls.GLOSSARY, letters, visit.parameters, LISTED_TERMS)
    return Answer(
        "views/glossary.html",
        GlossaryModel(listing),
        lambda: _to_json(term for letter in letters for term in letter.entries),
        listing.url,
    )


def _to_json(terms: Iterable[Term]) -> GlossaryJson:
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
            for term in terms
        ]
    }
