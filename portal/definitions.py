"""Words that the pages themselves explain: abbreviations, and sentences that say what is what.

Pages enter, Terms leave, each with the sentences that explain it, word for word, and the way to
where they stand. Nothing is composed: a word that no page explains is not in.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.aspect import Aspect
from index.document import Page
from index.passage import Passage, passages_of
from index.text import slugify
from portal import urls
from portal.abbreviations import explained_in

QUOTES_EACH = 3
"""Sentences quoted of one term: enough to see that pages agree, or do not."""

LONGEST_SENTENCE = 400
"""Characters; a longer one is no definition to read at a glance."""

DEFINING = (Aspect.OVERVIEW, Aspect.PROCEDURE, Aspect.TREATMENT)
"""What passages say that say what something is; the first of them on a page only."""

_SHORT_FORM = re.compile(r"\([A-Z]|[A-Z0-9]s? \(")
# What a line must have for it to explain an abbreviation; most lines have not.
_PARENTHESIS_AT_END = re.compile(r"\s*\([^()]*\)\s*$")
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")
# Up to a stop before white space or the end, so that "2.5 mg" and "e.g., " do not end one.
_OPENING = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_IS = re.compile(
    r"\s*(?:\([^()]{1,60}\)\s*)?,?\s*(?:also (?:called|known as) [^,]{1,60},?\s*)?"
    r"(?:is|are|means|refers? to|describes?)\s+(?:an?|the|any|when|one|pain|called|\w+ing|[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of a page, with the way to where it stands."""

    text: str
    page: str
    url: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word that pages explain; ``meaning`` is what an abbreviation stands for, else empty."""

    name: str
    meaning: str
    quotes: tuple[Quoted, ...]

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return slugify(self.name)


def terms_of(pages: Iterable[Page]) -> tuple[Term, ...]:
    """Return every term that ``pages`` explain, in alphabetical order.

    An abbreviation with two meanings is two terms.
    """
    quotes: dict[tuple[str, str], dict[str, Quoted]] = defaultdict(dict)
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for page in pages:
        for name, meaning, quote in _explained(page):
            key = (name.casefold(), meaning.casefold())
            names.setdefault(key, (name, meaning))
            quotes[key].setdefault(quote.text, quote)
    terms = (Term(*names[key], _best(found.values())) for key, found in quotes.items())
    return tuple(sorted(terms, key=lambda term: (term.name.casefold(), term.meaning.casefold())))


def _best(quotes: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Return as many ``quotes`` as are shown, whole sentences before fragments of lists."""
    ordered = sorted(quotes, key=lambda quote: not quote.text.endswith((".", "!", "?")))
    return tuple(ordered[:QUOTES_EACH])


def _explained(page: Page) -> Iterator[tuple[str, str, Quoted]]:
    waiting = _names(page)
    for passage in passages_of(page):
        for line in passage.text.split("\n"):
            if _SHORT_FORM.search(line):
                yield from _abbreviations(passage, line)
        if waiting and passage.aspect in DEFINING:
            for name, quote in _definitions(passage, waiting):
                waiting.remove(name)
                yield name, "", quote


def _names(page: Page) -> list[str]:
    """Return what ``page`` is about, the longest name first: that is the one a sentence defines."""
    given = (page.title, *page.aliases, *(known.name for known in page.conditions))
    names = {_PARENTHESIS_AT_END.sub("", name) for name in given}
    return sorted(names, key=lambda name: (-len(name), name))


def _abbreviations(passage: Passage, line: str) -> Iterator[tuple[str, str, Quoted]]:
    for sentence in sentences(line):
        for found in explained_in(sentence):
            if len(sentence) <= LONGEST_SENTENCE:
                yield found.short, found.long, _quoted(passage, sentence)


def _definitions(passage: Passage, names: Iterable[str]) -> list[tuple[str, Quoted]]:
    """Return the first sentence of a paragraph of ``passage`` for each name that it defines."""
    lines = passage.text.split("\n")
    found = []
    for name in names:
        line = next((line for line in lines if defines(line, name)), "")
        sentence = next(sentences(line), "")
        if 0 < len(sentence) <= LONGEST_SENTENCE:
            found.append((name, _quoted(passage, sentence)))
    return found


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of ``text``, stripped."""
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if sentence:
            yield sentence


def defines(text: str, name: str) -> bool:
    """Return whether ``text`` opens with ``name`` and goes on to say what it is."""
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    begins = text[start : start + len(name) + 1].casefold()
    for form in (name.casefold(), name.casefold().removesuffix("s"), f"{name.casefold()}s"):
        if begins.startswith(form) and _IS.match(text, start + len(form)):
            return True
    return False


def _quoted(passage: Passage, sentence: str) -> Quoted:
    return Quoted(sentence, passage.title, urls.page_url(passage.page, passage.anchor))
