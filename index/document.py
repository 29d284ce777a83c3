"""The structured document: a Page, its tree of Sections, their blocks.

Built by ingest, written and read by the library, shown by the portal; all of it frozen. Text is
verbatim page text with runs of white space folded to one space. Line numbers are 1-based and count
the lines of the raw file; conditions are full names as the page's ``conditions`` list them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from index.aspect import Aspect
from index.record import record
from index.site import SiteFacts
from index.text import display_heading, slugify


@dataclass(frozen=True, slots=True)
class Condition:
    """A health condition that a page covers, with the abbreviations the page gives it."""

    name: str
    abbreviations: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The condition's name in URLs and facet values."""
        return slugify(self.name)


@record
class LineRange:
    """First and last raw line of something, 1-based, both included."""

    first: int
    last: int


@record
class Paragraph:
    """Running text; ``conditions`` are those that it names or inherits from its section."""

    text: str
    conditions: tuple[str, ...] = ()


@record
class Item:
    """One list item and the items nested below it.

    An item has text, or items below it, or both: where a page shows a list a level deeper with
    nothing above it, that list hangs below an item whose ``text`` is empty.
    ``text`` is the whole item; ``label`` is its opening up to a colon, without the colon, where it
    has one ("Antidepressants" of "Antidepressants: Duloxetine, ..."), so that ``text`` starts with
    ``label``. An item whose label names a condition stands by itself and carries an ``anchor``.
    """

    text: str
    label: str | None = None
    conditions: tuple[str, ...] = ()
    anchor: str | None = None
    items: tuple["Item", ...] = ()


@record
class ItemList:
    """A bulleted or numbered list."""

    items: tuple[Item, ...]
    ordered: bool = False

    def outermost(self) -> Iterator[Item]:
        """Yield the items with text that hang below no other such item, in page order."""
        pending = [*reversed(self.items)]
        while pending:
            item = pending.pop()
            if item.text:
                yield item
            else:
                pending += reversed(item.items)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``header`` is empty where the page marks none. Rows may be ragged."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | ItemList | Table


@record
class Section:
    """A heading and what stands below it.

    ``anchor`` is unique within the page and does not depend on neighbouring sections.
    ``heading`` is verbatim ("1. Medications"); ``breadcrumb`` holds the display headings from the
    page's top sections down to this one, itself included. ``conditions`` is empty and ``topic``
    None where the page does not say.
    """

    anchor: str
    heading: str
    aspect: Aspect
    lines: LineRange
    breadcrumb: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    topic: str | None = None
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()

    @property
    def title(self) -> str:
        """The heading without numbering or closing colon."""
        return display_heading(self.heading)

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in page order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Page:
    """One raw page as a structured document.

    ``slug`` is its name in URLs, from the raw file's name; ``source`` the raw file's path relative
    to the raw folder, with forward slashes; ``content_hash`` the SHA-256 of its bytes, hex;
    ``dated`` what the page itself says of when it was reviewed or updated, word for word ("Last
    reviewed: 12 March 2024"); ``site`` what this one page says of the clinic; ``warnings`` what
    ingest could not place.
    """

    slug: str
    title: str
    source: str
    content_hash: str
    aliases: tuple[str, ...] = ()
    category: str | None = None
    conditions: tuple[Condition, ...] = ()
    sections: tuple[Section, ...] = ()
    dated: tuple[str, ...] = ()
    site: SiteFacts = field(default_factory=SiteFacts)
    warnings: tuple[str, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield every section of the page, in page order."""
        for section in self.sections:
            yield from section.walk()
