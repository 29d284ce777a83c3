"""A raw folder for tests: small pages as text dumps, with a clinic's furniture around them.

Titles and texts enter, files are written. May be imported by any test.
"""

from collections.abc import Mapping
from pathlib import Path

MENU = """\
  • Home
  • Conditions We Treat
    • Gout
    • Neck Pain
    • Tennis Elbow
  • Treatments We Provide
    • Dry Needling
  • Locations
"""

FOOTER = """\
    Contact Us

    Drop us a line!

    Example Pain Clinic

    12 Example Street, Springfield, Illinois 62701

    Tel: 555-010-0100 Fax: 555-010-0101

    Copyright © 2025 Example Pain Clinic - All Rights Reserved.

    This website uses cookies.
"""

SECTIONS = {
    "Overview": "This is a common complaint that many people have at some time in their life. It is "
    "unpleasant, but it is rarely dangerous, and for most of them it goes away by itself.",
    "Causes": "It comes from overuse of the muscles and joints over many weeks, or from an injury. "
    "Some people are more likely to have it because of their work or because it runs in families.",
    "Symptoms": "The first sign is often a dull ache that gets worse during the day. The skin over "
    "the painful place may be warm, and moving it is harder than it was before.",
    "Treatment": "Rest and gentle stretching ease the pain for most people within a few weeks. If "
    "that is not enough, your clinician may suggest a medicine or a short course of exercises.",
}


def raw_text(title: str, sections: Mapping[str, str] = SECTIONS) -> str:
    """Return a page called ``title`` with ``sections``, heading -> paragraph, as a text dump."""
    content = "".join(f"{heading}\n\n{text}\n\n" for heading, text in sections.items())
    return f"{MENU}\n{title}\n{'=' * len(title)}\n\n{content}\n{FOOTER}"


def put(folder: Path, name: str, title: str, sections: Mapping[str, str] = SECTIONS) -> Path:
    """Write such a page into ``folder`` as the file ``name``, folders made as needed."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(raw_text(title, sections), encoding="utf-8")
    return path


def fill(folder: Path) -> Path:
    """Put three pages into ``folder``, made if needed, and return it."""
    for title in ("Gout", "Neck Pain", "Tennis Elbow"):
        put(folder, f"{title.lower().replace(' ', '-')}.txt", title)
    return folder
