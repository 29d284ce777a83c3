"""Paragraphs that begin with their heading."""

from index.document import LineRange
from ingest.blocks import Heading, Text
from ingest.outline.run_in import with_run_in_headings


def texts(*said: str) -> list[Text]:
    """Return one paragraph a line."""
    return [Text(text, LineRange(line, line)) for line, text in enumerate(said, start=1)]


def test_main_parts_that_open_paragraphs_are_their_headings() -> None:
    """The heading keeps its colon, the text its words, and both their line."""
    content = texts(
        "CAUSES: Wear and tear narrows the canal of the spine.",
        "Most people do well with exercises.",
        "PROGNOSIS: Many people manage for years without an operation.",
    )
    assert with_run_in_headings(content, ()) == (
        Heading("CAUSES:", LineRange(1, 1)),
        Text("Wear and tear narrows the canal of the spine.", LineRange(1, 1)),
        content[1],
        Heading("PROGNOSIS:", LineRange(3, 3)),
        Text("Many people manage for years without an operation.", LineRange(3, 3)),
    )


def test_a_name_of_the_page_may_stand_in_them() -> None:
    """ "Symptoms of gout" is a main part on a page on gout."""
    content = texts(
        "Symptoms of gout: The big toe is red, hot and very sore.",
        "Treatment of gout: Rest the foot and drink plenty of water.",
    )
    parted = with_run_in_headings(content, [("gout",)])
    assert [block.text for block in parted if isinstance(block, Heading)] == [
        "Symptoms of gout:",
        "Treatment of gout:",
    ]


def test_one_alone_is_left_as_it_stands() -> None:
    """A single paragraph that begins so may be a remark."""
    content = texts("Treatment: see what we say about it below on this page.", "It helps.")
    assert with_run_in_headings(content, ()) == tuple(content)


def test_facts_of_a_word_or_two_are_no_sections() -> None:
    """What stands behind the colon must be text."""
    content = texts("Treatment: surgery", "Cause: a virus")
    assert with_run_in_headings(content, ()) == tuple(content)


def test_other_openings_are_no_headings() -> None:
    """Notes, names and advice before a colon say no main part."""
    content = texts(
        "Note: The clinic is closed on the first Monday of the month.",
        "Monday: Bring the form that we have sent you with your papers.",
    )
    assert with_run_in_headings(content, ()) == tuple(content)
