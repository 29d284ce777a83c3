"""Builders for the HTML reader's tests: a page around a body, and its content as plain tuples."""

from ingest.blocks import Block, Bullet, Extract, Grid, Heading, Text
from ingest.formats.html import read

PROSE = (
    "Tennis elbow is a painful condition of the outer elbow, in which the tendons that join the "
    "forearm muscles to the bone have been overloaded by repeated gripping and lifting."
)
"""A paragraph long enough for any reader to see that the page has content."""

AFTER = "<h2>Afterwards</h2><p>Rest the arm for a day, then move it gently.</p>"
AFTERWARDS = [("h2", "Afterwards"), "Rest the arm for a day, then move it gently."]
"""A section below what a test is about, and as it is read."""


def page(body: str, title: str = "Tennis elbow") -> bytes:
    """Return a whole page whose article holds ``body`` below its title and a paragraph."""
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body>"
        f"<main><article><h1>{title}</h1>\n<p>{PROSE}</p>\n{body}\n<p>{PROSE}</p></article></main>"
        "</body></html>"
    ).encode()


def plain(block: Block) -> object:
    """Return a block as a short value: ``"text"``, ``("h2", text)``, ``("-", text)``, rows."""
    match block:
        case Heading():
            return (f"h{block.level}", block.text)
        case Bullet():
            return ("-" * block.depth, block.text)
        case Grid():
            return (block.header, *block.rows)
        case Text():
            return block.text


def extract(body: str) -> Extract:
    """Read a page whose article holds ``body``."""
    return read(page(body), "page.html")


def content(body: str) -> list[object]:
    """Return the blocks of ``body`` as read, between the two paragraphs around it."""
    blocks = [plain(block) for block in extract(body).content]
    assert blocks[0] == PROSE
    assert blocks[-1] == PROSE
    return blocks[1:-1]
