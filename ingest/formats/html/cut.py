"""The text gathered in one block element -> its pieces.

Decides what the text is by where it stands: a heading, a list item, a paragraph, or bullets that
an author typed with ``<br>`` between. For `walk` and the formats without elements.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from index.document import LineRange
from ingest.blocks import Block, Bullet, Heading, Text
from ingest.formats.html.frames import Frame
from ingest.formats.html.inline import Line, join_lines
from ingest.formats.html.listing import OpenItem
from ingest.formats.html.pieces import Piece

LONGEST_HEADING = 40
"""Words. A heading tag around more is a paragraph set large: on the labelled pages 3 % of
headings exceed twelve words and none exceeds this."""

LONGEST_NAME = 12
"""Words of the block that an item begins with up to which it can name what the item tells, as a
heading would: 97 % of the headings on the labelled pages have no more."""

_LETTERS = re.compile(r"[^\W\d_]{2}")
_NO_NAME_ENDS = tuple(".,;:!…–—-")
"""A name says something, in letters, and is neither a sentence nor goes on: the number of a step
that is set in a block of its own is no name, nor is a label with its colon."""

_GLYPH = re.compile(r"^[•◦▪▫■□●○‣⁃∙·➢➤►▶✓✔❖\uf0b7]\s*(?=\S)")
"""A bullet that an author typed; one is enough to make a list. U+F0B7 is that of Word's Symbol
font."""

_DASH = re.compile(r"^[-–—*]\s+(?=\S)")
"""A dash or star opens an item only where two lines of one block begin so; one alone is an
attribution or an aside."""

_GLYPH_OR_DASH = re.compile(f"{_GLYPH.pattern}|{_DASH.pattern}")

_NUMBER = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")
"""A number opens an item where the lines of one block count up from one; else it may be a year, a
dose or a heading's."""

_TYPED = re.compile(f"{_DASH.pattern}|{_NUMBER.pattern}")

_ANCHOR_MARK = re.compile(
    r"\s*(?:[#¶§🔗]+|\[\s*(?:edit|modifier|editar|bearbeiten)\b[^\]]{0,40}\])\s*$", re.IGNORECASE
)
"""The sign-post that content systems hang on headings to link to them, or to change them."""


def cut(paragraphs: list[list[Line]], frame: Frame, pieces: list[Piece]) -> None:
    """Append the pieces of one block's text to ``pieces``.

    ``frame`` is where the text stands. Text that goes on with the list item of the last piece is
    joined to it.
    """
    if frame.heading is not None:
        line = join_lines(line for lines in paragraphs for line in lines)
        pieces.append(_piece(_heading(line, frame.heading), line, frame))
        if frame.item is not None:
            frame.item.headed = True
            _begin_list(frame)
    elif frame.item is not None and not frame.item.headed:
        for line in _name_and_rest([line for lines in paragraphs for line in lines]):
            _item(line, frame, frame.item, pieces)
    else:
        for lines in paragraphs:
            first = lines[0]
            if len(lines) == 1 and first.text[0].isalpha():  # most are, and none is a typed item
                pieces.append(_piece(Text(first.text, _range(first)), first, frame))
            else:
                pieces.extend(_running(lines, frame))


def without_bullet(line: str) -> str | None:
    """Return a line without the bullet sign that it begins with, None if it begins with none."""
    bare, signs = _GLYPH.subn("", line, count=1)
    return bare if signs else None


def _piece(block: Block, line: Line, frame: Frame, shown: tuple[str, ...] = ()) -> Piece:
    return Piece(
        block, frame.path, line.words, line.linked_words, line.jump_words, line.bold, shown
    )


def _range(line: Line) -> LineRange:
    return LineRange(line.first, line.last)


def _heading(line: Line, level: int) -> Block:
    if line.words > LONGEST_HEADING:
        return Text(line.text, _range(line))
    return Heading(_ANCHOR_MARK.sub("", line.text) or line.text, _range(line), level)


def _item(line: Line, frame: Frame, item: OpenItem, pieces: list[Piece]) -> None:
    """Open the item, go on with it, or add a point below it: after a list inside it, or a name."""
    text = line.text.removeprefix(item.marker).lstrip()
    if not text[:1].isalpha():
        text = _GLYPH.sub("", text)
    if item.opened and not item.nested:
        last = pieces[-1]
        if isinstance(last.block, Bullet) and not item.told and _names(last.block.text, line.text):
            item.told = True
        elif isinstance(last.block, Bullet):
            joined = replace(
                last.block,
                text=f"{last.block.text} {line.text}",
                lines=LineRange(last.block.lines.first, line.last),
            )
            pieces[-1] = last._replace(
                block=joined,
                words=last.words + line.words,
                linked_words=last.linked_words + line.linked_words,
                jump_words=last.jump_words + line.jump_words,
                bold=last.bold and line.bold,
            )
            return
    depth = item.depth + (1 if item.opened else 0)
    starts = item.starts_list and not item.opened
    unsaid = 0 if item.opened else item.unsaid
    item.opened = True
    _begin_list(frame)
    bullet = Bullet(text, _range(line), depth, item.ordered, starts, unsaid)
    pieces.append(_piece(bullet, line, frame))


def _begin_list(frame: Frame) -> None:
    if frame.listing is not None:
        frame.listing.begun = True


def _name_and_rest(lines: list[Line]) -> list[Line]:
    """Return an item's lines as one, or as two if the first is set bold and names the rest."""
    if len(lines) > 1 and lines[0].bold and not lines[1].bold:
        return [lines[0], join_lines(lines[1:])]
    return [join_lines(lines)]


def _names(opening: str, rest: str) -> bool:
    """Tell whether an item's first block names what the next one tells, as a term its definition.

    It is short and neither a sentence nor part of one.
    """
    return (
        not opening.endswith(_NO_NAME_ENDS)
        and not rest[:1].islower()
        and opening.count(" ") < LONGEST_NAME
        and _LETTERS.search(opening, 0, len(opening) - 1) is not None
    )


def _running(lines: list[Line], frame: Frame) -> Iterator[Piece]:
    """Yield one paragraph's pieces: a bold first line, typed items, the rest as one text."""
    mark = _mark_of([line.text for line in lines], only_glyphs=frame.preformatted)
    headed = len(lines) > 1 and lines[0].bold and not lines[1].bold
    if headed and not (mark and mark.match(lines[0].text)):
        yield _piece(Text(lines[0].text, _range(lines[0])), lines[0], frame)
        lines = lines[1:]
    if mark is not None:
        yield from _typed_items(lines, mark, frame)
        return
    whole = join_lines(lines)
    broken = len(lines) > 1 and not frame.preformatted
    shown = tuple(line.text for line in lines) if broken else ()
    yield _piece(Text(whole.text, _range(whole)), whole, frame, shown)


def _mark_of(texts: list[str], *, only_glyphs: bool = False) -> re.Pattern[str] | None:
    """Return what the items that an author typed in these lines begin with, None if none do.

    ``only_glyphs``: dashes and numbers mean something else here, as in program code.
    """
    if all(text[:1].isalpha() for text in texts):
        return None
    if only_glyphs:
        return _GLYPH if any(map(_GLYPH.match, texts)) else None
    numbers = [int(found[1]) for text in texts if (found := _NUMBER.match(text))]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        return _NUMBER
    dashes = sum(_DASH.match(text) is not None for text in texts)
    mark = _GLYPH_OR_DASH if dashes > 1 else _GLYPH
    return mark if any(mark.match(text) for text in texts) else None


def _typed_items(lines: list[Line], mark: re.Pattern[str], frame: Frame) -> Iterator[Piece]:
    """Yield lines that begin with a typed mark as items; others go on with the line before."""
    runs: list[list[Line]] = []
    for line in lines:
        if mark.match(line.text) or not runs:
            runs.append([line])
        else:
            runs[-1].append(line)
    for run in runs:
        line = join_lines(run)
        bare, marks = mark.subn("", line.text, count=1)
        if marks:
            item = Bullet(bare, _range(line), frame.list_depth + 1, mark is _NUMBER)
            yield _piece(item, line, frame)
        else:
            yield _piece(Text(line.text, _range(line)), line, frame)


def with_typed_lists(pieces: list[Piece]) -> list[Piece]:
    """Return pieces with paragraphs in a row, each begun with a dash or counted up, as items.

    An author typed them in a paragraph each; one alone is an aside, or a heading if it is bold.
    """
    result: list[Piece] = []
    for parent, group in groupby(pieces, key=_row):
        run = list(group)
        mark = _mark_of([piece.block.text for piece in run if isinstance(piece.block, Text)])
        every = parent is not None and len(run) > 1 and mark in (_NUMBER, _GLYPH_OR_DASH)
        if mark is None or not every or not all(map(_begins(mark), run)):
            result += run
            continue
        result += [_typed_item(piece, mark) for piece in run]
    return result


def _row(piece: Piece) -> int | None:
    """Return what stands for the row of typed items that a piece can be in, None if in none."""
    typed = isinstance(piece.block, Text) and not piece.bold and _TYPED.match(piece.block.text)
    return id(piece.path[-2]) if typed and len(piece.path) > 1 else None


def _begins(mark: re.Pattern[str]) -> Callable[[Piece], bool]:
    return lambda piece: isinstance(piece.block, Text) and bool(mark.match(piece.block.text))


def _typed_item(piece: Piece, mark: re.Pattern[str]) -> Piece:
    block = piece.block
    if not isinstance(block, Text):
        return piece
    bare = mark.sub("", block.text, count=1)
    return piece._replace(block=Bullet(bare, block.lines, ordered=mark is _NUMBER))
