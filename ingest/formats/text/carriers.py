"""What carried a page here: a mail it was sent in, or the record of a system that exported it.

A page's lines enter; those of the page itself, those around it and the name that the record gives
it leave. Pure; for the text format only.

Both begin with fields, a name and a value a line: RFC 5322 for mail; the import formats of blog
systems and the front matter of site generators for records. Some close with fields as well, mails
with a signature, which two hyphens on a line part off (RFC 3676).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.text.lines import Line, Lines
from ingest.formats.text.splitting import raw_lines
from ingest.wording import words

_FIELD = re.compile(r"\*?(?P<name>[A-Za-z][A-Za-z _-]{1,20}?):\*?(?:\s+(?P<value>\S.*))?$")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MAIL = _names("from to cc bcc sent date subject reply-to importance attachments")
_NAME = "title"
_RECORD = _names(
    "title author status date category primary_category categories tags tag keywords basename slug "
    "type post_type template layout modified created updated published url permalink id language "
    "allow_comments allow_pings convert_breaks meta_title meta_description description parent "
    "menu_order body content text"
)
_CLOSING = _names("extended_body excerpt keywords comment ping tags")
"""Names of fields, in lower case. What a record closes with follows the page's text."""

_LEAST = 3
"""Known fields that must stand together, unless one states the title: a page may have one or two of
its own ("Author: ...")."""

_REACH = 30
"""Lines in which the fields of a mail must begin: what its sender wrote above is short."""

_FORWARDED = re.compile(
    r"[\s\-_>]*(?:begin )?(?:forwarded|original) message[\s\-_:]*$", re.IGNORECASE
)
_SIGNATURE = re.compile(r"--[ \t]?")


@dataclass(frozen=True, slots=True)
class Carried:
    """A page parted from what carried it.

    ``own`` has one line at least, and begins with the page's title where ``titled``.
    """

    own: Lines
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    titled: bool = False


def part_carrier(lines: Lines, text: str) -> Carried:
    """Return the page that ``lines`` hold, the lines of the raw ``text``, without its carrier."""
    mail = _mail_end(lines.texts)
    start = _fields_end(lines.texts, mail, _RECORD)
    record = start > mail
    end = len(lines)
    if record:
        end = _closing_start(lines, start)
    elif mail:
        end = _signature_start(lines, start, text)
    if start in (0, end):
        return Carried(lines)
    own, before = list(lines[start:end]), list(lines[:start])
    name = _stated_name(before) if record else None
    titled = name is not None and all(words(line.text) != words(name.text) for line in own)
    if titled and name is not None:
        before = [line for line in before if line.first != name.first]
        own.insert(0, name)
    return Carried(Lines.of(own), tuple(before), lines[end:], titled)


def _mail_end(texts: Sequence[str]) -> int:
    """Return the place after the last fields of a mail, or its mark of a forwarded one; else 0."""
    end = 0
    for place, text in enumerate(texts[:_REACH]):
        if place < end:
            continue
        if _FORWARDED.match(text):
            end = place + 1
        if ":" in text and (fields_end := _fields_end(texts, place, _MAIL)) > place:
            end = fields_end
    return end


def _fields_end(texts: Sequence[str], start: int, names: frozenset[str]) -> int:
    """Return the place after the fields that begin at ``start``, which itself if none do.

    A field of another name counts between two that are known.
    """
    end, known = start, set()
    for place in range(start, len(texts)):
        if (field := _FIELD.match(texts[place])) is None:
            break
        if _folded(field) in names:
            known.add(_folded(field))
            end = place + 1
    return end if len(known) >= _LEAST or _NAME in known else start


def _known(text: str, names: frozenset[str]) -> bool:
    field = _FIELD.match(text)
    return field is not None and _folded(field) in names


def _folded(field: re.Match[str]) -> str:
    return field["name"].lower().replace(" ", "_")


def _stated_name(fields: Sequence[Line]) -> Line | None:
    """Return the line of the field that names the page, with nothing but the name on it."""
    for line in fields:
        field = _FIELD.match(line.text)
        if field is not None and _folded(field) == _NAME and field["value"]:
            return line._replace(text=field["value"].strip("\"'"), cells=())
    return None


def _closing_start(lines: Lines, start: int) -> int:
    """Return the place of the first field that a record closes with, or the end."""
    places = range(start, len(lines))
    return next((place for place in places if _known(lines.texts[place], _CLOSING)), len(lines))


def _signature_start(lines: Lines, start: int, text: str) -> int:
    """Return the place of the first line below the last mark of a signature, or the end."""
    raws = enumerate(raw_lines(text), start=1)
    marks = [number for number, raw in raws if _SIGNATURE.fullmatch(raw)]
    if not marks:
        return len(lines)
    below = (place for place in range(start, len(lines)) if lines.firsts[place] > marks[-1])
    return next(below, len(lines))
