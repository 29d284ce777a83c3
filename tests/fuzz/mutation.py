"""Seeds -> inputs nobody would write: pieces cut, doubled, moved, nested, mixed, bytes flipped."""

import random
import re
from collections.abc import Callable, Sequence

LONGEST_BYTES = 60_000

_TOKEN = re.compile(rb"<[^>]*>|\n|[&?=+/]|%[0-9A-Fa-f]{2}|[^<\n&?=+/%]+|<|%")
"""A tag, a line's end, a separator of addresses, a run of text: what mutations move as a whole."""

_TAGS = (
    b"p div ul ol li dl dt dd table tr td th caption h1 h2 summary details a b pre br section nav "
    b"main article template noscript frameset select button svg form math title body head"
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
    b"start=99999999999999999999 value=-1 reversed",
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
    "\u0130\u1e9e\ufb01\u01c5\u2460\u00b2\u0967\u2167".encode(),
    "\U0001f469\u200d\U0001f52c\ufe0f\u3000\u00a0\u00ad".encode(),
    b"- - - - ",
    b"> > > ",
    b"[a]: b\n",
    b"|a|b|\n|-|-|\n",
    b"    ",
    b"\t1) ",
    b"```\n",
    b"---\na: [\n---\n",
    b"<!DOCTYPE x [<!ENTITY a '&b;'>]>",
    b"%3Czq onload=x%3E",
    b"<zq onload=x>",
    b"%00%ff%ed%a0%80",
    b"../..//%2e%2e/",
    b'%22-"--%22',
    b"1e999",
    b"-0",
    b"99999999999999999999",
)
_MARKERS = (
    b"- ", b"* ", b"\xe2\x80\xa2 ", b"1. ", b"1.1 ", b"(a) ", b"IV. ", b"o ", b"# ", b"###### ",
    b"Q: ", b"For Gout: ", b"| ", b"    ", b"\t", b"[12] ", b": ", b"+ ", b"\xe2\x80\x94 ",
    b"\xc2\xb7",
)  # fmt: skip
"""What a line may begin with that means something to a reader."""

_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "cp1252", "cp437", "utf-7", "shift_jis", "utf-8-sig")

Tokens = list[bytes]


def mutated(seeds: Sequence[bytes], dice: random.Random) -> bytes:
    """Return one input: a seed changed in one to eight ways."""
    tokens = _TOKEN.findall(dice.choice(seeds))
    for _ in range(dice.randint(1, 8)):
        tokens = dice.choice(_CHANGES)(tokens or [b"x"], seeds, dice)
    raw = b"".join(tokens)[:LONGEST_BYTES]
    chance = dice.random()
    if chance < 0.2:
        return _flipped(raw, dice)
    return _recoded(raw, dice) if chance < 0.25 else raw


def _flipped(raw: bytes, dice: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(dice.randint(1, 6)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _recoded(raw: bytes, dice: random.Random) -> bytes:
    return raw.decode("utf-8", "replace").encode(dice.choice(_ENCODINGS), "replace")


def _span(tokens: Tokens, dice: random.Random) -> slice:
    start = dice.randrange(len(tokens))
    return slice(start, start + dice.randint(1, 12))


def _cut(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    where = _span(tokens, dice)
    return tokens[: where.start] + tokens[where.stop :]


def _double(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    where = _span(tokens, dice)
    times = dice.choice((2, 2, 2, 3, 5, 20))
    return tokens[: where.start] + tokens[where] * times + tokens[where.stop :]


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


def _mark(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    """Begin some lines as items, headings, quotes or whatever a reader takes them for."""
    marker, share = dice.choice(_MARKERS), dice.choice((0.2, 0.5, 1.0))
    return [
        token + marker if token == b"\n" and dice.random() < share else token for token in tokens
    ]


def _join(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    """Take away or double ends of lines; end them as other systems do."""
    ending = dice.choice((b"", b" ", b"\r\n", b"\r", b"\n\n", b"\x0c", b"\xc2\x85", b"-\n"))
    share = dice.choice((0.1, 0.5, 1.0))
    return [ending if token == b"\n" and dice.random() < share else token for token in tokens]


def _letters(tokens: Tokens, _seeds: Sequence[bytes], dice: random.Random) -> Tokens:
    """Change the case of a run, or make one word of it very long."""
    where = _span(tokens, dice)
    change: Callable[[bytes], bytes] = dice.choice(
        (bytes.upper, bytes.lower, bytes.title, lambda run: run.replace(b" ", b"") * 9)
    )
    return [*tokens[: where.start], *map(change, tokens[where]), *tokens[where.stop :]]


_CHANGES: tuple[Callable[[Tokens, Sequence[bytes], random.Random], Tokens], ...] = (
    _cut,
    _double,
    _move,
    _splice,
    _wrap,
    _insert,
    _mark,
    _join,
    _letters,
)
