"""One page in the layouts that text dumps come in.

A layout's name enters, the text of the page leaves; what the page says is the same in all of them.
"""

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page: heading, paragraph, items and what is nested below each."""

    heading: str
    paragraph: str
    items: tuple[tuple[str, tuple[str, ...]], ...] = ()


TITLE = "Plantar Fasciitis"
PARTS = (
    Part(
        "What It Is",
        "Plantar fasciitis is an irritation of the band of tissue that runs along the sole from "
        "the heel bone to the toes. It is the most common cause of pain under the heel.",
    ),
    Part(
        "Causes",
        "The band is strained again and again until small tears appear near the heel. Several "
        "things make that more likely.",
        (
            ("Long hours of standing on hard floors.", ()),
            ("Tight calf muscles or a high arch.", ()),
            ("Worn shoes that give little support.", ()),
        ),
    ),
    Part(
        "Symptoms",
        "The pain is sharpest with the first steps in the morning and eases after some walking. It "
        "comes back after long sitting.",
        (
            ("Pain:", ("Stabbing pain under the heel.", "Soreness along the arch by evening.")),
            ("Stiffness:", ("The foot feels tight when the toes are pulled up.",)),
        ),
    ),
    Part(
        "Treatment",
        "Most people get better without an operation within a year, if they give the foot the time "
        "and the care that it needs.",
        (
            ("Stretching of the calf and of the sole, several times a day.", ()),
            ("Soft heel pads and shoes with firm support.", ()),
            ("Ice after exercise for fifteen minutes.", ()),
        ),
    ),
    Part(
        "Outlook",
        "Nine in ten people recover with simple measures, although it often takes six months or "
        "longer until the heel is free of pain.",
    ),
)
MENU = (
    "Home",
    "Conditions We Treat",
    "Heel Pain",
    "Neck Pain",
    "Shoulder Pain",
    "Treatments",
    "Joint Injections",
    "Nerve Blocks",
    "Locations",
    "Contact Us",
)
FOOTER = (
    "Contact Us",
    "Drop us a line!",
    "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.",
    "Harbour Foot Clinic",
    "12 Quay Street, Springfield, Ohio 45501, United States",
    "Tel: 555-010-7781 Fax: 555-010-7782",
    "Subscribe to our newsletter",
    "Copyright © 2024 Harbour Foot Clinic - All Rights Reserved.",
    "This website uses cookies.",
    "Accept",
)

Render = Callable[[int, Part], list[str]]


def headings() -> list[str]:
    """Return the headings of the page's sections."""
    return [part.heading for part in PARTS]


def content() -> list[str]:
    """Return all that the page says, headings left out, in order."""
    said: list[str] = []
    for part in PARTS:
        said.append(part.paragraph)
        for item, nested in part.items:
            said.extend([item, *nested])
    return said


def depths() -> list[int]:
    """Return the depth of every item."""
    return [
        depth for part in PARTS for _, nested in part.items for depth in (1, *(2 for _ in nested))
    ]


def _bulleted(part: Part, outer: str = "  • ", inner: str = "    • ") -> list[str]:
    lines: list[str] = []
    for item, nested in part.items:
        lines.append(outer + item)
        lines.extend(inner + text for text in nested)
    return [*lines, ""] if lines else []


def _plain(_: int, part: Part) -> list[str]:
    return [part.heading, "", part.paragraph, "", *_bulleted(part)]


def _underlined(_: int, part: Part) -> list[str]:
    rule = "-" * len(part.heading)
    return [part.heading, rule, "", part.paragraph, "", *_bulleted(part, "* ", "  - ")]


def _colons(_: int, part: Part) -> list[str]:
    return [f"{part.heading}:", "", part.paragraph, "", *_bulleted(part, "- ", "    - ")]


def _capitals(_: int, part: Part) -> list[str]:
    return [part.heading.upper(), "", part.paragraph, "", *_bulleted(part, "-\t", "\t-\t")]


def _numbered(number: int, part: Part) -> list[str]:
    return [f"{number}. {part.heading}", "", part.paragraph, "", *_bulleted(part)]


def _filled(_: int, part: Part) -> list[str]:
    return [f"\u00a0{part.heading}", "", f"\u00a0{part.paragraph}\u00a0", "", *_bulleted(part)]


def _lynx(_: int, part: Part) -> list[str]:
    wrapped = textwrap.wrap(part.paragraph, 76, initial_indent="   ", subsequent_indent="   ")
    return [part.heading, "", *wrapped, "", *_bulleted(part, "     * ", "          + ")]


def _w3m(_: int, part: Part) -> list[str]:
    wrapped = textwrap.wrap(part.paragraph, 80)
    return [part.heading, "", *wrapped, "", *_bulleted(part, "  • ", "      □ ")]


def _page(render: Render, menu: Iterable[str] = (), footer: Iterable[str] = FOOTER) -> str:
    lines = [*menu, "", TITLE, ""]
    for number, part in enumerate(PARTS, start=1):
        lines.extend(render(number, part))
    for line in footer:
        lines.extend([line, ""])
    return "\n".join(lines)


_BULLET_MENU = tuple(f"  • {entry}" for entry in MENU)

LAYOUTS: dict[str, str] = {
    "bare": _page(_plain, footer=()),
    "menu of bullets": _page(_plain, _BULLET_MENU),
    "menu of bare lines": _page(_plain, MENU),
    "menu in one line": _page(_plain, [" | ".join(MENU)]),
    "menu below the content": _page(_plain, footer=[*MENU, *FOOTER]),
    "underlined headings": _page(_underlined, _BULLET_MENU),
    "headings with colons": _page(_colons, MENU),
    "headings in capitals, tabs": _page(_capitals, _BULLET_MENU),
    "numbered headings": _page(_numbered, _BULLET_MENU),
    "non-breaking spaces": _page(_filled, _BULLET_MENU),
    "wrapped, lynx": _page(_lynx, [f"     * {entry}" for entry in MENU]),
    "wrapped, w3m": _page(_w3m, _BULLET_MENU),
    "Windows line ends": _page(_plain, _BULLET_MENU).replace("\n", "\r\n"),
}
"""The page by the name of its layout."""
