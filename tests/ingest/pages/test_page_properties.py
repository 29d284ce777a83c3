"""Whatever blocks a page is made of: nothing lost, nothing doubled, always the same."""

from hypothesis import given
from hypothesis import strategies as st

from index.codec import page_from_json, page_to_json
from index.document import Block as Built
from index.document import Item, ItemList, LineRange, Page, Paragraph, Section, Table
from index.site import SiteFacts
from ingest.blocks import Block, Bullet, Extract, Grid, Heading, Text
from ingest.pages.page import build_page
from ingest.vocabulary import Vocabulary

TEXTS = st.sampled_from(
    [
        "Causes",
        "Gout",
        "For gout:",
        "Lupus – skin.",
        "Gout (GT) and lupus are diseases.",
        "1. Medications",
        "2. Exercise",
        "2.1 Walking",
        "How is it treated?",
        "Frequently asked questions",
        "Dose: 30 mg",
        "Unlike gout, GT hurts.",
        "…",
        "痛み",
    ]
) | st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
LINES = st.builds(LineRange, st.just(1), st.just(1))
BLOCKS = st.one_of(
    st.builds(Heading, TEXTS, LINES, st.none() | st.integers(1, 6)),
    st.builds(Text, TEXTS, LINES),
    st.builds(Bullet, TEXTS, LINES, st.integers(1, 20), st.booleans(), st.booleans()),
    st.builds(Grid, st.tuples(TEXTS), st.tuples(st.tuples(TEXTS)), LINES),
)
EXTRACTS = st.builds(
    Extract,
    st.sampled_from(["Gout and Lupus", "Gout", "Nerve Blocks"]),
    st.lists(BLOCKS, max_size=25),
)


def built(extract: Extract) -> Page:
    """Return the page that ``extract`` makes."""
    return build_page(
        extract, source="p.txt", content_hash="", site=SiteFacts(), vocabulary=Vocabulary()
    )


def raw_texts(content: tuple[Block, ...]) -> list[str]:
    """Return all texts of raw blocks, in order."""
    return [
        text
        for block in content
        for text in (
            (*block.header, *(cell for row in block.rows for cell in row))
            if isinstance(block, Grid)
            else (block.text,)
        )
    ]


def built_texts(page: Page) -> list[str]:
    """Return all texts of a page, in order; headings that only repeat the title left out."""
    return [text for section in page.walk() for text in section_texts(section, page.title)]


def section_texts(section: Section, title: str) -> list[str]:
    """Return the texts of one section, those below it left out."""
    own = [] if section.heading == title else [section.heading]
    return own + [text for block in section.blocks for text in block_texts(block)]


def block_texts(block: Built) -> list[str]:
    """Return the texts of one block."""
    match block:
        case Paragraph():
            return [block.text]
        case ItemList():
            return [text for item in block.items for text in item_texts(item)]
        case Table():
            return [*block.header, *(cell for row in block.rows for cell in row)]


def item_texts(item: Item) -> list[str]:
    """Return an item's text and those nested in it."""
    return [item.text, *(text for child in item.items for text in item_texts(child))]


@given(EXTRACTS)
def test_every_text_once_and_in_order(extract: Extract) -> None:
    """What the format found is what the page says."""
    texts = [text for text in raw_texts(tuple(extract.content)) if text != extract.title]
    assert [text for text in built_texts(built(extract)) if text != extract.title] == texts


@given(EXTRACTS)
def test_the_same_again(extract: Extract) -> None:
    """Reading is deterministic, and a page survives the way to JSON and back."""
    page = built(extract)
    assert built(extract) == page
    assert page_from_json(page_to_json(page)) == page


@given(EXTRACTS)
def test_anchors_never_repeat(extract: Extract) -> None:
    """Sections and items that stand by themselves each have an address of their own."""
    anchors = [section.anchor for section in built(extract).walk()]
    anchors += [
        item.anchor
        for section in built(extract).walk()
        for block in section.blocks
        if isinstance(block, ItemList)
        for item in block.items
        if item.anchor
    ]
    assert len(set(anchors)) == len(anchors)


@given(EXTRACTS)
def test_attribution_stays_within_what_is_covered(extract: Extract) -> None:
    """No section, item or paragraph names a condition that the page does not cover."""
    page = built(extract)
    covered = {condition.name for condition in page.conditions}
    for section in page.walk():
        assert set(section.conditions) <= covered
        for block in section.blocks:
            assert conditions_in(block) <= covered


def conditions_in(block: Built) -> set[str]:
    """Return all conditions that a block names."""
    match block:
        case Paragraph():
            return set(block.conditions)
        case ItemList():
            return {name for item in block.items for name in item_conditions(item)}
        case Table():
            return set()


def item_conditions(item: Item) -> set[str]:
    """Return the conditions of an item and of those nested in it."""
    return set(item.conditions).union(*(item_conditions(child) for child in item.items))
