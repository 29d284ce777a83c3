"""Seeds -> inputs nobody would write: pieces cut, doubled, moved, nested, mixed, bytes flipped."""

import random
import re
from collections.abc import Callable, Sequence

_TOKEN = re.compile(rb"<[^>]*>|\n|[^<\n]+|<")
"""A tag, a line's end or a run of text: what mutations move as a whole."""

_TAGS = (
    b"p div ul ol li dl dt dd table tr td th caption h1 h2 summary details a b pre br section nav "
    b"main article template noscript frameset select button svg form"
).split()
_ATTRIBUTES = (
    b"hidden",
    b"role=tab aria-controls=x",
    b"role=heading aria-level=9",
    b"id=x class=accordion",
    b"style='display:none'",
    b"style='font-size:99999px'",
    b"colspan=99999 rowspan=0",
    b"class=MsoListParagraph style='mso-list:l0 level9 lfo1'",
    b"class='lst-kix_a-9'",
    b"aria-expanded=false",
)
_NASTY = (
    b"&amp;&lt;&#0;&#x110000;&#150;&nbsp;",
    b"<!--",
    b"--",
    b"<![CDATA[",
    b"<?xml",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    "\u202e\u200b\u2028\u0301".encode(),
    b"- - - - ",
    b"> > > ",
    b"[a]: b\n",
    b"|a|b|\n|-|-|\n",
    b"    ",
    b"\t1) ",
    b"```\n",
    b"---\na: [\n---\n",
    b"<!DOCTYPE x [<!ENTITY a '&b;'>]>",
)

Tokens = list[bytes]


def mutated(seeds: Sequence[bytes], dice: random.Random) -> bytes:
    """Return one input: a seed changed in one to eight ways."""
    tokens = _TOKEN.findall(dice.choice(seeds))
    for _ in range(dice.randint(1, 8)):
        tokens = dice.choice(_CHANGES)(tokens or [b"x"], seeds, dice)
    raw = b"".join(tokens)[:60_000]
    return _flipped(raw, dice) if dice.random() < 0.2 else raw


def _flipped(raw: bytes, dice: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(dice.randint(1, 6)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _span(tokens: Tokens, dice: random.Random) -> slice:
    start = dice.randrange(len(tokens))
    return slice(start, start + dice.randint(1, 12))


def _cut(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    where = _span(tokens, dice)
    return tokens[: where.start] + tokens[where.stop :]


def _double(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    where = _span(tokens, dice)
    return tokens[: where.start] + tokens[where] * dice.randint(2, 20) + tokens[where.stop :]


def _move(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    where = _span(tokens, dice)
    rest = tokens[: where.start] + tokens[where.stop :]
    place = dice.randint(0, len(rest))
    return rest[:place] + tokens[where] + rest[place:]


def _splice(tokens: Tokens, seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    other = _TOKEN.findall(dice.choice(seeds)) or [b""]
    place = dice.randint(0, len(tokens))
    return tokens[:place] + other[_span(other, dice)] + tokens[place:]


def _wrap(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    where = _span(tokens, dice)
    tag, times = dice.choice(_TAGS), dice.choice((1, 1, 1, 2, 50))
    opened = b"<" + tag + b" " + dice.choice(_ATTRIBUTES) + b">"
    closed = [b"</" + tag + b">"] * dice.choice((times, 0))
    return [
        *tokens[: where.start],
        *[opened] * times,
        *tokens[where],
        *closed,
        *tokens[where.stop :],
    ]


def _insert(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    place = dice.randint(0, len(tokens))
    return [*tokens[:place], dice.choice(_NASTY) * dice.choice((1, 1, 30)), *tokens[place:]]


_CHANGES: tuple[Callable[[Tokens, Sequence[bytes], random.Random], Tokens], ...] = (
    _cut,
    _double,
    _move,
    _splice,
    _wrap,
    _insert,
)
