"""A page put together: titles, aspects inherited, topics, anchors, warnings, staff's word."""

import pytest

from index.aspect import Aspect
from index.document import LineRange, Table
from index.site import MenuGroup, SiteFacts
from ingest.blocks import Extract, Grid, Heading
from ingest.pages.page import build_page, understand
from ingest.vocabulary import Vocabulary, read_vocabulary
from tests.ingest.extracts import blocks, page_of, section_of


def test_content_before_the_first_heading() -> None:
    """It stands in a section called like the page, an overview."""
    page = page_of("Gout", "A sore toe.\n# Causes\nUric acid.")
    assert [(section.heading, section.aspect) for section in page.sections] == [
        ("Gout", Aspect.OVERVIEW),
        ("Causes", Aspect.CAUSES),
    ]
    assert page.sections[0].lines == LineRange(1, 1)


def test_a_title_that_tells_an_aspect() -> None:
    """What stands below it tells of that aspect, where the page is on one condition."""
    assert page_of("Symptoms of gout", "A sore toe.").sections[0].aspect is Aspect.PRESENTATION
    assert page_of("Understanding gout", "A sore toe.").sections[0].aspect is Aspect.OVERVIEW
    assert page_of("Gout: causes and treatment", "Acid.").sections[0].aspect is Aspect.OVERVIEW
    assert page_of("Our treatment", "Needles.").sections[0].aspect is Aspect.OVERVIEW


def test_a_title_repeated_above_everything_is_no_section() -> None:
    """What stands below it stands at the top; what it says itself is the introduction."""
    page = page_of("Gout", "#1 Gout\nA sore toe.\n#2 Causes\nUric acid.")
    assert [section.breadcrumb for section in page.sections] == [("Gout",), ("Causes",)]


def test_a_page_without_a_title() -> None:
    """It is called by its first heading, or by its file if that heading is an aspect."""
    assert page_of(None, "# Restless Legs\nAt night.").title == "Restless Legs"
    assert page_of(None, "# Causes\nIron.", source="a/restless-legs.txt").title == "Restless legs"


def test_a_page_without_a_title_that_opens_by_explaining() -> None:
    """It is called what its first sentence explains, if a heading or its form bears that out."""
    explained = page_of(None, "Restless legs are a need to move at night.\n# Causes\nIron.")
    assert explained.title == "Page"
    asked = "Restless legs are a need to move.\n# What causes restless legs?\nLow iron."
    assert page_of(None, asked).title == "Restless legs"
    named = "Kidney stones are hard lumps of salt.\n# Causes\nThirst."
    assert page_of("General overview", named).title == "Kidney stones"
    formed = "A bunion is a bump on the big toe.\n# Causes\nNarrow shoes."
    assert page_of(None, formed).title == "Bunion"
    said_in_passing = "Pain is expected after surgery.\n# What happens\nA rest."
    assert page_of(None, said_in_passing).title == "Page"


def test_a_page_of_questions_without_a_title() -> None:
    """It is on the condition that several ask about, else on what one asks the nature of."""
    several = "# Q: What causes gout?\nAcid.\n# Q: Can gout be cured?\nHardly.\n# Q: Why me?\nAge."
    page = page_of(None, several)
    assert (page.title, [condition.name for condition in page.conditions]) == ("Gout", ["Gout"])
    one = "# Introduction\nYou are to have it.\n# What is a spinal anaesthetic?\nA numb back."
    assert page_of(None, one).title == "Spinal anaesthetic"
    assert page_of(None, "# Introduction\nHello.\n# What is it?\nA pump.").title == "Page"
    two = "# What is a bunion?\nA bump.\n# What is a hammer toe?\nA bend."
    assert page_of(None, two).title == "Page"


def test_a_title_that_every_leaflet_has() -> None:
    """It gives way to what the page opens by explaining, and stays where nothing else is told."""
    body = "Sciatica is pain along a nerve of the leg.\n# How can I manage my sciatica?\nWalk."
    page = page_of("Advice and information for patients", body)
    assert page.title == "Sciatica"
    assert [condition.name for condition in page.conditions] == ["Sciatica"]
    assert page_of("Patient information", "Ask us.").title == "Patient information"
    introduced = "Build a site.\n# Fast track\nFive minutes.\n# Design\nSmall."
    page = page_of("Introduction", introduced)
    assert (page.title, page.sections[0].heading) == ("Introduction", "Introduction")
    above = page_of(
        None, "# Patient information\nSciatica is pain along a nerve.\n# Causes\nA disc."
    )
    assert (above.title, above.sections[0].heading) == ("Sciatica", "Sciatica")


def test_headings_shorten_what_the_title_names() -> None:
    """The closing words of its name are its name too."""
    body = "For pain.\n# About nerve blocks\nDrugs, needles, injections, sedation, therapy."
    page = page_of("Peripheral nerve blocks", body)
    assert section_of(page, "About nerve blocks").aspect is Aspect.OVERVIEW


def test_the_address_comes_from_the_file() -> None:
    """The slug is the file's name, whatever the title."""
    page = page_of("Gout & You", "Text.", source="Conditions/Gout Page.txt")
    assert (page.slug, page.source) == ("gout-page", "Conditions/Gout Page.txt")


def test_aspects_are_inherited_where_a_heading_says_nothing() -> None:
    """A name, a number, a part of the body: the section above tells."""
    page = page_of("Gout", "#2 Causes\n#3 1. Diet\nMeat.\n#3 Feet\nCold.\n#2 Outlook\nGood.")
    assert section_of(page, "Causes", "Feet").aspect is Aspect.CAUSES
    assert section_of(page, "Outlook").aspect is Aspect.PROGNOSIS


def test_parts_of_a_treatment_are_treatment() -> None:
    """Lifestyle changes below Treatment are treatment; at the top they are self-care."""
    page = page_of(
        "Gout",
        "#2 Treatment\n#3 4. Lifestyle Modifications\nWalk.\n#3 Side effects\nSome.\n"
        "#2 Lifestyle Modifications\nWalk.",
    )
    below = section_of(page, "Treatment", "Lifestyle Modifications")
    assert (below.aspect, below.topic) == (Aspect.TREATMENT, "Lifestyle Modifications")
    assert section_of(page, "Treatment", "Side effects").aspect is Aspect.COMPLICATIONS
    assert section_of(page, "Lifestyle Modifications").aspect is Aspect.SELF_CARE


def test_things_named_below_another_aspect_belong_to_it() -> None:
    """Surgery below Causes is a cause, and all parts of a comparison compare."""
    page = page_of(
        "Gout vs Lupus", "#2 Causes\n#3 Surgery\nYes.\n#2 How they differ\n#3 Symptoms\nToe, skin."
    )
    assert section_of(page, "Causes", "Surgery").aspect is Aspect.CAUSES
    assert section_of(page, "How they differ", "Symptoms").aspect is Aspect.COMPARISON


def test_a_part_of_two_aspects_has_parts_of_each() -> None:
    """A subtitle does not make a thing of treatment in general."""
    page = page_of(
        "Gout",
        "#2 Diagnosis & treatment\n#3 Diagnosis\nA test.\n#3 Treatment - our stepwise plan\nRest.",
    )
    below = section_of(page, "Diagnosis & treatment", "Treatment - our stepwise plan")
    assert below.aspect is Aspect.TREATMENT


def test_other_treatments_name_none_in_particular() -> None:
    """They are no part of what stands above them, and no treatment's name."""
    page = page_of(
        "Gout",
        "#2 Side effects\n#3 Other treatment options\nRest.\n#2 Treatment\n#3 Other help\nIce.",
    )
    within = section_of(page, "Side effects", "Other treatment options")
    assert within.aspect is Aspect.TREATMENT
    assert section_of(page, "Treatment", "Other help").topic is None


def test_topics_are_the_treatments_below_treatment() -> None:
    """Not conditions, not questions, not treatment in general; deeper sections inherit."""
    page = page_of(
        "Gout",
        "#2 Treatment\n#3 Treatment options\nSome.\n#3 Gout\n#4 MEDICINES\nPills.\n#5 Colchicine\n"
        "Early.\n#3 Does it work?\nYes.",
    )
    assert section_of(page, "Treatment").topic is None
    assert section_of(page, "Treatment", "Treatment options").topic is None
    assert section_of(page, "Treatment", "Gout").topic is None
    assert section_of(page, "Treatment", "Gout", "MEDICINES").topic == "Medicines"
    assert section_of(page, "Treatment", "Gout", "MEDICINES", "Colchicine").topic == "Medicines"
    assert section_of(page, "Treatment", "Does it work?").topic is None


@pytest.mark.parametrize(
    "heading", ["At home", "For irregular periods", "Other Help", "Another operation"]
)
def test_where_for_whom_and_what_else_are_no_treatments(heading: str) -> None:
    """A heading that names nothing in particular does not join the list of treatments."""
    page = page_of("Gout", f"#2 Treatment\n#3 {heading}\nSome.\n#3 Surgery\nSeldom.")
    assert section_of(page, "Treatment", heading).topic is None
    assert section_of(page, "Treatment", "Surgery").topic == "Surgery"


def test_on_a_page_about_a_treatment_the_page_is_the_topic() -> None:
    """All its sections are on that treatment, each with an aspect of its own."""
    page = page_of(
        "Nerve Blocks", "#2 What is a nerve block?\nX.\n#2 How to prepare\nY.\n#2 Risks\nZ."
    )
    assert {section.topic for section in page.walk()} == {"Nerve Blocks"}
    assert [section.aspect for section in page.walk()] == [
        Aspect.OVERVIEW,
        Aspect.PROCEDURE,
        Aspect.COMPLICATIONS,
    ]


def test_an_unplaced_heading_is_kept_and_reported() -> None:
    """The warning names the line, the heading, the nearest aspect, and what staff can do."""
    page = page_of("Gout", "# Causes\nUric acid.\n# Our Promise\nWe treat you well.")
    assert section_of(page, "Our Promise").aspect is Aspect.OTHER
    assert page.warnings == (
        'line 3: heading "Our Promise" tells no aspect (nearest aspect: treatment); '
        "kept as other, or list it under [aspects] in vocabulary.toml",
    )


def test_on_a_page_about_a_treatment_what_only_describes_is_treatment() -> None:
    """What it is, such a page says at the top; on a condition the same body is an overview."""
    text = "Tolerance is a state in which the same dose does less, also called habituation."
    for title, aspect in (
        ("Opioid Therapy", Aspect.TREATMENT),
        ("Opioid use disorder", Aspect.OVERVIEW),
    ):
        page = page_of(title, f"#2 Three Words\n{text}")
        assert section_of(page, "Three Words").aspect is aspect


def test_a_body_places_a_heading_that_says_nothing() -> None:
    """Where the text speaks clearly no warning is given."""
    body = "Call your doctor right away, or call 911, if you have fever."
    page = page_of("Gout", f"# Causes\nUric acid.\n# Our Promise\n{body}")
    assert section_of(page, "Our Promise").aspect is Aspect.WHEN_TO_SEEK_CARE
    assert page.warnings == ()


def test_staff_have_the_last_word() -> None:
    """Aspects and headings declared in the vocabulary win over what the program reads."""
    vocabulary = read_vocabulary(
        '[headings]\nalways = ["Our Promise"]\nnever = ["Call us!"]\n'
        '[aspects]\nself-care = ["Causes"]'
    )
    page = page_of("Gout", "# Causes\nMeat.\n# Call us!\nOur Promise\nText.", vocabulary=vocabulary)
    assert [section.heading for section in page.sections] == ["Causes", "Our Promise"]
    assert page.sections[0].aspect is Aspect.SELF_CARE


def test_pages_with_little_on_them_are_reported() -> None:
    """No content, or no heading, is worth a warning; what had to be mended as well."""
    assert page_of("Gout", "").warnings == ("nothing but menu: no content found on the page",)
    assert page_of("Gout", "A sore toe.").warnings == (
        "no headings found: the whole page is one section",
    )
    mended = Extract("Gout", blocks("# Causes\nMeat."), repairs=("read as cp1252, not UTF-8",))
    page = build_page(
        mended, source="gout.txt", content_hash="", site=SiteFacts(), vocabulary=Vocabulary()
    )
    assert page.warnings == ("read as cp1252, not UTF-8",)


def test_tables_and_aliases_are_kept() -> None:
    """A table stays a table; other names that the format states stay with the page."""
    grid = Grid(("Drug", "Dose"), (("A", "1"), ("B",)), LineRange(2, 4))
    extract = Extract("Gout", (Heading("Treatment", LineRange(1, 1)), grid), aliases=("Podagra",))
    page = build_page(
        extract, source="gout.html", content_hash="", site=SiteFacts(), vocabulary=Vocabulary()
    )
    assert page.aliases == ("Podagra",)
    assert page.sections[0].blocks == (Table(("Drug", "Dose"), (("A", "1"), ("B",))),)


def test_anchors_do_not_depend_on_neighbours() -> None:
    """A section added before another does not change its address."""
    notes = "#2 Treatment\n#3 Rest\nYes."
    alone = page_of("Gout", notes)
    later = page_of("Gout", f"#2 Causes\nMeat.\n{notes}\n#2 Rest\nMore.")
    assert section_of(alone, "Treatment", "Rest").anchor == "treatment-rest"
    assert section_of(later, "Treatment", "Rest").anchor == "treatment-rest"


def test_the_category_is_the_group_that_lists_the_page() -> None:
    """The page's own menu tells."""
    menu = (MenuGroup("Conditions We Treat", ("Gout",)),)
    assert page_of("Gout", "A sore toe.", menu=menu).category == "Conditions We Treat"


def test_the_phrases_of_a_body_that_decided_are_explained() -> None:
    """The cue names words of the text, for whoever wonders."""
    body = "The outlook is good, and most people recover fully within a few weeks."
    explanations = understand(
        Extract("Gout", blocks(f"# Mrs. Lee\n{body}")),
        source="gout.txt",
        content_hash="",
        site=SiteFacts(),
        vocabulary=Vocabulary(),
    ).explanations
    told = explanations[0]
    assert (told.text, told.says) == ("Mrs. Lee", "prognosis")
    assert told.cue.startswith('running text "')
    assert all(phrase in body.lower() for phrase in told.cue.split('"')[1::2])


def test_every_decision_is_explained() -> None:
    """One row for each heading, paragraph and item, in page order, with its cue."""
    understood = understand(
        Extract("Gout and Lupus", blocks("# Causes\n- Gout: acid.\nUnclear.\n# Our Promise\nX.")),
        source="gout.txt",
        content_hash="",
        site=SiteFacts(),
        vocabulary=Vocabulary(),
    )
    rows = [(row.line, row.says, row.cue) for row in understood.explanations]
    assert rows == [
        (1, "causes", 'heading "cause*"'),
        (2, "no condition", "nothing"),
        (3, "no condition", "nothing"),
        (4, "other", "nothing"),
        (5, "no condition", "nothing"),
    ]
    assert all(0 <= row.confidence <= 1 for row in understood.explanations)


def test_a_line_that_tells_of_the_topic_is_a_heading() -> None:
    """It names the page's own topic, however long, and says an aspect or asks for one."""
    title = "Foot, leg, and ankle swelling in older adults"
    notes = f"About {title}\nIt is common.\nDo I need to see a doctor for {title}?\nCall us."
    page = page_of(title, f"# Causes\nAge.\n{notes}")
    assert [section.aspect for section in page.walk()] == [
        Aspect.CAUSES,
        Aspect.OVERVIEW,
        Aspect.WHEN_TO_SEEK_CARE,
    ]


def test_a_question_that_is_marked_as_one_is_a_heading() -> None:
    """However long it is, if most that are marked alike are headings; in an interview none is."""
    asked = "Q: Will the operation hurt, and for how many days do I have to stay at home after it?"
    known = "# Q: What is gout?\nA: A sore toe.\n# Q: Will it last?\nA: For days."
    page = page_of("Gout", f"{known}\n{asked}\nA: A little.")
    assert [section.heading for section in page.walk()][2:] == [asked]
    interview = page_of("Gout", f"# Causes\nAcid.\n{asked}\nA: A little.\n{asked}\nA: No.")
    assert len(interview.sections) == 1


def test_a_line_that_names_the_topic_and_tells_no_aspect_is_text() -> None:
    """So is a sentence, and a question that only wonders."""
    notes = "# Causes\nAge.\nWho invented gout?\nAbout gout we know much.\nMen and gout"
    assert len(list(page_of("Gout", notes).walk())) == 1


def test_a_main_part_that_no_format_saw_as_a_heading() -> None:
    """A line that says "Symptoms" and nothing else is a heading, unless one says so elsewhere."""
    page = page_of("Gout", "# Causes\nMeat.\nSymptoms\nA sore toe.\nHow is gout treated?\nPills.")
    assert [section.heading for section in page.sections] == [
        "Causes",
        "Symptoms",
        "How is gout treated?",
    ]
    listed = page_of("Gout", "Causes\nSymptoms of gout\n# Causes\nMeat.\n# Symptoms of gout\nPain.")
    assert [section.heading for section in listed.sections] == [
        "Gout",
        "Causes",
        "Symptoms of gout",
    ]
    sentence = page_of("Gout", "# Causes\nMeat.\nSymptoms.\nMedications")
    assert [section.heading for section in sentence.sections] == ["Causes"]
