"""Every place of a page that has an address: its sections, and the items that stand by themselves.

A Page enters, its Places leave in page order, each knowing what it lies in. Used by the page and
section views.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.document import Item, ItemList, Page, Section
from index.passage import Passage, passages_of
from portal import urls


@dataclass(frozen=True, slots=True)
class Link:
    """Somewhere to go: what it is called and where it is."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Place:
    """A section, or an item shown as one; ``section`` holds all of its content.

    ``within`` is the anchor of the section of the page that it is, or is an item of. ``above``
    links the places it lies in, outermost first; ``conditions`` are those it is found under, which
    may be more than its section states.
    """

    url: str
    section: Section
    within: str
    above: tuple[Link, ...]
    conditions: tuple[str, ...]

    @property
    def link(self) -> Link:
        """The way to this place."""
        return Link(self.section.title, self.url)

    @property
    def depth(self) -> int:
        """How many places it lies in."""
        return len(self.above)


def places_of(page: Page) -> tuple[Place, ...]:
    """Return the places of ``page`` in page order."""
    passages = {passage.anchor: passage for passage in passages_of(page)}
    return tuple(
        place for section in page.sections for place in _walk(page.slug, section, (), passages)
    )


def previous_of(places: Sequence[Place], at: int) -> Place | None:
    """Return what stands before ``places[at]``: the one before it at its level, else a level up.

    What it lies in does not count: that holds it, and so is not before it.
    """
    level = places[at].depth
    for place in reversed(places[:at]):
        if place.depth == level:
            return place
        level = min(level, place.depth)
    return None


def next_of(places: Sequence[Place], at: int) -> Place | None:
    """Return what follows ``places[at]`` and all that lies in it."""
    level = places[at].depth
    return next((place for place in places[at + 1 :] if place.depth <= level), None)


def _walk(
    page: str, section: Section, above: tuple[Link, ...], passages: dict[str, Passage]
) -> Iterator[Place]:
    own = passages.get(section.anchor)
    place = Place(
        url=urls.page_url(page, section.anchor),
        section=section,
        within=section.anchor,
        above=above,
        conditions=own.conditions if own else section.conditions,
    )
    yield place
    below = (*above, place.link)
    for item in _standing_items(section):
        yield _item_place(page, section, item, below, passages)
    for child in section.sections:
        yield from _walk(page, child, below, passages)


def _standing_items(section: Section) -> Iterator[Item]:
    for block in section.blocks:
        if isinstance(block, ItemList):
            yield from (item for item in block.outermost() if item.anchor)


def _item_place(
    page: str, section: Section, item: Item, above: tuple[Link, ...], passages: dict[str, Passage]
) -> Place:
    """Return an item as a place, headed as its passage is; its lines are those of its section."""
    passage = passages[item.anchor or ""]
    return Place(
        url=urls.page_url(page, passage.anchor),
        section=Section(
            anchor=passage.anchor,
            heading=passage.heading,
            aspect=passage.aspect,
            lines=section.lines,
            breadcrumb=passage.breadcrumb,
            conditions=item.conditions,
            topic=passage.topic,
            blocks=passage.blocks,
        ),
        within=section.anchor,
        above=above,
        conditions=passage.conditions,
    )
