"""The clinic's own page reads perfectly: golden file, checked by eye line by line."""

import re
from pathlib import Path

from ingest.blocks import Heading
from ingest.formats.text import read
from tests.ingest.formats.text.rendering import render

_ROOT = Path(__file__).parents[4]
_PAGE = _ROOT / "raw" / "fibromyalgia-myofascial-pain-syndrome.txt"
_GOLDEN = _ROOT / "tests" / "data" / "text" / "fibromyalgia-myofascial-pain-syndrome.golden"


def test_reads_as_the_golden_file_says() -> None:
    """Title, nineteen headings, every list's nesting and every line of furniture are in place."""
    extract = read(_PAGE.read_bytes(), _PAGE.name)
    assert render(extract) == _GOLDEN.read_text(encoding="utf-8")


def test_finds_all_twenty_headings_and_no_other() -> None:
    """The title and its nineteen content headings are found, in page order."""
    extract = read(_PAGE.read_bytes(), _PAGE.name)
    headings = [block.text for block in extract.content if isinstance(block, Heading)]
    assert extract.title == "Fibromyalgia & Myofascial Pain Syndrome"
    assert headings == [
        "Understanding Fibromyalgia & Myofascial Pain Syndrome",
        "Differences Between Fibromyalgia and Myofascial Pain Syndrome",
        "Causes",
        "Fibromyalgia",
        "Myofascial Pain Syndrome",
        "Clinical Presentation",
        "Fibromyalgia",
        "Myofascial Pain Syndrome",
        "Effects on Health and Lifestyle",
        "Fibromyalgia",
        "Myofascial Pain Syndrome",
        "Prognosis",
        "Treatment and Management Options",
        "1. Medications",
        "2. Physical Therapy",
        "3. Psychological Support",
        "4. Lifestyle Modifications",
        "5. Complementary Therapies",
        "Together We can do it",
    ]


def test_reads_the_same_whatever_the_line_ends() -> None:
    """Windows and old Macintosh line ends give the same page."""
    raw = _PAGE.read_bytes()
    expected = read(raw, _PAGE.name)
    for line_end in (b"\r\n", b"\r"):
        assert read(raw.replace(b"\n", line_end), _PAGE.name) == expected


def test_keeps_every_word_once_and_in_order() -> None:
    """Content and furniture together are the raw page, word for word."""
    extract = read(_PAGE.read_bytes(), _PAGE.name)
    blocks = [*extract.before, *extract.content, *extract.after]
    placed = [(block.lines.first, block.text) for block in blocks if hasattr(block, "text")]
    title_line = next(
        number
        for number, line in enumerate(_PAGE.read_text(encoding="utf-8").splitlines(), start=1)
        if line == extract.title
    )
    placed.append((title_line, extract.title))
    kept = [word for _, text in sorted(placed) for word in re.findall(r"\w+", text)]
    assert kept == re.findall(r"\w+", _PAGE.read_text(encoding="utf-8"))
