"""Lists as word processors write them into HTML: paragraphs and flat lists that state their depth.

A tag enters, an OpenItem or a depth leaves. Word saves each item as a paragraph with its bullet as
text; Google Docs puts every level of one list into a list of its own. For `frames` only.
"""

import re

from ingest.formats.html.elements import Element
from ingest.formats.html.inline import flat_text
from ingest.formats.html.listing import OpenItem

_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
"""Word's own statement of an item's level, which its "filtered" HTML leaves out."""

_MARGIN = re.compile(r"margin-left:\s*(\d*\.?\d+)(in|pt|cm|mm|px)")
_HALF_INCHES = {"in": 2.0, "pt": 1 / 36, "cm": 2 / 2.54, "mm": 0.2 / 2.54, "px": 1 / 48}
"""Units -> half inches, by which Word sets each level of a list further in."""

_MARKER = re.compile(r"(?:[·•o§Øü▪◦–-]|\(?(?P<number>\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])(?=\s)")
"""What Word puts before an item: its bullets (letters of Symbol and Wingdings), or a number."""

_DEEPEST = 9
"""Word's lists have nine levels."""

_DOCS_LEVEL = re.compile(r"\blst-kix_\w+-(\d)\b")
"""The class of a list in a page that Google Docs published, with its level counted from 0."""


def word_item(paragraph: Element) -> OpenItem | None:
    """Return the list item that a paragraph written by Word is, None if it is none."""
    style = paragraph.attributes.get("style", "")
    listed = paragraph.attributes.get("class", "").startswith("MsoList")
    level = _LEVEL.search(style)
    if not listed and level is None:
        return None
    marker = _MARKER.match(flat_text(paragraph))
    if marker is None:
        return None
    margin = _MARGIN.search(style)
    if level is not None:
        depth = int(level[1])
    else:
        depth = round(float(margin[1]) * _HALF_INCHES[margin[2]]) if margin else 1
    ordered = marker["number"] is not None
    return OpenItem(min(max(depth, 1), _DEEPEST), ordered, starts_list=False, marker=marker[0])


def is_word_title(paragraph: Element) -> bool:
    """Tell whether a paragraph is set in Word's style for the title of a document."""
    return paragraph.attributes.get("class", "").startswith("MsoTitle")


def docs_depth(listing: Element) -> int | None:
    """Return the depth, 1 for the outermost, that a list written by Google Docs states."""
    level = _DOCS_LEVEL.search(listing.attributes.get("class", ""))
    return int(level[1]) + 1 if level else None
