"""What there is to browse in a generation: conditions, aspects, treatments, pages, A to Z.

A Generation enters, a Catalogue leaves: made once when the generation is first seen and shared by
all requests (`portal.shelf`), so that no request counts over all pages. It keeps no hold on the
generation itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from index.aspect import Aspect
from index.library import Generation, GenerationInfo, PageSummary
from index.query import Facet, Query
from index.results import FacetCount
from index.site import MenuGroup, SiteFacts
from index.text import slugify
from portal import urls
from portal.definitions import Term
from portal.letters import Letter, by_letter
from portal.once import Once
from portal.places import Link
from portal.related import Directory


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to browse to: how it is called, where it is, how many passages speak of it."""

    label: str
    slug: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class ConditionEntry:
    """A condition: its name, abbreviations, passages, and the pages that cover it."""

    label: str
    slug: str
    url: str
    count: int
    abbreviations: tuple[str, ...]
    pages: tuple[PageSummary, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One line of the A to Z: a name, where it leads and, for another name, the proper one."""

    text: str
    url: str
    see: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything a visitor can browse to, ready to show; entries are in the order shown.

    ``absent`` is the part of the site's own menu that has no page in the library yet. ``terms``
    are the words that pages explain: finding them takes reading every page, and is done when
    somebody first asks for them. ``changed`` are the places whose history has something to tell,
    page and anchor each. ``directory`` tells of a text what it mentions.
    """

    info: GenerationInfo
    site: SiteFacts
    pages: tuple[PageSummary, ...]
    conditions: Mapping[str, ConditionEntry]
    aspects: tuple[Entry, ...]
    treatments: Mapping[str, Entry]
    categories: tuple[Entry, ...]
    letters: tuple[Letter[Reference], ...]
    absent: tuple[MenuGroup, ...]
    terms: Once[tuple[Term, ...]]
    changed: Once[frozenset[tuple[str, str]]]
    directory: Directory

    def treatment_called(self, label: str) -> Entry | None:
        """Return the treatment that passages name ``label``, if there is one."""
        return self.treatments.get(slugify(label))


def catalogue_of(generation: Generation, name: str | None = None) -> Catalogue:
    """Return the catalogue of ``generation``: one browsing search and a pass over the summaries.

    ``name`` is the clinic's, if not what its pages say.
    """
    facets = generation.search(Query(page_size=1)).facets
    conditions = _conditions(generation.summaries, facets.get(Facet.CONDITION, ()))
    treatments = _entries(facets.get(Facet.TOPIC, ()), urls.treatment_url)
    return Catalogue(
        info=generation.info,
        site=replace(generation.site, name=name or generation.site.name),
        pages=generation.summaries,
        conditions={entry.slug: entry for entry in conditions},
        aspects=_aspects(facets.get(Facet.ASPECT, ())),
        treatments={entry.slug: entry for entry in treatments},
        categories=_entries(facets.get(Facet.CATEGORY, ()), _category_url),
        letters=by_letter(
            _references(generation.summaries, conditions, treatments), lambda one: one.text
        ),
        absent=_absent(generation.site.menu, generation.summaries),
        terms=Once(),
        changed=Once(),
        directory=Directory(_named(generation.summaries, conditions, treatments)),
    )


def _category_url(slug: str) -> str:
    return f"{urls.SEARCH}?{Facet.CATEGORY.value}={slug}"


def _conditions(pages: Iterable[PageSummary], counts: Iterable[FacetCount]) -> list[ConditionEntry]:
    count_of = {count.value: count for count in counts}
    covering: dict[str, list[PageSummary]] = defaultdict(list)
    abbreviations: dict[str, dict[str, None]] = defaultdict(dict)
    names: dict[str, str] = {}
    for page in pages:
        for condition in page.conditions:
            covering[condition.slug].append(page)
            abbreviations[condition.slug].update(dict.fromkeys(condition.abbreviations))
            names.setdefault(condition.slug, condition.name)
    entries = [
        ConditionEntry(
            label=names.get(slug) or count_of[slug].label,
            slug=slug,
            url=urls.condition_url(slug),
            count=count_of[slug].count,
            abbreviations=tuple(abbreviations[slug]),
            pages=tuple(covering[slug]),
        )
        for slug in count_of
    ]
    return sorted(entries, key=lambda entry: entry.label.casefold())


def _entries(counts: Iterable[FacetCount], url: Callable[[str], str]) -> tuple[Entry, ...]:
    entries = [Entry(count.label, count.value, url(count.value), count.count) for count in counts]
    return tuple(sorted(entries, key=lambda entry: entry.label.casefold()))


def _aspects(counts: Iterable[FacetCount]) -> tuple[Entry, ...]:
    """Return the aspects there are, in the order of the enum: the order pages speak of them."""
    number_of = {count.value: count.count for count in counts}
    return tuple(
        Entry(aspect.label, aspect.value, urls.aspect_url(aspect), number)
        for aspect in Aspect
        if (number := number_of.get(aspect.value, 0))
    )


def _references(
    pages: Iterable[PageSummary],
    conditions: Iterable[ConditionEntry],
    treatments: Iterable[Entry],
) -> list[Reference]:
    """Return every name there is, once a place it leads to."""
    found: dict[tuple[str, str], Reference] = {}

    def add(text: str, url: str, see: str = "") -> None:
        found.setdefault((text.casefold(), url), Reference(text, url, see))

    titles = set()
    for page in pages:
        url = urls.page_url(page.slug)
        titles.add(page.title.casefold())
        add(page.title, url)
        for alias in page.aliases:
            add(alias, url, page.title)
    for condition in conditions:
        if condition.label.casefold() not in titles:
            add(condition.label, condition.url)
        for abbreviation in condition.abbreviations:
            add(abbreviation, condition.url, condition.label)
    for treatment in treatments:
        if treatment.label.casefold() not in titles:
            add(treatment.label, treatment.url)
    return sorted(found.values(), key=lambda reference: reference.text.casefold())


def _named(
    pages: Iterable[PageSummary],
    conditions: Iterable[ConditionEntry],
    treatments: Iterable[Entry],
) -> Iterator[Link]:
    """Yield everything that has a page, by each of its names; what is a page itself first."""
    for page in pages:
        for name in (page.title, *page.aliases):
            yield Link(name, urls.page_url(page.slug))
    for condition in conditions:
        yield Link(condition.label, condition.url)
    for treatment in treatments:
        yield Link(treatment.label, treatment.url)


def _absent(menu: Iterable[MenuGroup], pages: Iterable[PageSummary]) -> tuple[MenuGroup, ...]:
    """Return the menu's groups with the entries that no page or condition is called by."""
    present = set()
    for page in pages:
        present |= {slugify(page.title), page.slug, *map(slugify, page.aliases)}
        present |= {condition.slug for condition in page.conditions}
    groups = (
        MenuGroup(
            group.name, tuple(entry for entry in group.entries if slugify(entry) not in present)
        )
        for group in menu
    )
    return tuple(group for group in groups if group.entries)
