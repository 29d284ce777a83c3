"""Content is never lost for want of looks: small pages, closing lists, titles over headings."""

from ingest.blocks import Bullet, Extract, Heading, Text
from ingest.formats import read

HEADED_PARTS = """\
Skip to content
Northside Spine & Joint
Home | About | Providers | Conditions | Treatments | Contact
Call us: (555) 555-0137

Sciatica

Sciatica is pain that travels along the sciatic nerve, from the lower back through the \
hip and down the leg. It usually affects only one side of the body.

Overview
Most people get better within four to six weeks with conservative treatment. \
Severe cases may need surgery.

Symptoms
* Burning or shooting pain down the leg
* Numbness or tingling in the foot
* Weakness when lifting the foot
When should I see a doctor?
Seek care at once if you lose control of your bladder or bowels.

What causes it?
A herniated disc presses on the nerve root. Less often:
  - spinal stenosis
  - piriformis syndrome
      - tight muscle
      - injury
  - tumour (rare)

How we treat it
Physical therapy
Strengthening the core takes load off the disc.
Epidural steroid injection
A shot of medicine close to the nerve calms the swelling.
Microdiscectomy
The part of the disc that presses on the nerve is removed.

Northside Spine & Joint | 12 Example Road | Springfield | (555) 555-0137
Mon-Fri 8am-5pm | Sat closed
Privacy | Terms | Sitemap
© 2025 Northside Spine & Joint. All rights reserved.
"""
"""Its last section stands right above the footer, and is headed twice before its first sentence."""

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


def test_a_last_section_of_headed_parts_belongs_to_the_page() -> None:
    """A heading, then treatments by name with a sentence each, right above a footer in one line."""
    extract = read(HEADED_PARTS.encode(), "page-16.txt")
    headings = [block.text for block in extract.content if isinstance(block, Heading)]
    assert headings[-4:] == [
        "How we treat it",
        "Physical therapy",
        "Epidural steroid injection",
        "Microdiscectomy",
    ]
    assert said(extract)[-1] == "The part of the disc that presses on the nerve is removed."
