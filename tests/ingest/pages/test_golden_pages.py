"""Whole pages, from raw bytes to the tree that was checked by eye."""

import pytest

from index.document import Item, ItemList, Page, Paragraph, Section
from tests.ingest.extracts import items_of, section_of
from tests.ingest.golden import NAMES, SUPPLIED, golden_tree, raw_path, read_golden, tree_of

FM = ("Fibromyalgia",)
MPS = ("Myofascial Pain Syndrome",)


@pytest.fixture(scope="module")
def supplied() -> Page:
    """The clinic's own page, read."""
    return read_golden(SUPPLIED)


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_is_as_checked(name: str) -> None:
    """Sections, aspects, conditions, topics, anchors, lines, items: all as a person agreed to."""
    assert tree_of(read_golden(name)) == golden_tree(name)


def test_the_eight_parts_of_the_supplied_page(supplied: Page) -> None:
    """Its sections in order, each with the aspect a clinician would give it."""
    assert [(section.title, section.aspect.value) for section in supplied.sections] == [
        ("Understanding Fibromyalgia & Myofascial Pain Syndrome", "overview"),
        ("Differences Between Fibromyalgia and Myofascial Pain Syndrome", "comparison"),
        ("Causes", "causes"),
        ("Clinical Presentation", "presentation"),
        ("Effects on Health and Lifestyle", "effects"),
        ("Prognosis", "prognosis"),
        ("Treatment and Management Options", "treatment"),
        ("Together We can do it", "treatment"),
    ]
    assert [section.heading for section in supplied.sections[6].sections] == [
        "1. Medications",
        "2. Physical Therapy",
        "3. Psychological Support",
        "4. Lifestyle Modifications",
        "5. Complementary Therapies",
    ]


@pytest.mark.parametrize(
    "part", ["Causes", "Clinical Presentation", "Effects on Health and Lifestyle"]
)
def test_sub_headings_attribute_all_below_them(supplied: Page, part: str) -> None:
    """Every bullet below Fibromyalgia is of fibromyalgia, every one below MPS of MPS."""
    for names in (FM, MPS):
        section = section_of(supplied, part, names[0])
        assert {item.conditions for item in items_of(section)} == {names}


@pytest.mark.parametrize(
    "path",
    [
        ("Prognosis",),
        ("Treatment and Management Options", "Medications"),
        ("Treatment and Management Options", "Physical Therapy"),
    ],
)
def test_labels_attribute_all_below_them(supplied: Page, path: tuple[str, ...]) -> None:
    """ "Fibromyalgia:" and "For Fibromyalgia:" stand for all bullets nested in them."""
    (block,) = section_of(supplied, *path).blocks
    assert isinstance(block, ItemList)
    assert [item.conditions for item in block.items] == [FM, MPS]
    assert all(item.anchor for item in block.items)
    for top in block.items:
        assert {item.conditions for item in top.items} == {top.conditions}


@pytest.mark.parametrize("part", ["Psychological Support", "Lifestyle Modifications"])
def test_silence_where_the_page_is_silent(supplied: Page, part: str) -> None:
    """What the page attributes to nobody is attributed to nobody."""
    section = section_of(supplied, "Treatment and Management Options", part)
    assert {item.conditions for item in items_of(section)} == {()}


def test_running_text_names_both(supplied: Page) -> None:
    """Of the complementary therapies one bullet names both conditions, the others none."""
    section = section_of(supplied, "Treatment and Management Options", "Complementary Therapies")
    named = {item.text: item.conditions for item in items_of(section) if item.conditions}
    sentence = "Relieves muscle tension in MPS and improves circulation in FM."
    assert named == {sentence: FM + MPS}


def test_dry_needling_stands_below_the_right_condition(supplied: Page) -> None:
    """The bullet that mentions it belongs to the passage Medications > Myofascial Pain Syndrome."""
    section = section_of(supplied, "Treatment and Management Options", "Medications")
    (item,) = [item for item in items_of(section) if "dry-needling" in item.text]
    assert item.label == "Trigger Point Injections"
    assert item.conditions == MPS
    assert section.topic == "Medications"


@pytest.mark.parametrize("name", NAMES)
def test_every_word_comes_out_where_its_lines_say(name: str) -> None:
    """Each section's heading and texts stand, in order, on the raw lines that it names."""
    lines = raw_path(name).read_text(encoding="utf-8").splitlines()
    page = read_golden(name)
    for section in page.walk():
        raw = " ".join(" ".join(lines[section.lines.first - 1 : section.lines.last]).split())
        place = 0
        for text in _texts(section):
            place = raw.find(text, place)
            assert place >= 0, text
            place += len(text)


def _texts(section: Section) -> list[str]:
    texts: list[str] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, ItemList):
            texts.extend(text for item in block.items for text in _item_texts(item))
    return texts


def _item_texts(item: Item) -> list[str]:
    return [item.text, *(text for child in item.items for text in _item_texts(child))]
