"""Content blocks to what is known of each heading among them.

Blocks enter, one HeadingFacts a heading leaves. Used by `ingest.outline.tree`.
"""

import re
from collections.abc import Sequence

from index.text import display_heading
from ingest.aspects.placing import place_heading
from ingest.aspects.topics import is_general
from ingest.blocks import Block, Bullet, Grid, Heading
from ingest.outline.headings import HeadingFacts, HeadingLooks
from ingest.outline.numbering import number_of
from ingest.outline.parts import is_main_part
from ingest.wording import words

_CLOSING = re.compile(
    r"^(?:conclusions?|summary|in summary|in conclusion|final thoughts|the bottom line|takeaways?"
    r"|references|sources|further reading|(?:additional |more )?resources"
    r"|(?:frequently asked questions|faqs?)\b.*|acknowledge?ments)\W*$",
    re.IGNORECASE,
)
# Headings that pages in general end with; they close the page's last part, whatever its depth.
_OPENING = re.compile(
    r"^(?:introduction|overview|key (?:takeaways|points|facts)|at a glance|background)\W*$",
    re.IGNORECASE,
)
# Headings that pages begin with and that no numbered series stands below.
_ASKS = re.compile(r"\b(?:faqs?|q\s*&\s*a|questions?)\b", re.IGNORECASE)

_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset(
    words(
        "a an and are as at but by can do does for from how if in into is it its of on or should "
        "the this to vs what when where which who why will with you your"
    )
)
_MOSTLY = 0.7
"""Share of a heading's larger words, the first left out, that begin with a capital in title case:
some names stay small ("iPhone", "pH")."""


def facts_of(
    content: Sequence[Block],
    before: Sequence[Block],
    topic_names: Sequence[tuple[str, ...]],
    condition_names: frozenset[tuple[str, ...]],
) -> tuple[HeadingFacts, ...]:
    """Return what is known of each heading of ``content``; the arguments are `outline`'s."""
    places = [place for place, block in enumerate(content) if isinstance(block, Heading)]
    listed: dict[tuple[str, ...], int] = {}
    _list_items([*before, *content[: places[0] if places else 0]], listed)
    facts: list[HeadingFacts] = []
    for place, end in zip(places, [*places, len(content)][1:], strict=True):
        block = content[place]
        if isinstance(block, Heading):
            body = content[place + 1 : end]
            looks = _looks(block, body, listed)
            empty = not body and end < len(content)
            facts.append(_facts(block, looks, empty, topic_names, condition_names))
            _list_items(body, listed)
    return tuple(facts)


def _list_items(blocks: Sequence[Block], listed: dict[tuple[str, ...], int]) -> None:
    """Note in ``listed`` at which depth each item stands that none above it is like."""
    for block in blocks:
        if isinstance(block, Bullet):
            listed.setdefault(words(block.text), block.depth)


def _facts(
    heading: Heading,
    looks: HeadingLooks,
    empty: bool,
    topic_names: Sequence[tuple[str, ...]],
    condition_names: frozenset[tuple[str, ...]],
) -> HeadingFacts:
    text = heading.text
    shown = display_heading(text)
    key = words(shown)
    placement = place_heading(text, topic_names)
    return HeadingFacts(
        key=key,
        stated=heading.level,
        number=number_of(text),
        empty=empty,
        is_name=key in condition_names,
        aspect=placement.aspect if placement else None,
        general=is_general(text, topic_names),
        plain=is_main_part(text, topic_names),
        question=shown.endswith("?"),
        colon=text.rstrip().endswith((":", "：")),
        closing=_CLOSING.match(shown) is not None,
        opening=_OPENING.match(shown) is not None,
        asks_questions=_ASKS.search(shown) is not None and not shown.endswith("?"),
        looks=looks,
    )


def _looks(
    heading: Heading, body: Sequence[Block], listed: dict[tuple[str, ...], int]
) -> HeadingLooks:
    return HeadingLooks(
        words=len(heading.text.split()),
        title_case=_is_title_case(heading.text),
        indent=heading.indent,
        body_words=sum(map(_count_words, body)),
        has_items=any(isinstance(block, Bullet) for block in body),
        opens_with_item=bool(body) and isinstance(body[0], Bullet),
        listed=listed.get(words(heading.text), 0),
    )


def _is_title_case(text: str) -> bool:
    larger = [word for word in _WORD.findall(text)[1:] if word not in _SMALL_WORDS]
    capitals = sum(word[0].isupper() for word in larger)
    return bool(larger) and not text.isupper() and capitals > _MOSTLY * len(larger)


def _count_words(block: Block) -> int:
    if isinstance(block, Grid):
        return sum(len(cell.split()) for row in block.rows for cell in row)
    return len(block.text.split())
