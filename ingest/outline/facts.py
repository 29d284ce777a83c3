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
from ingest.wording import Words, words

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

_OPENING_SIZE = 2
# Characters by which items are told that cannot say what a heading says, most of a page's: where
# they are plain letters or digits, folding leaves them as they are but for their case.

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


Headed = tuple[Heading, Sequence[Block]]
"""A heading, and the blocks between it and the next."""


def part_at_headings(content: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Headed]]:
    """Return the blocks above all headings of ``content``, and each heading with its own."""
    body: list[Block] = []
    above, headed = body, list[Headed]()
    for block in content:
        if isinstance(block, Heading):
            body = []
            headed.append((block, body))
        else:
            body.append(block)
    return above, headed


def facts_of(
    headed: Sequence[Headed],
    above: Sequence[Block],
    topic_names: Sequence[tuple[str, ...]],
    condition_names: frozenset[tuple[str, ...]],
) -> tuple[HeadingFacts, ...]:
    """Return what is known of each heading.

    Args:
        headed: the headings of a page.
        above: all that stands above them, in which a table of contents may be.
        topic_names: as for `ingest.outline.tree.outline`.
        condition_names: likewise.
    """
    listing = _Listing([heading.text for heading, _ in headed])
    listing.read(_items(above))
    facts: list[HeadingFacts] = []
    for place, (heading, body) in enumerate(headed, 1):
        items = _items(body)
        looks = _looks(heading, body, items, listing)
        empty = not body and place < len(headed)
        facts.append(_facts(heading, looks, empty, topic_names, condition_names))
        listing.read(items)
    return tuple(facts)


def _items(blocks: Sequence[Block]) -> list[Bullet]:
    return [block for block in blocks if isinstance(block, Bullet)]


class _Listing:
    """At which depth lists name the headings of a page, as tables of contents do."""

    def __init__(self, headings: Sequence[str]) -> None:
        """Be ready for items that say what one of ``headings`` says."""
        self._depths: dict[Words, int] = {}
        self._openings = {heading[:_OPENING_SIZE].lower() for heading in headings}
        self._openings |= {key[0][:_OPENING_SIZE] for key in map(words, headings) if key}

    def read(self, items: Sequence[Bullet]) -> None:
        """Note those of ``items`` that may say what a heading says and none before them does."""
        for item in items:
            opening = item.text[:_OPENING_SIZE].lower()
            is_plain = opening.isascii() and opening.isalnum()
            if opening in self._openings or not is_plain:
                self._depths.setdefault(words(item.text), item.depth)

    def depth(self, heading: str) -> int:
        """Return the depth of the first item read that says what ``heading`` says, 0 for none."""
        return self._depths.get(words(heading), 0)


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
    question = shown.endswith("?")
    return HeadingFacts(
        key=key,
        stated=heading.level,
        number=number_of(text),
        empty=empty,
        is_name=key in condition_names,
        aspect=placement.aspect if placement else None,
        general=is_general(text, topic_names),
        plain=placement is not None and is_main_part(text, topic_names),
        question=question,
        colon=text.rstrip().endswith((":", "：")),
        closing=_CLOSING.match(shown) is not None,
        opening=_OPENING.match(shown) is not None,
        asks_questions=not question and "q" in shown.lower() and bool(_ASKS.search(shown)),
        looks=looks,
    )


def _looks(
    heading: Heading, body: Sequence[Block], items: Sequence[Bullet], listing: _Listing
) -> HeadingLooks:
    return HeadingLooks(
        words=heading.text.count(" ") + 1,
        title_case=_is_title_case(heading.text),
        indent=heading.indent,
        body_words=_count_words(body),
        has_items=bool(items),
        opens_with_item=bool(items) and body[0] is items[0],
        listed=listing.depth(heading.text),
    )


def _is_title_case(text: str) -> bool:
    if text.isupper() or text[1:].islower():
        return False
    larger = [word[0] for word in _WORD.findall(text)[1:] if word not in _SMALL_WORDS]
    return bool(larger) and sum(map(str.isupper, larger)) > _MOSTLY * len(larger)


def _count_words(blocks: Sequence[Block]) -> int:
    """Return how many words stand in ``blocks``, which have one space between two."""
    texts = [block.text for block in blocks if not isinstance(block, Grid)]
    if len(texts) < len(blocks):
        texts += [cell for block in blocks if isinstance(block, Grid) for cell in _cells(block)]
    return " ".join(texts).count(" ") + 1 if texts else 0


def _cells(grid: Grid) -> list[str]:
    return [cell for row in grid.rows for cell in row if cell]
