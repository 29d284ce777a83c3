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
"""Its last section, right above a footer in one line, is of short sentences only."""

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
    """A page of few sentences loses none of them to the footer, and takes none of it."""
    extract = read(HEADED_PARTS.encode(), "page-16.txt")
    assert said(extract)[-1] == "The part of the disc that presses on the nerve is removed."


def test_a_page_ends_where_its_form_begins() -> None:
    """A short page runs into the form and the hours without an edge; they say what they are."""
    page = "Menu\nHome\nProcedures\nContact\n\nPlantar Fasciitis\n\nWhat is plantar fasciitis?\n\n"
    page += "Plantar fasciitis is the most common cause of heel pain.\n\nHome remedies\n\n"
    page += "1. Rest\n2. Ice for 15 minutes\n\nPrognosis\n\n"
    page += "About 9 in 10 people improve within 10 months.\n\nBook an appointment\nName\nEmail\n"
    page += "Message\nSend\n\nOpening hours\nMonday 9:00 - 17:00\nTuesday 9:00 - 17:00\n"
    extract = read(page.encode(), "page-17.txt")
    assert said(extract)[-2:] == ["Prognosis", "About 9 in 10 people improve within 10 months."]


def test_the_last_sections_of_a_short_page_are_kept_and_not_what_stands_above_it() -> None:
    """Leaning to content lets in no cookie notice and no menu: where a page begins is clear."""
    page = (
        "We use cookies to enhance your experience.\nCustomize   Reject All   Accept All\n\n"
        "Patient Portal   Pay Bill   Careers\n\n  ABOUT   PROVIDERS   LOCATIONS\n\n"
        "Home > Conditions > Shingles Pain\n\nShingles Pain (Postherpetic Neuralgia)\n\n"
        "Postherpetic neuralgia (PHN) is lasting pain in the areas of your skin where you had "
        "shingles.\n\n   Symptoms\n\n   The symptoms of PHN are limited to the skin "
        "where it first occurred:\n\n     o Occasional sharp burning pain\n     o Constant "
        "aching pain\n\n   Treatment Options\n\n   Medicines\n\n     o Anticonvulsants\n        + "
        "Gabapentin\n     o Lidocaine skin patches\n\n   Nerve Blocks\n\n   An injection of local "
        "anesthetic near the affected nerve.\n\n   Prevention\n\n   The vaccine lowers the "
        "chance of getting shingles.\n\nRelated Articles\n  Living with Chronic Pain\n  5 Tips for "
        "Better Sleep\n\nRequest an Appointment\nFirst Name *\nPhone *\nSUBMIT\n"
    )
    told = said(read(page.encode(), "page-18.txt"))
    assert told[-1] == "The vaccine lowers the chance of getting shingles."
    assert {"Treatment Options", "Gabapentin", "Nerve Blocks", "Prevention"} <= set(told)
    assert not any("cookies" in text or "PROVIDERS" in text for text in told)


def test_the_name_that_opens_a_note_is_its_title() -> None:
    """Three lines are a page too, and say what they are about."""
    extract = read(b"Carpal Tunnel\n\nNumb hands at night.\n", "page-19.txt")
    assert extract.title == "Carpal Tunnel"
    assert said(extract) == ["Numb hands at night."]


def test_a_last_bullet_of_advice_is_no_link() -> None:
    """ "Find a ..." and "Request a ..." begin links and advice alike; advice is not lost."""
    page = "Back Pain\n\nBack pain is common and mostly harmless.\n\nSelf-care\n\n"
    page += "  • Keep moving\n  • Request a second opinion\n  • Find a comfortable position\n"
    told = said(read(page.encode(), "page-20.txt"))
    assert told[-2:] == ["Request a second opinion", "Find a comfortable position"]


COPIED = """\
Menu
Close
Knee Osteoarthritis
Share
Print
Email
Knee osteoarthritis is the most common form of arthritis in the knee. It comes on slowly.
On this page
Symptoms
Causes
Treatment
Symptoms
Pain that builds up over the day
Stiffness in the morning that eases within half an hour
Causes
The smooth cartilage in the joint wears away, until bone rubs on bone.
Treatment
Strong thigh muscles protect the knee. Walking, cycling and swimming are good choices.
Was this page helpful?
Yes
No
Subscribe to our newsletter
Enter your email
Sign up
© 2024 City Joint Clinic
"""
"""What copying a page out of a browser may leave: no glyph, no indent, no blank line."""


def test_a_page_copied_without_any_blank_line_keeps_its_parts() -> None:
    """What it is called, what it is and what it says are told by the words alone."""
    extract = read(COPIED.encode(), "page-14.txt")
    assert extract.title == "Knee Osteoarthritis"
    assert said(extract)[0].startswith("Knee osteoarthritis is the most common form")
    assert said(extract)[-1].startswith("Strong thigh muscles")
    assert {"Causes", "Treatment"} <= {*said(extract)}


def test_a_name_that_the_menu_lists_opens_a_page_of_bullets() -> None:
    """The name stands right above the first part, as short as the entries of the menu."""
    page = (
        MENU
        + "Plantar Fasciitis\n\n\n"
        + "".join(
            f"{heading}\n\n{items}\n\n"
            for heading, items in (
                ("Overview", "  • The fascia is a band of tissue\n    • It supports the arch"),
                ("Causes", "  • Overuse\n    • Running\n  • Tight calf muscles"),
                ("Treatment", "  • Stretching\n  • Night splints"),
            )
        )
    )
    extract = read(page.encode(), "page-15.txt")
    assert extract.title == "Plantar Fasciitis"
    assert said(extract)[0] == "Overview"


def test_the_clinics_name_above_the_title_is_not_the_title() -> None:
    """The page is called what its first sentence says something of."""
    page = (
        "Quiet Waters Counseling\nPanic Attacks\n"
        "A panic attack is a wave of intense fear that peaks within ten minutes.\n"
        "It is not dangerous, however much it feels so.\n"
    )
    assert read(page.encode(), "page-16.txt").title == "Panic Attacks"


def test_a_heading_of_a_part_is_not_the_title() -> None:
    """What stands above "What is methotrexate?" names the page."""
    page = (
        "METHOTREXATE TABLETS\n\nWhat is methotrexate?\n\nMethotrexate calms the immune system "
        "and is taken once a week, always on the same day.\n\nHow do I take it?\n\n"
        "Swallow the tablets whole, with water, on the day that you have chosen.\n"
    )
    assert read(page.encode(), "page-17.txt").title == "METHOTREXATE TABLETS"


def test_the_sentence_below_the_last_heading_is_content() -> None:
    """No heading stands alone, although "call us" is what footers say."""
    page = HEADED_PARTS.replace(
        "Northside Spine & Joint | 12",
        "When should I call?\nCall us if the leg is weak, or if you cannot pass water.\n\n"
        "Northside Spine & Joint | 12",
    )
    extract = read(page.encode(), "page-18.txt")
    assert said(extract)[-2:] == [
        "When should I call?",
        "Call us if the leg is weak, or if you cannot pass water.",
    ]


def test_sentences_with_the_clinics_number_do_not_make_a_footer_content() -> None:
    """A page of few sentences is not filled up from its footer."""
    page = (
        f"{MENU}Whiplash\n\nWhat is it?\n\nA sudden jerk strains the muscles of the neck.\n\n"
        "What can I do?\n\n  • Keep moving gently\n  • Wear no collar\n\n"
        "Related articles\n\n  • Your pillow and your neck\n\nBook an appointment\n\n"
        "Call 01632 960123 or use our online form today.\n\nWe use cookies to help you.\n"
    )
    extract = read(page.encode(), "page-19.txt")
    assert said(extract)[-1] == "Wear no collar"


def test_bylines_and_dates_below_the_title_are_no_content() -> None:
    """Who wrote the page, and when, is not what it says."""
    page = HEADED_PARTS.replace(
        "Sciatica is pain", "By Karen Liu, PA-C | Updated June 2, 2022\n\nSciatica is pain"
    )
    assert said(read(page.encode(), "page-20.txt"))[0].startswith("Sciatica is pain")
