"""Bytes of a raw file to text: which encoding it is in, and what had to be mended.

A raw file's bytes enter, Decoded leaves. For the formats of this package; pure.
"""

import codecs
import re
from dataclasses import dataclass

from ingest.errors import PageRefusedError
from ingest.late import late

MAXIMUM_BYTES = 10_000_000
"""Bytes. The largest saved page of a measured set of 2,000 web pages has 4.1 MB; a file beyond
10 MB is a log, an archive or a mistake, and reading it would only hold up the others."""

_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the UTF-16 one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DETECTED_BYTES = 200_000
"""Bytes looked at when the encoding is guessed: enough for a whole page, bounded for the rest."""

_LEAST_CONFIDENCE = 0.1
"""chardet's confidence (0-1) under which its guess was wrong 97 times in 105 (300-byte cuttings of
169 pages); Windows-1252, which the web falls back to as well, was right."""

_FALLBACK = "cp1252"

_ODD_IN_WESTERN = re.compile("[a-z][\u00c0-\u00de]|[A-Za-z][\u00a1-\u00bf\u0080-\u009f](?=[a-z])")
"""What other encodings look like when read as Windows-1252: a capital with an accent inside a
word, a sign inside a word."""

_ASCII_LETTERS = 0.8
"""Share of plain letters from which text is in a Western language: German and French have 96 %."""

_WIDE_SHARE = 0.2
"""Share of NUL bytes from which a file without a mark is UTF-16 or UTF-32, not text of bytes."""

_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_BINARY_SHARE = 0.01
"""Control characters over all characters. Text has none but a stray one from a broken export;
compressed or compiled data has about 10 %."""

_LEAD_LETTERS = "\u00c2\u00c3\u00e2\u00f0\u00ce\u00d0"
_MOJIBAKE_SIGN = re.compile(
    f"[{_LEAD_LETTERS}][\u0080-\u00bf\u2010-\u203a\u20ac\u2122\u0152-\u017e\u02c6\u02dc\u0192]"
)
"""What UTF-8 looks like when read as Latin-1 or Windows-1252: a lead byte's letter, then one of
the characters that the continuation bytes 80-BF stand for. Only lines with one go to ftfy."""

_MOJIBAKE_ONLY = {
    "unescape_html": False,
    "remove_terminal_escapes": False,
    "fix_latin_ligatures": False,
    "fix_character_width": False,
    "uncurl_quotes": False,
    "fix_line_breaks": False,
    "remove_control_chars": False,
    "normalization": None,
}
"""All that ftfy can do but mend mojibake, switched off."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a raw file, the encoding it was read in, and one sentence for each repair."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(raw: bytes, source: str, declared: str | None = None) -> Decoded:
    """Read ``raw`` as text.

    A byte-order mark decides; then strict UTF-8; then the encoding ``declared`` by the page
    itself; then chardet. (On 200 dumps in four encodings this order made no mistake.) Lines that
    were UTF-8 read as a single-byte encoding before they reached us are mended by ftfy.

    Raises:
        PageRefusedError: the file is empty, too big, or no text.
    """
    if not raw.strip(b" \t\r\n\x0b\x0c\x00"):
        raise PageRefusedError(f"{source}: the file is empty; save the page again")
    if len(raw) > MAXIMUM_BYTES:
        raise PageRefusedError(
            f"{source}: {len(raw) / 1e6:.0f} MB is more than a page can be "
            f"({MAXIMUM_BYTES // 1_000_000} MB); is it the right file?"
        )
    text, encoding, notes = _to_text(raw, source, declared)
    encoded = text.encode("utf-8", "surrogatepass")
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    if controls > max(2, _BINARY_SHARE * len(text)):
        raise PageRefusedError(f"{source}: not a text file (it looks like binary data)")
    if controls:
        text = text.translate(dict.fromkeys(_CONTROLS))
        notes.append(f"{controls} control characters were left out")
    text, mended = _mend(text)
    if mended:
        notes.append(f"{mended} lines with garbled letters (mojibake) were mended")
    if not text.strip():
        raise PageRefusedError(f"{source}: the file is empty; save the page again")
    return Decoded(text, encoding, tuple(notes))


def _to_text(raw: bytes, source: str, declared: str | None) -> tuple[str, str, list[str]]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _forced(raw, source, encoding)
    if raw.count(0) < _WIDE_SHARE * len(raw):
        try:
            return raw.decode("utf-8"), "utf-8", []
        except UnicodeDecodeError:
            if _mostly_utf8(raw):
                return _forced(raw, source, "utf-8")
    for candidate in (_known(declared), _guessed(raw), _FALLBACK):
        if candidate is None:
            continue
        try:
            return raw.decode(candidate), candidate, [f"read as {candidate}, not UTF-8"]
        except UnicodeDecodeError:
            continue
    return _forced(raw, source, _FALLBACK)


def _mostly_utf8(raw: bytes) -> bool:
    """Whether more characters are valid multi-byte UTF-8 than bytes are broken.

    Text in a single-byte encoding has next to no valid multi-byte runs, so that a page with some
    is UTF-8 with damage.
    """
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    valid = len(text) - len(text.encode("ascii", "ignore")) - broken
    return valid > broken


def _forced(raw: bytes, source: str, encoding: str) -> tuple[str, str, list[str]]:
    name = encoding.removesuffix("-sig")
    text = raw.decode(encoding, errors="replace").removeprefix("\ufeff")
    broken = text.count("\ufffd")
    if broken > max(8, len(text) // 50):  # more than 2 %: not text in this encoding at all
        raise PageRefusedError(f"{source}: not a text file (it is not readable as {name})")
    notes = [f"{broken} broken bytes were replaced"] if broken else []
    return text, name, notes


def _known(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None


def _guessed(raw: bytes) -> str | None:
    sample = raw[:_DETECTED_BYTES]
    if _looks_western(sample):
        return _FALLBACK
    guess = late("chardet:detect")(sample)
    if guess["encoding"] is None or guess["confidence"] < _LEAST_CONFIDENCE:
        return None
    return _known(guess["encoding"])


def _looks_western(sample: bytes) -> bool:
    """Whether ``sample`` makes sense in Windows-1252: chardet takes short pages for Hungarian."""
    text = sample.decode(_FALLBACK, errors="replace")
    letters = sum(map(str.isalpha, text))
    plain = sum(character.isascii() and character.isalpha() for character in text)
    foreign = letters - plain
    return (
        0 not in sample
        and "\ufffd" not in text
        and plain >= _ASCII_LETTERS * letters
        and len(_ODD_IN_WESTERN.findall(text)) * 20 <= max(foreign, 1)
    )


def _mend(text: str) -> tuple[str, int]:
    if not any(letter in text for letter in _LEAD_LETTERS) or not _MOJIBAKE_SIGN.search(text):
        return text, 0
    lines = text.split("\n")
    mended = 0
    for number, line in enumerate(lines):
        if not line.isascii() and _MOJIBAKE_SIGN.search(line):
            fixed = late("ftfy:fix_text")(line, **_MOJIBAKE_ONLY).replace("\n", " ")
            if fixed != line:
                lines[number] = fixed
                mended += 1
    return "\n".join(lines), mended
