"""What the clinic puts at the ends of its pages is not content: told by what it says."""

import pytest

from ingest.blocks import Bullet, Heading, Text
from ingest.formats import read
from ingest.formats.text.edges import with_definition
from ingest.formats.text.regions import Reading
from ingest.formats.text.splitting import split_lines

BODY = """\
Gastritis is a sore lining of the stomach. Most people feel better within two weeks of treatment.

Symptoms

Burning below the breastbone, feeling full after a few bites, and sickness in the morning.

Treatment

Tablets that stop the acid, for four weeks. Coffee, alcohol and aspirin make it worse.
"""

ENDS = {
    "comments": """\
2 Responses

Linda says:

Thank you, this was so helpful to me!

Joe T. says:

My doctor told me the very same thing last year.
""",
    "praise": """\
What our patients say

"Dr. Moreno listened when nobody else had." – Kim

"The staff are kind and I was seen on time." – Priya
""",
    "staff": "Meet Our Stomach Team\n\nDr. Raymond Costa\n\nDr. Helen Abara\n\nKaren Liu, PA-C\n",
    "a disclaimer": """\
This handout is for general information only and does not replace the advice of your doctor.
""",
    "an imprint": "Form 114-C Rev. 08/20\n\nIssued: March 2022\n",
    "blanks": "Sheet given by: ..................\n\nNext visit: ________________\n",
}


def said(text: str) -> list[str]:
    """Return the text of each block of content."""
    content = read(text.encode(), "gastritis.txt").content
    return [block.text for block in content if isinstance(block, Heading | Text | Bullet)]


WHOLE = said(f"Gastritis\n\n{BODY}")


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_what_the_clinic_puts_last_is_cut_off(end: str) -> None:
    """Its heading goes with it, and nothing of the page's own does."""
    assert said(f"Gastritis\n\n{BODY}\n{end}") == WHOLE


@pytest.mark.parametrize(
    "start",
    [
        "Share\n\nSave\n\nPrint",
        "Patient name: ______________",
        "Satellite office: 7 Route 9, Clifton Park, NY - (555) 018-1001",
        "Written by Jo Reid. Reviewed May 2021.",
    ],
    ids=["buttons", "blanks", "another office", "who wrote it, in sentences"],
)
def test_buttons_forms_and_bylines_above_the_text_are_left_out(start: str) -> None:
    """They stand right below the title, where the page's own text begins."""
    assert said(f"Gastritis\n\n{start}\n\n{BODY}") == WHOLE


@pytest.mark.parametrize(
    "end",
    [
        "Our team\n\nA dietitian and a nurse see you together and plan your meals.\n",
        "Your information\n\nThis information helps you decide whether a test is right.\n",
        "Reviews\n\nYour tablets are reviewed after four weeks, and stopped if pain has gone.\n",
    ],
    ids=["what a team does", "no disclaimer", "a review of tablets"],
)
def test_a_last_section_that_says_something_is_kept_whatever_its_heading(end: str) -> None:
    """A heading alone cuts nothing off: what stands below it must be of that kind as well."""
    sentence = end.split("\n\n")[1].strip()
    assert sentence in said(f"Gastritis\n\n{BODY}\n{end}")


def test_a_line_of_other_names_below_the_title_is_kept() -> None:
    """What else the topic is called looks like a button, and is what people search for."""
    lines = split_lines("Gabapentin\n\nBrand names: Neurontin\n\nShare\n\nUses", "page.txt")
    read_as = [Reading.HEADING, Reading.FURNITURE, Reading.FURNITURE, Reading.HEADING]
    kept = with_definition(lines, [], read_as, title=0)
    assert kept == (Reading.HEADING, Reading.BODY, Reading.FURNITURE, Reading.HEADING)
