"""Atom feeds (RFC 4287).

Entries and the site's public address enter, XML text leaves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry; ``key`` tells it from all others of the site for ever, ``url`` is a path."""

    key: str
    title: str
    url: str
    updated: datetime
    summary: str


def feed(
    site: str,
    *,
    title: str,
    about: str,
    own: str,
    author: str,
    updated: datetime,
    entries: Iterable[FeedEntry],
) -> str:
    """Return the feed at the path ``own``, of what the page at ``about`` shows.

    ``site`` is the public address without a closing slash; entries come newest first.
    """
    root = Element("feed", xmlns=ATOM)
    SubElement(root, "id").text = site + own
    SubElement(root, "title").text = printable(title)
    SubElement(root, "updated").text = updated.isoformat()
    SubElement(root, "link", rel="self", type="application/atom+xml", href=site + own)
    SubElement(root, "link", rel="alternate", type="text/html", href=site + about)
    SubElement(SubElement(root, "author"), "name").text = printable(author)
    for entry in entries:
        element = SubElement(root, "entry")
        SubElement(element, "id").text = f"{site}{own}#{entry.key}"
        SubElement(element, "title").text = printable(entry.title)
        SubElement(element, "updated").text = entry.updated.isoformat()
        SubElement(element, "link", rel="alternate", type="text/html", href=site + entry.url)
        SubElement(element, "summary").text = printable(entry.summary)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text.decode()


def printable(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 cannot hold."""
    return (
        "".join(
            character
            for character in text
            if character in "\t\n\r" or (character >= " " and not "\ud800" <= character <= "\udfff")
        )
        .replace("\ufffe", "")
        .replace("\uffff", "")
    )
