"""Pages as JSON and back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from index.aspect import Aspect
from index.codec import conditions_to_json, page_from_json, page_to_json
from index.document import (
    Block,
    Condition,
    Item,
    ItemList,
    LineRange,
    Page,
    Paragraph,
    Section,
    Table,
)
from index.site import MenuGroup, OpeningHours, SiteFacts

TEXTS = st.text(max_size=8)
NAMES = st.lists(TEXTS, max_size=2).map(tuple)
MAYBE = st.none() | TEXTS

ITEMS = st.recursive(
    st.builds(Item, text=TEXTS, label=MAYBE, conditions=NAMES, anchor=MAYBE, items=st.just(())),
    lambda inner: st.builds(
        Item,
        text=TEXTS,
        label=MAYBE,
        conditions=NAMES,
        anchor=MAYBE,
        items=st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=4,
)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, TEXTS, NAMES),
    st.builds(ItemList, st.lists(ITEMS, min_size=1, max_size=2).map(tuple), st.booleans()),
    st.builds(Table, NAMES, st.lists(NAMES, max_size=2).map(tuple)),
)
LINES = st.builds(LineRange, st.integers(1, 99), st.integers(1, 99))


def sections(inner: st.SearchStrategy[Section] | None = None) -> st.SearchStrategy[Section]:
    """Return sections whose sub-sections come from ``inner``."""
    below = st.just(()) if inner is None else st.lists(inner, max_size=2).map(tuple)
    return st.builds(
        Section,
        anchor=TEXTS,
        heading=TEXTS,
        aspect=st.sampled_from(Aspect),
        lines=LINES,
        breadcrumb=NAMES,
        conditions=NAMES,
        topic=MAYBE,
        blocks=st.lists(BLOCKS, max_size=2).map(tuple),
        sections=below,
    )


SITES = st.builds(
    SiteFacts,
    name=MAYBE,
    domain=MAYBE,
    phones=NAMES,
    fax=MAYBE,
    address=MAYBE,
    hours=st.lists(st.builds(OpeningHours, TEXTS, TEXTS), max_size=2).map(tuple),
    menu=st.lists(st.builds(MenuGroup, TEXTS, NAMES), max_size=2).map(tuple),
)
PAGES = st.builds(
    Page,
    slug=TEXTS,
    title=TEXTS,
    source=TEXTS,
    content_hash=TEXTS,
    aliases=NAMES,
    category=MAYBE,
    conditions=st.lists(st.builds(Condition, TEXTS, NAMES), max_size=2).map(tuple),
    sections=st.lists(sections(sections()), max_size=2).map(tuple),
    dated=NAMES,
    site=SITES,
    warnings=NAMES,
)


@given(PAGES)
def test_a_page_survives_json(page: Page) -> None:
    """Nothing of a page is lost or changed on its way to disk and back."""
    assert page_from_json(json.loads(json.dumps(page_to_json(page)))) == page


def test_conditions_are_null_a_name_or_a_list() -> None:
    """What the page does not say is null, one condition is its name, several are a list."""
    assert conditions_to_json(()) is None
    assert conditions_to_json(("Fibromyalgia",)) == "Fibromyalgia"
    assert conditions_to_json(("Fibromyalgia", "Sciatica")) == ["Fibromyalgia", "Sciatica"]
