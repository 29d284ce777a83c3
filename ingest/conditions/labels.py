"""Item labels and list nesting.

Bullets with depths enter, nested items leave; a line of text enters, its label leaves. Knows
nothing of conditions or headings. Used by `ingest.pages.page`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.record import record
from ingest.blocks import Bullet

MAX_LABEL_WORDS = 8
"""Words of the longest opening that still is a label. The labels of the clinic page this was built
on have one to four words, "For" and a condition's long name included; a longer run before a colon
is a clause that announces something ("Call the office at once if you notice any of these:")."""

MAX_NESTING = 12
"""Levels of nested lists; what lies deeper stands beside the twelfth. No reader follows a page so
far, and a hostile one must not exhaust the stack."""

_COLON = re.compile("[:：]")
_SENTENCE_INSIDE = re.compile(r"[.!?;]\s+\S")
# A label is no longer than a sentence; "Dr. Who: ..." is the price, paid as a missing label.
_LETTER = re.compile(r"[^\W\d_]")


@record
class Nested:
    """One bullet with the bullets below it."""

    bullet: Bullet
    below: tuple["Nested", ...] = ()


@dataclass(slots=True)
class _Open:
    """A bullet whose nested ones are still being collected.

    An item without text that is the only one below another says nothing of how they stand.
    """

    bullet: Bullet
    below: list["_Open"]

    def closed(self) -> Nested:
        below = tuple(child.closed() for child in self.below)
        if len(below) == 1 and not below[0].bullet.text:
            below = below[0].below
        return Nested(self.bullet, below)


def label_of(text: str) -> str | None:
    """Return the label that opens ``text``, without its colon, or None.

    "Antidepressants: Duloxetine, ..." -> "Antidepressants"; "For Fibromyalgia:" -> "For
    Fibromyalgia". Announcing clauses, times and addresses are none (see `MAX_LABEL_WORDS`).
    """
    colon = _COLON.search(text) if ":" in text or "：" in text else None
    if colon is None:
        return None
    label, after = text[: colon.start()].strip(), text[colon.end() : colon.end() + 1]
    if not label or not (after.isspace() or not after):  # "8:30", "2:1" and "https://" are whole
        return None
    if len(label.split(None, MAX_LABEL_WORDS)) > MAX_LABEL_WORDS or _SENTENCE_INSIDE.search(label):
        return None
    return label if _LETTER.search(label) else None


def lists_in(bullets: Sequence[Bullet]) -> Iterator[tuple[Nested, ...]]:
    """Yield the lists that a run of consecutive bullets makes up, each as nested bullets.

    A new list begins where the format says so at the outermost depth, or where numbers follow
    bullets there. Depths are relative: an item two steps deeper than the one before is its child,
    and an item shallower than the first is a sibling of the first. A list that the page shows
    within a list of which nothing has been said hangs below an item without text, as CommonMark
    reads ``- - A``; a numbered one that has nothing beside it stands by itself, with its numbers.
    """
    run: list[Bullet] = []
    outermost = 0
    ordered: bool | None = None  # whether its outermost items are numbered
    for bullet in bullets:
        depth = bullet.depth - bullet.unsaid
        other = not bullet.unsaid and ordered is not None and bullet.ordered != ordered
        if run and depth <= outermost and (bullet.starts_list or other):
            yield _nest(run)
            run, ordered = [], None
        outermost = min(outermost, depth) if run else depth
        if ordered is None and not bullet.unsaid:
            ordered = bullet.ordered
        run.append(bullet)
    if run:
        yield _nest(run)


def _nest(bullets: Sequence[Bullet]) -> tuple[Nested, ...]:
    is_flat = len({bullet.depth for bullet in bullets}) == 1
    if is_flat and not sum([bullet.unsaid for bullet in bullets]):
        return tuple([Nested(bullet) for bullet in bullets])
    roots: list[_Open] = []
    path: list[_Open] = []
    for bullet in bullets:
        while path and (path[-1].bullet.depth >= bullet.depth or len(path) == MAX_NESTING):
            path.pop()
        for opened in (*_silent(bullet, path), _Open(bullet, [])):
            (path[-1].below if path else roots).append(opened)
            path.append(opened)
    closed = tuple(root.closed() for root in roots)
    alone = closed[0].below if len(closed) == 1 and not closed[0].bullet.text else ()
    return alone if alone and alone[0].bullet.ordered else closed


def _silent(bullet: Bullet, path: Sequence[_Open]) -> Iterator[_Open]:
    """Yield the items without text that ``bullet`` hangs below, given the open items above it."""
    above = path[-1].bullet.depth if path else 0
    missing = min(bullet.unsaid, bullet.depth - above - 1, MAX_NESTING - len(path) - 1)
    for depth in range(bullet.depth - missing, bullet.depth):
        yield _Open(replace(bullet, text="", depth=depth), [])
