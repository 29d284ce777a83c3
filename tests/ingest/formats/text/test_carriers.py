"""Pages that come in a mail, in the record of a system that exported them, or off sheets."""

import pytest

from ingest.blocks import Bullet, Extract, Heading, Text
from ingest.formats import read
from ingest.formats.text import explain

BODY = """\
Gallstones are hard lumps that form in the gallbladder. Most people never know that they have them.

{0}Symptoms{0}

- A sharp pain under the right ribs
- Sickness after a fatty meal

{0}Treatment{0}

The gallbladder is taken out through four small cuts. You go home on the same or the next day.

{0}When to call us{0}

Call at once if your skin or your eyes turn yellow, or if you have a fever with the pain.
"""
PARTS = ["Symptoms", "Treatment", "When to call us"]

MAIL = (
    """\
From: Dana <dana@clinic.example>
To: Web team
Sent: Monday, June 3, 2024 8:15 AM
Subject: FW: gallstones

Hello,
this is what the old site says. Please keep the headings as they are, and tell me when it is up.

-------- Forwarded message --------

*Gallstones*

"""
    + BODY.format("*")
    + """
-- \n\
Dana Whitlow
Front desk, Elm Street Surgical Group
12 Elm Street, Salem, OR 97301
"""
)

RECORD = (
    """\
AUTHOR: webmaster
TITLE: Gallstones
STATUS: Publish
DATE: 07/19/2011 02:14:55 PM
CONVERT BREAKS: 1
CATEGORY: Digestion
-----
BODY:
"""
    + BODY.format("")
    + """\
-----
EXTENDED BODY:
-----
KEYWORDS: gallstones, gallbladder
-----
COMMENT:
AUTHOR: hank
I had mine taken out in 1985 and have been well ever since.
"""
)

SHEETS = """\
Elm Street Surgical Group                                    Patient information

Gallstones

Gallstones are hard lumps that form in the gallbladder. Most people never know that
they have them, and need no treatment at all.

Symptoms

- A sharp pain under the right ribs

Treatment

The gallbladder is taken out through four small cuts. Most people go home on the same

Elm Street Surgical Group | (555) 018-4400                                        1
Elm Street Surgical Group                                    Patient information

day, and all of them walk about. Nobody needs to stay in bed, or to eat less than they
did before the operation.

When to call us

Call at once if your skin or your eyes turn yellow.

Elm Street Surgical Group | (555) 018-4400                                        2
"""


def opened(text: str) -> Extract:
    """Return what the page of this text is read as; its file's name tells nothing."""
    return read(text.encode(), "page-7.txt")


def headings(extract: Extract) -> list[str]:
    """Return the headings of the content, in page order."""
    return [block.text for block in extract.content if isinstance(block, Heading)]


def said(extract: Extract) -> str:
    """Return all that the content says."""
    texts = (b.text for b in extract.content if isinstance(b, Heading | Text | Bullet))
    return "\n".join(texts)


def test_a_forwarded_mail_is_read_as_the_page_in_it() -> None:
    """Its fields, what its sender wrote above and the signature are none of the page's."""
    extract = opened(MAIL)
    assert extract.title == "Gallstones"
    assert headings(extract) == PARTS
    assert not any(word in said(extract) for word in ("Hello", "headings", "Dana", "Elm Street"))


def test_what_stands_around_the_page_in_a_mail_is_kept_as_furniture() -> None:
    """The signature tells the clinic's name and address, so it is not thrown away."""
    after = [block.text for block in opened(MAIL).after if isinstance(block, Text)]
    assert "12 Elm Street, Salem, OR 97301" in after


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Macs"])
def test_a_mail_is_parted_however_its_lines_end(end: str) -> None:
    """Its signature too, below a list that a name could belong to."""
    mail = (
        "From: Dana\nTo: Web team\nSubject: heels\n\n*Heel pain*\n\nHeel pain has many causes.\n\n"
        "*What helps*\n\n1. Stretch every morning.\n2. Wear soft shoes.\n\n-- \nDana\n"
    )
    extract = read(mail.replace("\n", end).encode(), "a.txt")
    assert extract == read(mail.encode(), "a.txt")
    assert "Dana" not in str(extract.content)


def test_headings_in_bold_of_a_mail_lose_their_asterisks() -> None:
    """A line in asterisks, one of several such, is a heading; one alone is an emphasis."""
    assert headings(opened("Gallstones\n\n" + BODY.format("*"))) == PARTS
    lone = "Gallstones\n\n" + BODY.format("") + "\n*Never wait for the pain to go by itself.*\n"
    assert "Never wait" not in "".join(headings(opened(lone)))


def test_an_exported_record_is_read_as_the_page_in_it() -> None:
    """Its field names the title; the fields before and after, and the comments, are not content."""
    extract = opened(RECORD)
    assert extract.title == "Gallstones"
    assert headings(extract) == PARTS
    assert not any(word in said(extract) for word in ("webmaster", "BODY", "KEYWORDS", "1985"))


def test_a_page_that_shows_the_title_of_its_record_has_it_once() -> None:
    """Where the page says its name itself, the field does not say it again."""
    extract = opened("Title: Gallstones\nSlug: gallstones\nType: page\n---\nGallstones\n\n" + BODY)
    assert extract.title == "Gallstones"
    assert "Gallstones" not in [line.strip() for line in said(extract).split("\n")]


def test_a_few_lines_like_fields_are_the_pages_own() -> None:
    """ "Author: ..." and "Date: ..." alone do not make a record of a page."""
    extract = opened("Gallstones\n\nAuthor: Dana\nDate: June 2024\n\n" + BODY.format(""))
    assert extract.title == "Gallstones"
    assert headings(extract) == PARTS


def test_heads_and_feet_of_sheets_are_not_in_the_midst_of_the_content() -> None:
    """A paragraph that two sheets part is one again, and the foot is nowhere in it."""
    extract = opened(SHEETS)
    assert headings(extract) == PARTS
    assert "go home on the same day, and all of them" in said(extract)
    assert "4400" not in said(extract)
    assert "Patient information" not in said(extract)


def test_headings_that_count_are_no_feet() -> None:
    """ "Step 1", "Step 2" and "Part 1 of 2" count parts of the page, not sheets."""
    steps = "\n\n".join(
        f"{name}\n\nLift the arm as high as it goes without pain, {count} times, then rest it."
        for name, count in (("Step 1", 5), ("Step 2", 10), ("Part 1 of 2", 3), ("Part 2 of 2", 6))
    )
    assert headings(opened(f"Shoulder exercises\n\n{steps}\n")) == [
        "Step 1",
        "Step 2",
        "Part 1 of 2",
        "Part 2 of 2",
    ]


def test_every_line_around_a_page_is_explained() -> None:
    """What only came with the page is told as furniture, in its place."""
    explained = explain(MAIL.encode(), "page-7.txt")
    assert [line.lines.first for line in explained] == sorted(
        line.lines.first for line in explained
    )
    assert explained[0].text == "From: Dana <dana@clinic.example>"
    assert explained[0].reading == "furniture"
    assert next(line.text for line in explained if line.reading == "title") == "Gallstones"
