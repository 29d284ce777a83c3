"""What stands before the text of a line, and what parts its cells.

A line without the white space around enters; its marker, its cells leave. Pure; for the text format
only.
"""

import re

TAB_COLUMNS = 8

GLYPHS = "•◦▪▫□■●○‣⁃∙·*+-–—►▸▶➢➤➔✓✔✗✘❖◆◇§»"
"""What dumps put before list items: Resiliparse, w3m, lynx, inscriptis, word processors."""

_MARKED = re.compile(
    r"""o (?=\t|\s{2,}|\s[A-Z0-9])                  # the third level of lynx and Word
      | (?!\(c\)\s*\d{4})                           # a copyright is no third item
        (?!\(\d{3}\)\s*\d{3}\W\d{4}\b)             # nor is an area code a number
        (?:\(?\d{1,3}[.)] | \(?[a-z][.)] | \(?[ivx]{2,5}[.)] | [A-Z]\)) (?=\s)
    """,
    re.VERBOSE,
)
"""Upper-case letters count only with a bracket: "E. coli" and "C. difficile" open sentences."""

_NESTED_O = re.compile(r"o(?=\s+\S)")
_BEFORE_LETTERS = "(ivx"
"""What those markers begin with whose second character is a letter."""

_WIDE_GAP = " " * 3
_CELL_GAP = re.compile(rf"\t+|{_WIDE_GAP}+")
"""What parts the cells of a plain row. Two spaces are no such gap: some end sentences with them."""

_LEAST_BARS = 3


def marker_of(said: str, column: int) -> str:
    """Return the marker that a line, of which ``said`` stands at ``column``, begins with."""
    if said[0] in GLYPHS:
        return said[0] if len(said) == 1 or said[1].isspace() else ""
    if said[1:2].isalpha() and said[0] not in _BEFORE_LETTERS:
        return ""
    match = _MARKED.match(said) or (_NESTED_O.match(said) if column else None)
    return match.group() if match else ""


def cells_of(text: str) -> tuple[str, ...]:
    """Return the cells of a table's row, or nothing if ``text`` is none."""
    if text.count("|") >= _LEAST_BARS:
        parts = text.strip("|").split("|")
    elif "\t" in text or _WIDE_GAP in text:
        parts = _CELL_GAP.split(text)
    else:
        return ()
    cells = tuple(fold(cell) for cell in parts if cell.strip())
    return cells if len(cells) > 1 else ()


def fold(text: str) -> str:
    """Return ``text`` with a single space for each run of white space, and none around."""
    return " ".join(text.split())
