"""The shapes of a page as JSON values: what `index.codec` writes and other programs may rely on.

Typed dictionaries, so that the type checker holds the codec to them; the portal's description of
its JSON (`/openapi.json`) is made of the same classes. The first line of each docstring, and the
text beside a field, are what that description says; an enum beside a field names its values.
"""

from typing import Annotated, Literal, TypedDict

from index.aspect import Aspect

Conditions = Annotated[
    str | list[str] | None,
    "The condition it speaks of: null for none stated, a name for one, a list for several",
]

AspectValue = Annotated[str, Aspect, "What it tells of its subject, such as causes or treatment"]


class ConditionJson(TypedDict):
    """A condition that a page covers."""

    name: str
    abbreviations: list[str]


class OpeningHoursJson(TypedDict):
    """The opening hours of one day, as the site writes them."""

    day: str
    hours: str


class MenuGroupJson(TypedDict):
    """One group of the site's own menu."""

    name: str
    entries: list[str]


class SiteJson(TypedDict):
    """What the clinic's pages say of the clinic; null and empty where they do not."""

    name: str | None
    domain: str | None
    phones: list[str]
    fax: str | None
    address: str | None
    hours: list[OpeningHoursJson]
    menu: list[MenuGroupJson]


class ParagraphJson(TypedDict):
    """A paragraph."""

    type: Literal["paragraph"]
    text: str
    condition: Conditions


class ItemJson(TypedDict):
    """An item of a list, with the items below it."""

    text: Annotated[str, "Empty where the page shows the items below it, and nothing above them"]
    label: Annotated[str | None, "What stands before the colon, where that names the item"]
    condition: Conditions
    anchor: Annotated[str | None, "Set where the item is a passage by itself"]
    items: list["ItemJson"]


class ItemListJson(TypedDict):
    """A list."""

    type: Literal["list"]
    ordered: bool
    items: list[ItemJson]


class TableJson(TypedDict):
    """A table; a row may be shorter than the header."""

    type: Literal["table"]
    header: list[str]
    rows: list[list[str]]


BlockJson = ParagraphJson | ItemListJson | TableJson


class SectionJson(TypedDict):
    """A section with its blocks and the sections below it."""

    anchor: Annotated[str, "Its stable address within the page"]
    heading: str
    aspect: AspectValue
    condition: Conditions
    topic: Annotated[str | None, "The treatment or topic it is about"]
    breadcrumb: Annotated[list[str], "The headings it lies under, its own last"]
    lines: Annotated[list[int], "First and last line in the source, counted from 1"]
    blocks: list[BlockJson]
    sections: list["SectionJson"]


class PageJson(TypedDict):
    """A page as it was read."""

    source: Annotated[str, "The file it was read from, within the folder of raw pages"]
    slug: str
    title: str
    aliases: list[str]
    category: str | None
    content_hash: Annotated[str, "SHA-256 of the file's bytes"]
    conditions: list[ConditionJson]
    dated: Annotated[list[str], "What the page says of its review or update, word for word"]
    site: SiteJson
    sections: list[SectionJson]
    warnings: Annotated[list[str], "What the reader was unsure of, for staff"]
