"""The pages in raw/: the real one is untouched, the samples say what they are, queries fit them."""

import hashlib
import html
import re
from collections import Counter
from pathlib import Path

import pytest

from index.text import slugify
from ingest.queries import Accepted
from tests.support.golden_queries import GoldenQuery, Kind, golden_queries

RAW = Path(__file__).parent.parent / "raw"
REAL = RAW / "fibromyalgia-myofascial-pain-syndrome.txt"
REAL_SHA256 = "b4d5c67749c1ad0e5bc0de280dcc596a2e98de4298a8418f03372ba2c6192c63"
SUFFIXES = {".txt": "text", ".html": "HTML", ".htm": "HTML", ".md": "Markdown"}
PAGES = sorted(
    path for path in RAW.iterdir() if path.suffix in SUFFIXES and path.name != "README.md"
)
SAMPLES = [path for path in PAGES if path != REAL]
QUERIES = golden_queries()
PUBLISHERS = re.compile(
    r"NINDS|MedlinePlus|OrthoInfo|NICE|Cochrane|Mayo Clinic|Cleveland Clinic|StatPearls|CDC|FDA"
    r"|NHS|RadiologyInfo|American Family Physician|Consensus practice guidelines"
)
"""Publishers of patient information and guidelines that the samples draw on."""
FEWEST_LINES = 60
"""Lines of a sample with words on them: fewer would not show how long pages are searched."""


def text_of(path: Path) -> str:
    """Return the words of a page on one line: tags, entities, quotes' marks and wrapping undone."""
    raw = path.read_bytes()
    encoding = "utf-8" if _is_utf8(raw) else "cp1252"
    without_tags = re.sub(r"<[^>]+>", " ", raw.decode(encoding))
    return " ".join(html.unescape(without_tags).replace("*", "").split())


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def name_of(path: Path) -> str:
    """Return a page's file name."""
    return path.name


def text_typed(query: GoldenQuery) -> str:
    """Return what a golden query's visitor types."""
    return query.text


def test_the_real_page_is_unchanged() -> None:
    """The supplied page stands in raw/ byte for byte."""
    assert hashlib.sha256(REAL.read_bytes()).hexdigest() == REAL_SHA256


def test_there_are_samples_of_every_format() -> None:
    """Nine text dumps, three saved HTML pages and two Markdown files are the least."""
    formats = Counter(SUFFIXES[path.suffix] for path in SAMPLES)
    assert (formats["text"] >= 9, formats["HTML"] >= 3, formats["Markdown"] >= 2) == (True,) * 3


def test_the_text_dumps_differ_in_their_bytes() -> None:
    """Windows line ends, no-break spaces, tabs and bytes that are not UTF-8 all occur."""
    dumps = [path.read_bytes() for path in SAMPLES if path.suffix == ".txt"]
    assert any(b"\r\n" in dump for dump in dumps)
    assert any("\u00a0".encode() in dump for dump in dumps)
    assert any(b"\n\t" in dump for dump in dumps)
    assert any(not _is_utf8(dump) for dump in dumps)


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_a_sample_says_that_it_is_one(path: Path) -> None:
    """A reader of the page itself learns that it is a sample and not medical advice."""
    text = text_of(path).lower()
    assert "sample" in text
    assert "not medical advice" in text


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_a_sample_names_its_sources(path: Path) -> None:
    """Each sample ends with sources: at least two published works."""
    _, heading, sources = text_of(path).rpartition("Sources")
    if not heading:
        _, heading, sources = text_of(path).rpartition("SOURCES")
    assert heading
    assert len(PUBLISHERS.findall(sources)) >= 2


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_a_sample_has_substance(path: Path) -> None:
    """A search over the samples has something to search."""
    lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    assert len(lines) >= FEWEST_LINES


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_a_sample_is_listed_in_the_readme(path: Path) -> None:
    """raw/README.md tells staff what each file is for."""
    assert f"| `{path.name}` |" in (RAW / "README.md").read_text(encoding="utf-8")


def test_no_two_queries_are_the_same() -> None:
    """Each golden query stands once."""
    repeated = [text for text, times in Counter(map(text_typed, QUERIES)).items() if times > 1]
    assert repeated == []


def test_queries_of_every_kind_are_many() -> None:
    """At least 120 queries, at least five of each kind."""
    kinds = Counter(query.kind for query in QUERIES)
    assert len(QUERIES) >= 120
    assert [kind for kind in Kind if kinds[kind] < 5] == []


def test_every_page_answers_some_query() -> None:
    """No page in raw/ is left untried."""
    expected = {accepted.page for query in QUERIES for accepted in query.accept}
    assert expected == {slugify(path.stem) for path in PAGES}


@pytest.mark.parametrize("query", QUERIES, ids=text_typed)
def test_a_query_expects_headings_that_its_pages_have(query: GoldenQuery) -> None:
    """Every accepted heading stands on the page it is expected on, in the page's own words."""
    texts = {slugify(path.stem): text_of(path) for path in PAGES}
    expected = [
        (accepted.page, heading) for accepted in query.accept for heading in accepted.headings
    ]
    assert query.accept
    assert [pair for pair in expected if pair[1] not in texts[pair[0]]] == []


def test_an_accepted_section_covers_all_below_it_and_nothing_beside() -> None:
    """An answer one level deeper counts; the same words on another page or path do not."""
    accepted = Accepted("a", ("Treatment", "Medicines"))
    assert accepted.covers("a", ("Treatment", "Medicines", "Fibromyalgia"))
    assert accepted.covers("a", ("Overview", "Treatment", "Medicines"))
    assert not accepted.covers("a", ("Treatment",))
    assert not accepted.covers("a", ("Treatment", "Exercise", "Medicines"))
    assert not accepted.covers("b", ("Treatment", "Medicines"))
    assert Accepted("a").covers("a", ())
