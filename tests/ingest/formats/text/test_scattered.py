"""Pages whose pieces stand on a line each: sentences are whole again, other lines stay apart."""

import pytest

from ingest.formats.text import read
from ingest.formats.text.scattered import join_scattered
from ingest.formats.text.splitting import split_lines

CUT = ["Ask your", "physiotherapist", "."]
CUT_OFF = [*CUT, "Rest", ", then walk a little."]
"""Two lines that begin with a mark: by these a page gives itself away."""
WHOLE = ["Ask your physiotherapist.", "Rest, then walk a little."]


def joined(*lines: str) -> list[str]:
    """Return the texts of the joined lines of a page of ``lines`` and of CUT_OFF."""
    text = "\n".join([*lines, *CUT_OFF])
    found = [line.text for line in join_scattered(split_lines(text, "page.txt"))]
    assert found[-2:] == WHOLE
    return found[:-2]


@pytest.mark.parametrize(
    ("pieces", "sentence"),
    [
        (["See the", "NHS website", "for more."], "See the NHS website for more."),
        (["The", "Epley manoeuvre", "moves them back."], "The Epley manoeuvre moves them back."),
        (["Avoid salt", ", alcohol", "and smoking."], "Avoid salt, alcohol and smoking."),
        (["It is rare (", "1 in 100", ")."], "It is rare (1 in 100)."),
        (["Call us on", "020 7946 0000", "."], "Call us on 020 7946 0000."),
        (["Most people get better", "without an operation"], None),
    ],
)
def test_pieces_of_a_sentence_are_one_line_again(pieces: list[str], sentence: str | None) -> None:
    """Marks close up to what they end; a word that ends no line, and a small letter, go on."""
    assert joined("Dizziness.", *pieces)[1:] == [sentence or " ".join(pieces)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Home", "About", "Conditions", "Contact us"],
        ["Symptoms", "Fever", "Chills"],
        ["Symptoms", "fever", "chills", "a dry cough", "Treatment"],
        ["It gets better.", "most of the time"],
        ["Symptoms", "• and worse at night"],
    ],
)
def test_lines_of_their_own_stay_apart(lines: list[str]) -> None:
    """Entries of a menu, headings, items that all begin small, what a full stop parts, bullets."""
    assert joined(*lines) == [line.removeprefix("• ") for line in lines]


def test_a_joined_line_knows_the_raw_lines_it_was_made_of() -> None:
    """Reports name the lines of the file."""
    line = join_scattered(split_lines("\n".join(CUT_OFF), "page.txt"))[0]
    assert (line.first, line.last) == (1, 3)


def test_a_page_may_also_give_itself_away_by_sentences_that_break_off() -> None:
    """One line that begins with a mark does, where two others end as no line does."""
    text = "\n".join([*CUT, "See the", "leaflet", "It is a", "good one"])
    found = [line.text for line in join_scattered(split_lines(text, "page.txt"))]
    assert found == [WHOLE[0], "See the leaflet", "It is a good one"]


@pytest.mark.parametrize("text", ["\n\n".join(CUT_OFF), "\n".join(["Rest", ", and", "walk."])])
def test_other_pages_stay_as_they_are(text: str) -> None:
    """Blank lines part as ever, and one line that begins with a mark may be a slip."""
    lines = split_lines(text, "page.txt")
    assert join_scattered(lines) is lines


def test_a_page_taken_apart_at_every_tag_reads_as_it_was_written() -> None:
    """Links and words in bold within sentences leave no headings of their own."""
    page = (
        "Home\nAbout us\nConditions\nContact\nVertigo\nVertigo is the feeling that\n"
        "the room\nspins. It often comes from the\ninner ear\n, and it passes.\nCauses\n"
        "The usual cause is\nbenign positional vertigo\n: crystals in the inner ear have moved. "
        "Less often it is\nMénière's disease\n.\nTreatment\nThe\nEpley manoeuvre\nmoves them back. "
        "Your physiotherapist does it with you, and most people are well after one visit.\n"
    )
    extract = read(page.encode(), "vertigo.txt")
    assert [getattr(block, "text", None) for block in extract.content] == [
        "Vertigo is the feeling that the room spins. It often comes from the inner ear, and it "
        "passes.",
        "Causes",
        "The usual cause is benign positional vertigo: crystals in the inner ear have moved. Less "
        "often it is Ménière's disease.",
        "Treatment",
        "The Epley manoeuvre moves them back. Your physiotherapist does it with you, and most "
        "people are well after one visit.",
    ]
