"""A raw folder for tests: small saved web pages with a clinic's furniture around them.

Titles and texts enter, files are written. May be imported by any test.
"""

from collections.abc import Mapping
from pathlib import Path

MENU = """\
<nav><ul>
<li><a href="/">Home</a></li>
<li><a href="/conditions">Conditions We Treat</a><ul>
<li><a href="/gout">Gout</a></li>
<li><a href="/neck-pain">Neck Pain</a></li>
<li><a href="/tennis-elbow">Tennis Elbow</a></li></ul></li>
<li><a href="/treatments">Treatments We Provide</a><ul>
<li><a href="/dry-needling">Dry Needling</a></li></ul></li>
<li><a href="/locations">Locations</a></li>
</ul></nav>
"""

FOOTER = """\
<footer>
<p>Contact Us</p>
<p>Drop us a line!</p>
<p>Example Pain Clinic</p>
<p>12 Example Street, Springfield, Illinois 62701</p>
<p>Tel: 555-010-0100 Fax: 555-010-0101</p>
<p>Copyright © 2025 Example Pain Clinic - All Rights Reserved.</p>
<p>This website uses cookies.</p>
</footer>
"""

SECTIONS = {
    "Overview": "This is a common complaint that many people have at some time in life. It is "
    "unpleasant, but it is rarely dangerous, and for most of them it goes away by itself.",
    "Causes": "It comes from overuse of the muscles and joints over many weeks, or from an injury. "
    "Some people are more likely to have it because of their work or because it runs in families.",
    "Symptoms": "The first sign is often a dull ache that gets worse during the day. The skin over "
    "the painful place may be warm, and moving it is harder than it was before.",
    "Treatment": "Rest and gentle stretching ease the pain for most people within a few weeks. If "
    "that is not enough, your clinician may suggest a medicine or a short course of exercises.",
}


def raw_page(title: str, sections: Mapping[str, str] = SECTIONS) -> str:
    """Return a page called ``title`` with ``sections``, heading -> paragraph, as saved HTML."""
    content = "".join(f"<h2>{heading}</h2>\n<p>{text}</p>\n" for heading, text in sections.items())
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>{title}</title></head><body>\n{MENU}'
        f"<main>\n<h1>{title}</h1>\n{content}</main>\n{FOOTER}</body></html>\n"
    )


def put(folder: Path, name: str, title: str, sections: Mapping[str, str] = SECTIONS) -> Path:
    """Write such a page into ``folder`` as the file ``name``, folders made as needed."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(raw_page(title, sections), encoding="utf-8")
    return path


def fill(folder: Path) -> Path:
    """Put three pages into ``folder``, made if needed, and return it."""
    for title in ("Gout", "Neck Pain", "Tennis Elbow"):
        put(folder, f"{title.lower().replace(' ', '-')}.html", title)
    return folder
