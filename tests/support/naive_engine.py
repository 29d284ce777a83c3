"""The oracle of the engine contract: a search so plain that it is obviously right, and slow.

Every passage is looked at for every word. It writes its pages to one JSON file. What is found is
what has every word, ten passages at least; else what has three tenths of what the best has of the
words, each counting its idf. It knows nothing of what words mean: no synonyms, no corrections, no
intent; the libraries and queries that it is compared on give no occasion for them.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path

from whoosh.lang.porter import stem as porter_stem

from index.codec import page_from_json, page_to_json
from index.document import Page
from index.engine import Changes
from index.engines.whoosh.folding import STOP_WORDS
from index.errors import LibraryDamagedError
from index.explanation import Explanation
from index.facets import facet_values
from index.lexicon import EMPTY, Lexicon
from index.passage import Passage, passages_of
from index.query import Facet, Filters, Query
from index.results import FacetCount, Hit, Results, SnippetPart, Suggestion

FILE = "pages.json"


def stems(text: str) -> list[str]:
    """Return the stems of ``text``: folded words, each by itself."""
    found = []
    for raw in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text):
        bare = re.sub(r"['’]", "", re.sub(r"['’]s$", "", raw))[:64]
        folded = bare.lower()
        if not bare.isascii():
            decomposed = unicodedata.normalize("NFKD", bare.casefold())
            folded = "".join(part for part in decomposed if not unicodedata.combining(part))
        if folded:
            plain = len(folded) < 3 or not (folded.isalpha() and folded.isascii())
            found.append(folded if plain else porter_stem(folded))
    return found


CLOSE = 1e-4

STOP_STEMS = frozenset(stem for word in STOP_WORDS for stem in stems(word))


@dataclass(frozen=True)
class Searched:
    """A passage and the stems of each of its fields."""

    passage: Passage
    fields: tuple[tuple[str, ...], ...]

    def has(self, phrase: tuple[str, ...]) -> bool:
        """Return whether ``phrase`` stands in a row in some field."""
        return any(
            field[start : start + len(phrase)] == phrase
            for field in self.fields
            for start in range(len(field))
        )


def searched(page: Page) -> Iterator[Searched]:
    """Yield the passages of ``page`` with their fields."""
    for passage in passages_of(page):
        every = tuple(known.name for known in page.conditions)
        conditions = passage.conditions or every
        about = set(conditions) & set(every) or every
        abbreviations = [
            short
            for known in page.conditions
            if known.name in about
            for short in known.abbreviations
        ]
        names = "\n".join((*conditions, *abbreviations, *page.aliases))
        path = "\n".join(passage.breadcrumb[:-1])
        texts = (passage.title, passage.heading, path, names, passage.text)
        yield Searched(passage, tuple(tuple(stems(text)) for text in texts))


class NaiveEngine:
    """Writes pages as JSON; reads all of them."""

    name = "naive"
    format = "1"

    def derives(self, name: str) -> bool:
        """Tell of no file that it could be made anew."""
        return False

    def write(self, folder: Path, changes: Changes, previous: Path | None) -> None:
        """Write the pages of ``previous`` with ``changes`` applied."""
        pages = {page.slug: page for page in _read(previous)} if previous else {}
        for slug in changes.removed:
            pages.pop(slug, None)
        pages.update((page.slug, page) for page in changes.pages)
        body = json.dumps([page_to_json(page) for page in pages.values()])
        (folder / FILE).write_text(body, encoding="utf-8")

    def open(self, folder: Path, lexicon: Lexicon = EMPTY) -> "NaiveSearcher":
        """Open what `write` wrote."""
        try:
            return NaiveSearcher(_read(folder))
        except (OSError, ValueError) as error:
            raise LibraryDamagedError(f"{folder}: {error}") from error


def _read(folder: Path) -> list[Page]:
    values = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return [page_from_json(value) for value in values]


class NaiveSearcher:
    """Looks at every passage for every query."""

    def __init__(self, pages: list[Page]) -> None:
        """Take the passages of ``pages`` in the order they are browsed in."""
        ordered = sorted(pages, key=lambda page: (page.title.casefold(), page.slug))
        self._all = [found for page in ordered for found in searched(page)]

    def search(self, query: Query) -> Results:
        """Answer ``query``; hits are in library order, scores say nothing."""
        matching = self._matching(query)
        kept = [found.passage for found in matching if _let_through(found, query.filters, None)]
        first = (query.page - 1) * query.page_size
        return Results(
            query=query,
            total=len(kept),
            hits=tuple(_hit(passage) for passage in kept[first : first + query.page_size]),
            facets={facet: self._counts(matching, facet, query.filters) for facet in query.facets},
        )

    def explain(self, query: Query) -> tuple[Explanation, ...]:
        """Name the hits; there is nothing more to say."""
        hits = self.search(query).hits
        return tuple(Explanation(hit.page, hit.anchor, hit.score, (), ()) for hit in hits)

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Suggest nothing."""
        return ()

    def close(self) -> None:
        """Hold nothing."""

    def _matching(self, query: Query) -> list[Searched]:
        words = query.words
        phrases = [tuple(stems(text)) for text in words.phrases]
        excluded = [tuple(found) for text in words.excluded if (found := stems(text))]
        allowed = [
            found
            for found in self._all
            if all(found.has(phrase) for phrase in phrases if phrase)
            and not any(found.has(phrase) for phrase in excluded)
        ]
        asked = {stem for text in words.words for stem in stems(text)}
        telling = asked - STOP_STEMS or asked
        if not telling:
            return allowed
        numbers = {stem: sum(found.has((stem,)) for found in self._all) for stem in telling}
        tells = {
            stem: log(len(self._all) / (number + 1)) + 1
            for stem, number in numbers.items()
            if number
        }
        whole = sum(tells.values())
        shares = [
            sum(idf for stem, idf in tells.items() if found.has((stem,))) / (whole or 1)
            for found in allowed
        ]
        full = sum(share > 1 - CLOSE for share in shares) >= 10
        least = 1 - CLOSE if full else max(CLOSE, 0.3 * max(shares, default=0) - CLOSE)
        return [found for found, share in zip(allowed, shares, strict=True) if share >= least]

    def _counts(
        self, matching: list[Searched], facet: Facet, filters: Filters
    ) -> tuple[FacetCount, ...]:
        known = {
            value.value: value.label
            for found in self._all
            for value in facet_values(found.passage, facet)
        }
        numbers = dict.fromkeys(filters.of(facet), 0)
        for found in matching:
            for value in facet_values(found.passage, facet):
                numbers.setdefault(value.value, 0)
                numbers[value.value] += _let_through(found, filters, facet)
        counts = [
            FacetCount(value, known.get(value, value), number, value in filters.of(facet))
            for value, number in numbers.items()
        ]
        return tuple(sorted(counts, key=lambda count: (-count.count, count.label.casefold())))


def _let_through(found: Searched, filters: Filters, except_for: Facet | None) -> bool:
    return all(
        {value.value for value in facet_values(found.passage, facet)} & set(filters.of(facet))
        for facet in Facet
        if facet is not except_for and filters.of(facet)
    )


def _hit(passage: Passage) -> Hit:
    return Hit(
        page=passage.page,
        title=passage.title,
        anchor=passage.anchor,
        heading=passage.heading,
        aspect=passage.aspect,
        conditions=passage.conditions,
        topic=passage.topic,
        category=passage.category,
        breadcrumb=passage.breadcrumb,
        snippet=(SnippetPart(passage.text[:200]),),
        score=0.0,
    )
