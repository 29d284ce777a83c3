"""Queries whose right answer is known, as an Item each: what the ablation is measured on.

The health library's folder enters, sets of Items leave, the same ones at every run. Only the
questions have been judged by people; the others follow from the corpus itself, so there are many of
them, and nobody chose them with a ranking in view.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search.corpus import Document, learned, read_documents
from benchmarks.search.queries import exact_phrases, read_questions
from benchmarks.search.relevance import ndcg
from benchmarks.understanding.mistakes import misspelt
from index.results import Results

_SEED = 4
_ASPECTS, _NAMES, _MISSPELT, _SYNONYMS = 2_000, 600, 800, 800
_FIRST = 3
"""Hits that are seen without scrolling."""

_FEW_WORDS = 2
"""Words of a name that is misspelt: in longer ones the others lead to the page."""

_LONGEST_NAME = 6
"""Words of a name; nobody types a longer one."""

_ASKED: Mapping[str, Sequence[str]] = {
    "treatment": ("{} treatment", "how is {} treated", "cure for {}", "what helps with {}"),
    "symptoms": ("{} symptoms", "signs of {}", "how do i know if i have {}"),
    "causes": ("what causes {}", "why do people get {}", "{} causes"),
    "inheritance": ("is {} inherited", "does {} run in families", "is {} hereditary"),
    "frequency": ("how common is {}", "how many people have {}", "how rare is {}"),
    "genetic changes": ("{} gene", "{} mutation", "which gene causes {}"),
    "outlook": ("{} prognosis", "life expectancy with {}", "does {} go away"),
    "exams and tests": ("{} test", "how is {} diagnosed", "{} diagnosis"),
    "prevention": ("how to prevent {}", "how can i avoid {}", "{} prevention"),
    "susceptibility": ("who gets {}", "{} risk factors", "who is at risk of {}"),
    "complications": ("{} complications", "is {} dangerous"),
    "research": ("{} research", "{} clinical trials"),
}
"""The library's kind of section -> how people ask for it, most of it not in its headings' words."""

_NARRATIVES = (
    "Hello. {} Please help me, thank you so much for your time.",
    "My husband has been worried about this for two years and our doctor did not say much. {}",
    "Hi, I am 45 years old and I was told about this last week and I am scared. {} Any information"
    " would be greatly appreciated. God bless you and your family.",
)
"""What people write around a question, saying nothing of its matter."""


@dataclass(frozen=True, slots=True)
class Item:
    """One query and what its results are worth, from 0 to 1."""

    text: str
    worth: Callable[[Results], float]


def read_items(data: Path) -> dict[str, tuple[Item, ...]]:
    """Return all sets over the health library in ``data``, by their names."""
    documents = tuple(learned(read_documents(data)))
    pages_named: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for name in (document.condition, *document.names, *document.abbreviations):
            pages_named[name.casefold()].add(document.page)
    return {
        "questions": tuple(_questions(data, ("{}",))),
        "narrated": tuple(_questions(data, _NARRATIVES)),
        "aspects": tuple(_aspects(documents, pages_named)),
        "phrases": tuple(_phrases(data)),
        "names": tuple(_names(documents, pages_named)),
        "misspelt": tuple(_misspelt(documents, pages_named)),
        "synonyms": tuple(_synonyms(documents, pages_named)),
    }


def _questions(data: Path, around: Sequence[str]) -> Iterator[Item]:
    judged = [one for one in read_questions(data) if any(one.grades.values())]
    for number, question in enumerate(judged):
        grades = question.grades

        def worth(results: Results, grades: Mapping[str, int] = grades) -> float:
            return ndcg([hit.anchor for hit in results.hits], grades)

        yield Item(around[number % len(around)].format(question.text), worth)


def _aspects(documents: Sequence[Document], pages_named: Mapping[str, set[str]]) -> Iterator[Item]:
    """Yield a condition, or another name of it, and an aspect: right is that section of its page.

    Worth is the reciprocal rank.
    """
    chance = random.Random(_SEED)  # noqa: S311  # repeatable queries, nothing secret
    of_kind: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document in documents:
        of_kind[document.page, document.kind].add(document.id)
    asked = [one for one in documents if one.kind in _ASKED]
    by_kind: dict[str, list[Document]] = defaultdict(list)
    for document in asked:
        by_kind[document.kind].append(document)
    kinds = sorted(by_kind)
    for number in range(_ASPECTS):
        document = chance.choice(by_kind[kinds[number % len(kinds)]])
        name = _short_name(chance, (document.condition, *document.names))
        right = frozenset(
            identifier
            for page in pages_named[name.casefold()]
            for identifier in of_kind[page, document.kind]
        )
        yield Item(chance.choice(_ASKED[document.kind]).format(name), _reciprocal_rank(right))


def _phrases(data: Path) -> Iterator[Item]:
    """Yield words in a row of one section: worth is whether it is among the ten best."""
    for phrase in exact_phrases(data):

        def worth(results: Results, right: str = phrase.id) -> float:
            return float(right in {hit.anchor for hit in results.hits})

        yield Item(phrase.text, worth)


def _names(documents: Sequence[Document], pages_named: Mapping[str, set[str]]) -> Iterator[Item]:
    """Yield conditions' names alone: worth is whether the first hit is of a page of that name."""
    for name in _drawn({document.condition for document in documents}, _NAMES):
        yield Item(name, _page_among(pages_named[name.casefold()], 1))


def _synonyms(documents: Sequence[Document], pages_named: Mapping[str, set[str]]) -> Iterator[Item]:
    """Yield other names and abbreviations alone: worth as for names."""
    names = {name for document in documents for name in (*document.names, *document.abbreviations)}
    titles = {document.condition.casefold() for document in documents}
    for name in _drawn({name for name in names if name.casefold() not in titles}, _SYNONYMS):
        yield Item(name, _page_among(pages_named[name.casefold()], 1))


def _misspelt(documents: Sequence[Document], pages_named: Mapping[str, set[str]]) -> Iterator[Item]:
    """Yield names with one or two mistakes: worth is whether a visitor gets to the page.

    That is one of its passages among the first hits, or the name offered as a correction.
    """
    chance = random.Random(_SEED)  # noqa: S311  # as above
    single = {one.condition for one in documents if len(one.condition.split()) <= _FEW_WORDS}
    for name in _drawn(single, _MISSPELT):
        text = misspelt(name, chance)
        if not text:
            continue
        page = _page_among(pages_named[name.casefold()], _FIRST)

        def worth(
            results: Results,
            name: str = name,
            page: Callable[[Results], float] = page,
        ) -> float:
            offered = {text.casefold() for text in results.corrections}
            return float(name.casefold() in offered) or page(results)

        yield Item(text, worth)


def _drawn(names: set[str], count: int) -> list[str]:
    chance = random.Random(_SEED)  # noqa: S311  # as above
    short = sorted(name for name in names if len(name.split()) <= _LONGEST_NAME)
    return chance.sample(short, min(count, len(short)))


def _short_name(chance: random.Random, names: Sequence[str]) -> str:
    short = [name for name in names if len(name.split()) <= _LONGEST_NAME]
    return chance.choice(short) if short else names[0]


def _reciprocal_rank(right: frozenset[str]) -> Callable[[Results], float]:
    def worth(results: Results) -> float:
        ranks = (rank for rank, hit in enumerate(results.hits, 1) if hit.anchor in right)
        return 1 / next(ranks, float("inf"))

    return worth


def _page_among(pages: set[str], first: int) -> Callable[[Results], float]:
    def worth(results: Results) -> float:
        return float(any(hit.page in pages for hit in results.hits[:first]))

    return worth
