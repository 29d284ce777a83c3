"""What practices put around and between the text of a page: trails, contents, teasers, notices.

A random generator enters, rows of furniture leave; menus and footers are in `practices`. For the
training of the line model only.
"""

import random
from collections.abc import Sequence

from benchmarks.line_model.practices import ailment, practice_name, row
from benchmarks.line_model.rows import Row

_TRAILS = (" > ", " / ", " » ", " › ")
_CONTENTS = ("On this page", "In this article", "Contents", "Jump to", "Table of contents", "")
_BYLINES = (
    "Last updated: {month} {year}",
    "Reviewed {month} {year}",
    "Page last reviewed: 12 {month} {year}",
    "Medically reviewed by our physicians",
    "By the staff of {practice} | {month} {day}, {year}",
    "Posted on {month} {day}, {year}",
    "{number} min read",
)
_MONTHS = ("January", "March", "May", "June", "August", "October", "November")
_SHARING = (
    ("Share", "Print", "Email"),
    ("Share this page", "Facebook Twitter Email"),
    ("Print this page",),
    ("Text size: A A A",),
)
_FEEDBACK = (
    ("Was this page helpful?", "Yes", "No"),
    ("Did you find this useful?", "Yes No"),
    ("Rate this article", "Thank you for your feedback."),
)
_RELATED = (
    "Related articles", "Related conditions", "Related pages", "You may also like", "Read next",
    "More from our blog", "See also", "Other conditions we treat", "Our services",
)  # fmt: skip
_TEASERS = (
    "Choosing the right {part} brace", "Five stretches for a stiff {part}",
    "What to expect after {part} surgery", "When is {part} pain an emergency?",
    "{part} pain in runners", "{part} pain",
)  # fmt: skip
_PLACES = ("shoe", "knee", "hip", "neck", "back", "shoulder", "ankle")
_STAFF = ("Physician", "Nurse Practitioner", "Physical Therapist", "Practice Manager", "MD", "RN")
_CLOSINGS = (
    "This information is for general education and does not replace the advice of your doctor.",
    "The content of this website is no substitute for professional medical advice.",
    "{practice} has cared for families in the area for more than thirty years.",
    "Our friendly team is here to help. Call today to book your visit.",
    "To make an appointment, ring us between 9 and 4 or use the form.",
    "Now accepting new patients!",
    "We accept most insurance plans.",
)


def trail(rng: random.Random, title: str) -> list[Row]:
    """Return a breadcrumb trail that ends with the page."""
    groups = ("Conditions", "Services", "Patient Information", "Treatments", "Health Library")
    lead = rng.choice(("", "", "You are here: "))
    steps = ("Home", rng.choice(groups), title)[: rng.choice((2, 3, 3))]
    return [row(lead + rng.choice(_TRAILS).join(steps))]


def contents(rng: random.Random, headings: Sequence[str]) -> list[Row]:
    """Return a list of the page's headings, with or without a heading of its own."""
    heading = rng.choice(_CONTENTS)
    marker = rng.choice(("", "•"))
    listed = [row(text, marker, 2 * bool(marker)) for text in headings]
    return ([row(heading, gap=1)] if heading else []) + listed


def byline(rng: random.Random) -> list[Row]:
    """Return when the page was written or reviewed, or buttons to share it, or both."""
    written = rng.choice(_BYLINES).format(
        month=rng.choice(_MONTHS),
        year=rng.randint(2009, 2026),
        day=rng.randint(1, 28),
        number=rng.randint(2, 12),
        practice=practice_name(rng),
    )
    buttons = [row(text) for text in rng.choice(_SHARING)]
    return rng.choice(([row(written)], buttons, [row(written), *buttons]))


def closing(rng: random.Random) -> list[Row]:
    """Return some of what stands between a page's text and the footer."""
    parts = [
        list(rng.choice(_FEEDBACK)),
        [rng.choice(_RELATED), *_teasers(rng)],
        [rng.choice(("Meet our team", "Our staff", "Our doctors")), *rng.sample(_STAFF, 3)],
        [rng.choice(_CLOSINGS).format(practice=practice_name(rng))],
    ]
    kept = rng.sample(parts, rng.randint(1, 3))
    marker = rng.choice(("", "•"))
    return [
        row(text, marker if place else "", 2 * bool(marker and place), int(not place))
        for part in kept
        for place, text in enumerate(part)
    ]


def _teasers(rng: random.Random) -> list[str]:
    part = rng.choice(_PLACES)
    written = [teaser.format(part=part).capitalize() for teaser in rng.sample(_TEASERS, 3)]
    return rng.choice((written, [ailment(rng) for _ in range(rng.randint(2, 6))]))
