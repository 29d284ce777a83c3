"""Content is never lost for want of looks: small pages, closing lists, titles over headings."""

from ingest.blocks import Bullet, Extract, Heading, Text
from ingest.formats import read

MENU = "  • Home\n  • Conditions We Treat\n  • Locations\n\n"
FOOTER = "\n    Contact Us\n\n    Tel: 555-010-7770\n\n    © 2025 All rights reserved.\n"


def said(extract: Extract) -> list[str]:
    """Return the text of every content block but tables."""
    return [block.text for block in extract.content if isinstance(block, Heading | Text | Bullet)]


def test_a_small_page_between_menu_and_footer_is_kept() -> None:
    """Two short sections are all there is, and all of it is content."""
    page = f"{MENU}Tennis Elbow\n\nCauses\n\nRepeated gripping strains the tendons.\n\n"
    page += f"Treatment\n\nRest the arm for some weeks.\n{FOOTER}"
    extract = read(page.encode(), "page-12.txt")
    assert "Repeated gripping strains the tendons." in said(extract)
    assert "Rest the arm for some weeks." in said(extract)
    assert not any("rights reserved" in text for text in said(extract))


def test_a_page_of_narrow_lines_is_not_taken_for_a_menu() -> None:
    """Sentences make a page, however short the lines they are broken into."""
    page = "Asthma\n\n" + "".join(
        f"{heading}\n\n   {text}\n\n"
        for heading, text in (
            ("Symptoms", "Symptoms are often worse at night, in the early\n   morning."),
            ("Causes", "Having a parent with asthma raises the risk."),
            ("Outlook", "The outlook is generally good for children."),
        )
    )
    extract = read(page.encode(), "page-13.txt")
    assert "The outlook is generally good for children." in said(extract)


def test_a_closing_list_under_a_heading_like_the_others_belongs_to_the_page() -> None:
    """Sources stand where footers begin, and are no footer."""
    sections = "".join(
        f"{heading}\n\nThe text of this part has a good number of words, so that it is read "
        "without any doubt as part of the page and of nothing else around it.\n\n  • One item of "
        "a list in the page\n  • Another item of the list in the page\n\n"
        for heading in ("Causes", "Symptoms", "Outlook")
    )
    sources = "Sources\n\n  • NINDS: Back Pain\n  • NICE guideline NG59: Low back pain\n"
    extract = read(f"{MENU}Back Pain\n\n{sections}{sources}{FOOTER}".encode(), "page-14.txt")
    assert "NICE guideline NG59: Low back pain" in said(extract)
    assert not any("555-010-7770" in text for text in said(extract))


def test_the_name_above_a_heading_that_repeats_it_is_the_title() -> None:
    """The page is called "Neck Pain", not "Understanding Neck Pain"."""
    page = f"{MENU}Neck Pain\n\nUnderstanding Neck Pain\n\n" + "Neck pain is common. " * 20 + FOOTER
    extract = read(page.encode(), "page-15.txt")
    assert extract.title == "Neck Pain"
    assert said(extract)[0] == "Understanding Neck Pain"
