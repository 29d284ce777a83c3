"""Decoding: every encoding that pages come in reads right, and what is no page is refused."""

import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.decode import MAXIMUM_BYTES, decode
from ingest.errors import PageRefusedError

_PROSE = (
    "The patient’s café visit – naïve, but “helpful” – cost £5.\n"
    "Ménière’s disease and Sjögren’s syndrome are named after people.\n"
) * 5


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]
)
def test_reads_the_encoding_it_was_saved_in(encoding: str) -> None:
    """Text comes out as it was, whatever common encoding it was saved in."""
    assert decode(_PROSE.encode(encoding), "page.txt").text == _PROSE


def test_reads_latin_1() -> None:
    """Latin-1 text without a declaration is told from UTF-8."""
    prose = _PROSE.translate(str.maketrans("’–“”", '\'-""'))
    assert decode(prose.encode("latin-1"), "page.txt").text == prose


def test_says_which_encoding_it_fell_back_to() -> None:
    """A page that is not UTF-8 is read, and the report can say so."""
    decoded = decode(_PROSE.encode("cp1252"), "page.txt")
    assert decoded.repairs == (f"read as {decoded.encoding}, not UTF-8",)


def test_believes_the_declared_encoding_over_a_guess() -> None:
    """A page that names its encoding is read in it when it is not UTF-8."""
    text = "Лечение боли"
    assert decode(text.encode("koi8-r"), "page.html", declared="koi8-r").text == text


def test_ignores_a_declared_encoding_that_does_not_exist() -> None:
    """A made-up encoding name does no harm."""
    assert decode(b"caf\xe9 au lait", "page.html", declared="no-such").text == "café au lait"


def test_mends_mojibake_and_says_so() -> None:
    """UTF-8 that was once read as Windows-1252 is mended line by line, and counted."""
    garbled = "The patient’s café – naïve".encode().decode("cp1252")
    decoded = decode(f"{garbled}\nplain line\n".encode(), "page.txt")
    assert decoded.text == "The patient’s café – naïve\nplain line\n"
    assert decoded.repairs == ("1 lines with garbled letters (mojibake) were mended",)


def test_leaves_proper_text_alone() -> None:
    """Curly quotes, ligatures and non-breaking spaces are not repairs' business."""
    text = "It’s ﬁne:\u00a0“quoted” — Ünïcödé\n"
    decoded = decode(text.encode(), "page.txt")
    assert (decoded.text, decoded.repairs) == (text, ())


def test_replaces_single_broken_bytes() -> None:
    """One damaged byte in a UTF-8 page costs one character, not the page."""
    raw = "Ménière’s disease ".encode() + b"\xff" + b" is rare"
    decoded = decode(raw, "page.txt")
    assert decoded.text == "Ménière’s disease \ufffd is rare"
    assert decoded.repairs == ("1 broken bytes were replaced",)


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x7fELF" + bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(255, -1, -1)) * 20, "binary"),
        (b"a" * (MAXIMUM_BYTES + 1), "more than a page can be"),
    ],
)
def test_refuses_what_is_no_page(raw: bytes, complaint: str) -> None:
    """Empty, binary and huge files are refused with one line that names the file."""
    with pytest.raises(PageRefusedError, match=complaint) as refusal:
        decode(raw, "folder/page.txt")
    assert str(refusal.value).startswith("folder/page.txt: ")
    assert "\n" not in str(refusal.value)


def test_refuses_the_largest_noise_in_bounded_time() -> None:
    """Nine megabytes of random bytes are turned away within seconds."""
    noise = os.urandom(9_000_000)
    start = time.perf_counter()
    with pytest.raises(PageRefusedError):
        decode(noise, "noise.txt")
    assert time.perf_counter() - start < 10


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    """Whatever the bytes, the answer is text that can be saved again, or a refusal."""
    try:
        decoded = decode(raw, "page.txt")
    except PageRefusedError:
        return
    assert decoded.text.strip()


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
def test_utf8_text_with_a_mark_comes_back_unchanged(text: str) -> None:
    """What was saved with a byte-order mark and is not garbled reads as it was written."""
    decoded = decode(text.encode("utf-8-sig"), "page.txt")
    if not decoded.repairs:
        assert decoded.text == text.removeprefix("\ufeff")
