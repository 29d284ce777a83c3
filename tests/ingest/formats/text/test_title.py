"""Which line is the title: not the clinic's name, nor its menu, nor a question below."""

import numpy as np
import pytest

from ingest.formats import read
from ingest.formats.text.evidence import gather
from ingest.formats.text.model import load_model
from ingest.formats.text.splitting import split_lines
from ingest.formats.text.title import find_title
from ingest.formats.wording import names_organisation

BODY = """\
The lining of the stomach is sore. Most people feel better within two weeks of treatment.

Symptoms

Burning below the breastbone, feeling full after a few bites, and sickness in the morning.

Treatment

Tablets that stop the acid, for four weeks. Coffee, alcohol and aspirin make it worse.
"""


def title_of(text: str) -> str | None:
    """Return the title of a page whose file's name says nothing."""
    return read(text.encode(), "page-7.txt").title


@pytest.mark.parametrize(
    "head",
    [
        "Stomach & Bowel Institute of Central Oregon\n\nHome | Team | Tests | Contact\n\nGastritis",
        "STOMACH PARTNERS | LOCATIONS | PHYSICIANS | PAY MY BILL | CONTACT\n\nGastritis",
        "Westbrook Digestive Clinic\n\nHome / Conditions / Gastritis\n\nGastritis",
        "Gastritis | Westbrook Digestive Clinic",
        "Westbrook\n\nGastritis | Westbrook",
    ],
    ids=[
        "institute",
        "menu in capitals",
        "trail",
        "with the clinic's name",
        "with the site's name",
    ],
)
def test_the_title_is_the_pages_name_and_not_the_clinics(head: str) -> None:
    """Names of clinics, menus and trails stand above it as large; a browser adds the site's."""
    assert title_of(f"{head}\n\n{BODY}") == "Gastritis"


def test_a_list_of_contents_may_stand_between_the_title_and_its_question() -> None:
    """ "What is GERD?" is the first part of the page named "... (GERD)" above the list."""
    contents = "What is GERD?\nSymptoms\nCauses\nTests\nTreatment\nAt home\nQuestions\nOutlook\n"
    head = f"Gastro-oesophageal Reflux Disease (GERD)\n\nIn this section\n\n{contents}"
    assert (
        title_of(f"{head}\nWhat is GERD?\n\n{BODY}") == "Gastro-oesophageal Reflux Disease (GERD)"
    )


def test_what_a_title_has_behind_a_mark_is_kept_where_it_is_its_own() -> None:
    """Only the name of an organisation, or what another line says too, is the site's."""
    assert title_of(f"Gastritis - A Guide\n\n{BODY}") == "Gastritis - A Guide"


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Hand & Wrist Institute of Central Oregon", True),
        ("Summit Heart Associates", True),
        ("Dermatology Associates of the Valley, P.C.", True),
        ("Best Practices", False),
        ("Recovery in a Hospital Bed", False),
        ("Hospital", False),
    ],
)
def test_names_of_organisations_are_told_by_their_last_word(name: str, is_one: bool) -> None:
    """ "of Ohio" and the like may follow; a plural that organisations do not use is none."""
    assert names_organisation(name) is is_one


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        (f"Gastritis\n\n{BODY}", True),
        (f"Why choose our clinic?\n\n{BODY}", False),
        (
            f"{BODY}\nAbout City Health\n\nCity Health cares for the whole county, day and night.",
            False,
        ),
    ],
    ids=["name above the text", "question", "below most of the text"],
)
def test_a_line_that_little_speaks_for_is_the_title_above_the_text(
    text: str, is_title: bool
) -> None:
    """A question, or a name below most of the text, is a part's."""
    lines = split_lines(text, "page-7.txt")
    meant = next(place for place, line in enumerate(lines) if line.text[:5] in "Gastr Why c About")
    opinions = np.full(len(lines), -9.0, dtype=np.float32)
    opinions[meant] = -2.5
    evidence = gather(lines, load_model().lexicon)
    found = find_title(lines, evidence, opinions, "page-7.txt")
    assert (found == meant) is is_title
