"""What stands around the pages of small practices: made-up menus and footers, no page's own.

A random generator enters, rows of furniture leave. The collection's sites are publishers and
companies, whose furniture is teasers and link lists; a practice has a menu of what it treats, a
contact form, an address, opening hours, a copyright line and a cookie notice. For the training of
the line model only.
"""

import random

from benchmarks.line_model.rows import Row
from ingest.formats.text.lines import Line

_ENTRIES = (
    "Home", "About Us", "Our Team", "Meet Our Doctors", "Services", "Conditions", "Treatments",
    "New Patients", "Patient Forms", "Insurance", "Patient Portal", "Testimonials", "Blog", "FAQ",
    "Locations", "Contact", "Contact Us", "Book Online", "Request an Appointment", "Careers",
)  # fmt: skip
_PARTS = ("Knee", "Hip", "Shoulder", "Hand", "Wrist", "Foot", "Ankle", "Jaw", "Skin", "Eye", "Ear")
_AILMENTS = ("Pain", "Arthritis", "Injuries", "Infections", "Disorders", "Allergies", "Fractures")
_CARE = ("Surgery", "Therapy", "Injections", "Screening", "Imaging", "Replacement", "Exams")
_STREETS = ("Oak Avenue", "Mill Road", "Station Street", "Park Lane", "Bridge Street", "Elm Drive")
_TOWNS = ("Fairview", "Lakeside", "Ashford", "Brookfield", "Milton", "Riverton")
_PRACTICES = ("Family Practice", "Medical Center", "Health Clinic", "Surgery", "Medical Group")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HEADED = ("Opening hours", "Hours", "Find us", "When we are open")
_SPANS = (
    "Mon-Fri 8.30am-5pm",
    "Monday to Friday, 9 am to 5 pm",
    "Mon - Thu 8:00 am - 5:00 pm, Fri 8:00 am - 12:00 pm",
    "Open weekdays 08:00-18:00",
)
_AT_ONCE = 0.4
_FORMS = (
    ("Contact Us", "Name", "Email*", "Phone", "Message", "Send"),
    ("Get in Touch", "First name", "Last name", "Email address", "How can we help?", "Submit"),
    ("Send us a message", "Your name", "Your email", "Attach files", "Send"),
    ("Questions?", "We are happy to help. Please call us during opening hours.", "Call now"),
)
_NOTICES = (
    (
        "This site uses cookies.",
        "By continuing to use this site you agree to our use of cookies.",
        "OK",
    ),
    (
        "We value your privacy",
        "We use cookies to improve your experience.",
        "Accept all",
        "Decline",
    ),
    ("This form is protected by reCAPTCHA and the Google Privacy Policy applies.",),
    ("Sign up for our newsletter", "Enter your email", "Subscribe"),
    ("Follow us", "Facebook", "Instagram", "LinkedIn"),
    ("Photo Gallery",),
    ("What Our Patients Say",),
    ("Privacy Policy | Terms of Use | Accessibility",),
    ("Powered by WebBuilder",),
    ("Emergencies: call your local emergency number.",),
)


def menu(rng: random.Random, title: str = "") -> list[Row]:
    """Return a banner and a menu: bullets, nested or not, bare lines, or one line of links.

    With a ``title`` the menu has an entry for the page itself, as menus of small sites have.
    """
    entries = rng.sample(_ENTRIES, rng.randint(4, 10))
    below = [ailment(rng) for _ in range(rng.randint(3, 20))]
    if title:
        below.insert(rng.randrange(len(below)), title)
    rows = [row(text) for text in rng.sample([practice_name(rng), _telephone(rng), "Menu"], 2)]
    style = rng.random()
    if style < _ONE_LINE:
        return [*rows, row(rng.choice((" | ", " » ", " ")).join(entries))]
    nested = rng.randrange(len(entries))
    marker = "•" if style < _BARE else ""
    for place, entry in enumerate(entries):
        rows.append(row(entry, marker, 2))
        if place == nested:
            rows.extend(row(text, marker, 4) for text in below)
    return rows


_ONE_LINE, _BARE = 0.15, 0.65
_MOSTLY = 0.8


def footer(rng: random.Random) -> list[Row]:
    """Return contact form, address, opening hours, notices, or some of it, and a copyright."""
    address = [practice_name(rng), f"{rng.randint(1, 99)} {rng.choice(_STREETS)}", _place(rng)]
    parts = [
        list(rng.choice(_FORMS)),
        [*(address if rng.random() < 1 / 2 else [", ".join(address)]), _telephone(rng)],
        _hours(rng),
        *(list(notice) for notice in rng.sample(_NOTICES, rng.randint(1, 4))),
    ]
    kept = rng.sample(parts, rng.randint(1, len(parts)))
    if rng.random() < _MOSTLY:
        year = rng.randint(2008, 2026)
        kept.append([f"Copyright © {year} {practice_name(rng)}. All Rights Reserved."])
    apart = rng.random() < 1 / 2
    indent = rng.choice((0, 0, 4))
    return [
        row(text, "", indent, int(apart or not place))
        for part in kept
        for place, text in enumerate(part)
    ]


def _hours(rng: random.Random) -> list[str]:
    """Return opening hours: all days at once, or a day and its hours on one line or on two."""
    if rng.random() < _AT_ONCE:
        return [rng.choice(_HEADED), rng.choice(_SPANS)]
    days = rng.choice((_DAYS, _LONG_DAYS))
    opens, closes = f"{rng.randint(7, 9)}:{rng.choice(('00', '30'))}", f"{rng.randint(4, 6)}:00"
    hours = [f"{opens} am - {closes} pm"] * 5 + ["Closed"] * 2
    if rng.random() < 1 / 2:
        return ["Hours", *(f"{day} {time}" for day, time in zip(days, hours, strict=True))]
    return ["Opening Hours", *(text for pair in zip(days, hours, strict=True) for text in pair)]


def practice_name(rng: random.Random) -> str:
    """Return the name of a practice."""
    return f"{rng.choice(_TOWNS)} {rng.choice(_PRACTICES)}"


def ailment(rng: random.Random) -> str:
    """Return what practices treat or do, as menus name it."""
    return f"{rng.choice(_PARTS)} {rng.choice(_AILMENTS + _CARE)}"


def _place(rng: random.Random) -> str:
    if rng.random() < 1 / 2:
        letters = "".join(rng.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
        return f"{rng.choice(_TOWNS)} {rng.choice('BGLMNS')}{rng.randint(1, 30)} 4{letters}"
    state = rng.choice(("OH", "TX", "Kent", "Ontario"))
    return f"{rng.choice(_TOWNS)}, {state} {rng.randint(10000, 99999)}"


def _telephone(rng: random.Random) -> str:
    last = rng.randint(1000, 9999)
    number = rng.choice((f"555-{rng.randint(100, 999)}-{last}", f"(555) 014-{last}"))
    number = rng.choice((number, f"01632 960 {last % 1000:03}", f"01632 96{last}"))
    return rng.choice(("Tel: {}", "Call {} today.", "Phone {}", "{}")).format(number)


def row(text: str, marker: str = "", indent: int = 0, gap: int = 0) -> Row:
    """Return one line of furniture."""
    line = Line(first=1, last=1, indent=indent, marker=marker, text=text, gap=gap)
    return Row(line, content=False, level=0, title=False)
