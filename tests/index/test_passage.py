"""The unit of search: what of a page stands by itself."""

from index.aspect import Aspect
from index.document import Condition, Item, ItemList, LineRange, Page, Paragraph, Section, Table
from index.passage import find_passage, passages_of

MPS = "Myofascial Pain Syndrome"


def section(anchor: str, *blocks: Paragraph | ItemList | Table, **more: object) -> Section:
    """Return a treatment section whose heading is its anchor."""
    return Section(
        anchor=anchor,
        heading=anchor.title(),
        aspect=Aspect.TREATMENT,
        lines=LineRange(1, 2),
        breadcrumb=(anchor.title(),),
        blocks=blocks,
        **more,  # type: ignore[arg-type]  # the test names fields of Section only
    )


def page(*sections: Section, conditions: tuple[str, ...] = ("Fibromyalgia", MPS)) -> Page:
    """Return a page of these sections that covers ``conditions``."""
    return Page(
        slug="page",
        title="A page",
        source="page.txt",
        content_hash="0",
        conditions=tuple(Condition(name) for name in conditions),
        sections=sections,
    )


MEDICATIONS = section(
    "medications",
    ItemList(
        (
            Item("Ask your doctor first."),
            Item(
                f"For {MPS}:",
                label=f"For {MPS}",
                conditions=(MPS,),
                anchor="medications-mps",
                items=(Item("Simple dry-needling may help.", conditions=(MPS,)),),
            ),
        )
    ),
    topic="Medications",
)


def test_an_item_that_names_a_condition_is_a_passage_of_its_own() -> None:
    """What Medications says "For Myofascial Pain Syndrome:" is found by itself."""
    own, standing = passages_of(page(MEDICATIONS))
    assert own.text == "Ask your doctor first."
    assert own.conditions == ()
    assert standing.breadcrumb == ("Medications", MPS)
    assert standing.heading == MPS
    assert standing.conditions == (MPS,)
    assert standing.topic == "Medications"
    assert standing.text == f"For {MPS}:\nSimple dry-needling may help."


def test_a_section_with_nothing_but_sub_sections_is_no_passage() -> None:
    """Only what can be read by itself is found; the heading lives on in breadcrumbs."""
    container = section("options", sections=(section("rest", Paragraph("Rest.")),))
    assert [passage.anchor for passage in passages_of(page(container))] == ["rest"]


def test_a_passage_is_found_under_every_condition_it_names() -> None:
    """A comparison that names both conditions is found under either."""
    comparison = section(
        "differences",
        ItemList((Item("Pain:", items=(Item("x", conditions=("Fibromyalgia",)),)),)),
        Paragraph("y", conditions=(MPS,)),
        Table(("Pain",), (("widespread",), ("local",))),
    )
    (passage,) = passages_of(page(comparison))
    assert passage.conditions == ("Fibromyalgia", MPS)
    assert passage.text == "Pain:\nx\ny\nPain\nwidespread\nlocal"


def test_on_a_page_of_one_condition_every_passage_is_about_it() -> None:
    """What a page about sciatica says is about sciatica, without repeating the name."""
    (passage,) = passages_of(page(section("rest", Paragraph("Rest.")), conditions=("Sciatica",)))
    assert passage.conditions == ("Sciatica",)


def test_passages_are_found_by_their_anchor() -> None:
    """An address that is not there gives None."""
    found = find_passage(page(MEDICATIONS), "medications-mps")
    assert found is not None
    assert found.heading == MPS
    assert find_passage(page(MEDICATIONS), "no-such") is None
