"""Explanations: every line says how it was read, and what spoke for and against."""

from ingest.formats.text import explain, read
from tests.ingest.formats.text import layouts

_RAW = layouts.LAYOUTS["menu of bullets"].encode()
_SOURCE = "plantar-fasciitis.txt"


def test_explains_every_line_once() -> None:
    """There is one explanation for each line that is not blank, in page order."""
    lines = [
        number for number, line in enumerate(_RAW.decode().splitlines(), start=1) if line.strip()
    ]
    assert [line.lines.first for line in explain(_RAW, _SOURCE)] == lines


def test_says_what_the_reading_says() -> None:
    """Explained headings and title are those of the page."""
    explained = explain(_RAW, _SOURCE)
    extract = read(_RAW, _SOURCE)
    assert [line.text for line in explained if line.reading == "title"] == [extract.title]
    assert [line.text for line in explained if line.reading == "heading"] == layouts.headings()


def test_names_the_features_that_pushed_most() -> None:
    """A copyright line is furniture for reasons that can be read."""
    (line,) = [line for line in explain(_RAW, _SOURCE) if line.text.startswith("Copyright")]
    assert line.reading == "furniture"
    assert line.content < 0
    pushes = [abs(push.push) for push in line.content_pushes]
    assert pushes == sorted(pushes, reverse=True)
    assert any(push.push < 0 for push in line.content_pushes)


def test_a_heading_is_pushed_by_its_looks() -> None:
    """A bullet speaks against a heading, and the explanation of an item shows it."""
    item = next(line for line in explain(_RAW, _SOURCE) if line.text.startswith("Tight calf"))
    glyph = next(push for push in item.heading_pushes if push.feature == "glyph")
    assert (glyph.value, glyph.push < 0) == (1.0, True)
