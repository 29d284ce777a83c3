"""Who a section, an item, a paragraph speaks of: label, sub-heading, running text, else nobody."""

from index.document import Item, Paragraph
from index.site import MenuGroup
from tests.ingest.extracts import items_of, page_of, section_of

TITLE = "Fibromyalgia & Myofascial Pain Syndrome"
DEFINED = "Fibromyalgia (FM) and Myofascial Pain Syndrome (MPS) are disorders."
FM = ("Fibromyalgia",)
MPS = ("Myofascial Pain Syndrome",)


def attributed(notes: str) -> dict[str, tuple[str, ...]]:
    """Return each item's text and conditions in a section of a page on two conditions."""
    page = page_of(TITLE, f"{DEFINED}\n# Self-care\n{notes}")
    return {item.text: item.conditions for item in items_of(section_of(page, "Self-care"))}


def test_a_label_governs_all_nested_in_it() -> None:
    """ "For Fibromyalgia:" attributes itself and what stands below, at any depth."""
    notes = "- For Fibromyalgia:\n  - Walk.\n    - Slowly.\n- In MPS: stretch."
    assert attributed(notes) == {
        "For Fibromyalgia:": FM,
        "Walk.": FM,
        "Slowly.": FM,
        "In MPS: stretch.": MPS,
    }


def test_a_stronger_cue_keeps_what_mentions_the_other_condition() -> None:
    """An item below one condition's label may well name the other one."""
    notes = "- Fibromyalgia:\n  - Often comes with MPS."
    assert attributed(notes)["Often comes with MPS."] == FM


def test_a_name_in_an_item_does_not_pass_to_those_below() -> None:
    """Only labels govern: what is nested in a sentence that names a condition stays silent."""
    notes = "- Heat soothes FM in many ways\n  - A warm bath."
    assert attributed(notes)["A warm bath."] == ()


def test_names_without_a_colon_are_labels() -> None:
    """A dash after the name, or the bare name above nested items, does as well."""
    notes = "- Fibromyalgia – walk.\n- MPS\n  - Stretch."
    assert attributed(notes) == {"Fibromyalgia – walk.": FM, "MPS": MPS, "Stretch.": MPS}


def test_a_paragraph_that_is_only_a_label_governs_the_list_after_it() -> None:
    """ "For Fibromyalgia:" on a line of its own introduces the next list, and no other."""
    notes = "For Fibromyalgia:\n- Walk.\nBoth need sleep.\n- Rest."
    assert attributed(notes) == {"Walk.": FM, "Rest.": ()}


def test_both_and_neither() -> None:
    """A label may name both; "both conditions" names nobody."""
    notes = "- For FM and MPS: sleep.\n- Helps both conditions."
    assert attributed(notes) == {"For FM and MPS: sleep.": FM + MPS, "Helps both conditions.": ()}


def test_paragraphs_name_conditions_in_running_text() -> None:
    """A comparison speaks of the one it is about."""
    page = page_of(TITLE, f"{DEFINED}\n# Self-care\nUnlike FM, MPS stays in one place.")
    (paragraph,) = section_of(page, "Self-care").blocks
    assert paragraph == Paragraph("Unlike FM, MPS stays in one place.", MPS)


def test_a_sub_heading_governs_its_section_and_those_below() -> None:
    """Sections below inherit the condition, until a heading names another."""
    notes = f"{DEFINED}\n#2 Causes\n#3 Fibromyalgia\n#4 Genes\n- Families.\n#3 MPS\n- Overuse."
    page = page_of(TITLE, notes)
    assert section_of(page, "Causes").conditions == ()
    assert section_of(page, "Causes", "Fibromyalgia", "Genes").conditions == FM
    assert section_of(page, "Causes", "MPS").conditions == MPS


def test_a_heading_that_names_all_conditions_tells_none_apart() -> None:
    """The title repeated, or "Differences between X and Y", states no particular condition."""
    page = page_of(TITLE, f"#2 Differences Between FM and MPS\n{DEFINED}\n#2 FM symptoms\nPain.")
    assert section_of(page, "Differences Between FM and MPS").conditions == ()
    assert section_of(page, "FM symptoms").conditions == FM


def test_items_that_stand_by_themselves() -> None:
    """An outermost item whose label is a condition's name has an address; others have none."""
    notes = (
        "- For Fibromyalgia:\n  - MPS: also.\n- FM questionnaire: a form.\n- Fibromyalgia: more."
    )
    page = page_of(TITLE, f"{DEFINED}\n# Self-care\n{notes}")
    anchors = {item.text: item.anchor for item in items_of(section_of(page, "Self-care"))}
    assert anchors == {
        "For Fibromyalgia:": "self-care-fibromyalgia",
        "MPS: also.": None,
        "FM questionnaire: a form.": None,
        "Fibromyalgia: more.": "self-care-fibromyalgia-2",
    }


def test_a_page_on_one_condition_never_names_another() -> None:
    """Other conditions of the menu, mentioned in passing or not, are nobody's here."""
    menu = (MenuGroup("Conditions We Treat", ("Sciatica", "Bursitis", "Gout")),)
    notes = "# Symptoms\n- Gout: a sore toe.\n- Like bursitis, but lower.\n- Sciatica hurts."
    page = page_of("Sciatica", notes, menu=menu)
    assert section_of(page, "Symptoms").conditions == ()
    assert [item.conditions for item in items_of(section_of(page, "Symptoms"))] == [
        (),
        (),
        ("Sciatica",),
    ]


def test_a_page_about_a_treatment_names_conditions_of_the_menu() -> None:
    """It covers none, but its labels may speak of those that the clinic treats."""
    menu = (
        MenuGroup("Conditions We Treat", ("Sciatica", "Gout")),
        MenuGroup("Treatments We Provide", ("Nerve Blocks",)),
    )
    page = page_of("Nerve Blocks", "# Uses\n- Sciatica: one block.\n- Headache: two.", menu=menu)
    (section,) = page.sections
    assert page.conditions == ()
    assert [item.conditions for item in items_of(section)] == [("Sciatica",), ()]


def test_many_conditions() -> None:
    """Any number of conditions is told apart, and named in the page's order."""
    notes = "# Symptoms\n- Gout: toe.\n- Bursitis: hip.\n- Lupus: skin.\n- Seen in lupus and gout."
    page = page_of("Gout, Bursitis and Lupus", notes)
    assert [condition.name for condition in page.conditions] == ["Gout", "Bursitis", "Lupus"]
    last: Item = items_of(section_of(page, "Symptoms"))[-1]
    assert last.conditions == ("Gout", "Lupus")
