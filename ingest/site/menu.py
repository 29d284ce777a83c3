"""The site's menu in furniture: its groups and their entries.

Furniture blocks enter, groups leave. Pure. A menu is a list: an outermost entry with others nested
below is a group of them. Where a dump has lost the bullets it is a run of bare short lines, and no
line tells what is below what: each is an entry by itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from index.site import MenuGroup
from ingest.blocks import Block, Bullet, Text
from ingest.site.contact import find_numbers
from ingest.site.domain import find_domain

_LONGEST_WORDS = 8
_LONGEST_CHARACTERS = 60
"""An entry is a name, not a sentence."""

_SHORTEST_RUN = 3
"""Lines that make a bare run a menu; two short lines may be a name and its motto."""

_FEWEST_GROUPS = 2
"""Groups that make a list below the content a menu; one may be a list of sources or of links."""

_CONTROL = re.compile(
    r"(?:skip|jump|go)\s+to\b|\b(?:toggle|menu|navigation|hamburger)\s*$|^(?:menu|search|close|open"
    r"|back|previous|next|more|show|hide|expand|collapse|log\s?in|sign\s?in|sign\s?up|logo)\b"
    r"|\blogo$|^(?:×|✕|☰)$",
    re.IGNORECASE,
)
"""What operates the page instead of leading to another one."""

_OPENING_CONTROL = (
    *("menu", "search", "close", "open", "back", "previous", "next", "more", "show", "hide"),
    *("expand", "collapse", "log", "sign", "×", "✕", "☰"),
)
_CLOSING_CONTROL = ("toggle", "menu", "navigation", "hamburger", "logo")
_WITHIN_CONTROL = " to"
# How every control begins or ends, or what it holds: a quick look before the long one.

_FIGURE = re.compile(r"\d")
_SENTENCE_ENDS = (".", "!", "?", "…", ":")
_SENTENCE_WORDS = 5
"""Words from which a full stop ends a sentence; with fewer it cuts a word short ("Joint Inj.")."""

_SEVERAL = re.compile(r"\s*[|·•]\s*")


_Group = tuple[str, Sequence[str]]
# A name and the entries below it.


def find_menu(before: Sequence[Block], after: Sequence[Block]) -> tuple[MenuGroup, ...]:
    """Return the menu of a page with furniture ``before`` and ``after`` its content.

    The lists before the content are the menu; failing these, a list after it that has groups
    (some sites write their menu last), and failing that the bare lines before it.
    """
    listed = _merged(_listed(before))
    if listed:
        return listed
    last = _merged(_listed(after))
    if sum(bool(group.entries) for group in last) >= _FEWEST_GROUPS:
        return last
    return _merged((name, ()) for name in _bare(before))


def _listed(blocks: Iterable[Block]) -> Iterator[_Group]:
    for run in _runs(blocks):
        yield from _groups(_unwrapped(run))


def _runs(blocks: Iterable[Block]) -> Iterator[list[Bullet]]:
    """Yield each unbroken list; other blocks part them."""
    run: list[Bullet] = []
    for block in blocks:
        if isinstance(block, Bullet):
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _unwrapped(run: list[Bullet]) -> list[Bullet]:
    """Drop the one entry around all others: a control ("Menu"), or one with groups below it."""
    outermost = min(bullet.depth for bullet in run)
    below = {bullet.depth for bullet in run if bullet.depth > outermost}
    alone = [bullet for bullet in run if bullet.depth == outermost] == run[:1]
    wraps = len(below) > 1 or (len(below) == 1 and not _is_entry(run[0].text))
    return run[1:] if alone and wraps else run


def _groups(run: list[Bullet]) -> Iterator[_Group]:
    outermost = min((bullet.depth for bullet in run), default=1)
    name: str | None = None
    entries: list[str] = []
    for bullet in run:
        if bullet.depth == outermost:
            if name is not None:
                yield name, entries
            name, entries = (bullet.text if _is_entry(bullet.text) else None), []
        elif name is not None and _is_entry(bullet.text):
            entries.append(bullet.text)
    if name is not None:
        yield name, entries


def _bare(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the entries of runs of bare lines, and of lines that hold several ("Home | About")."""
    run: list[str] = []
    for block in blocks:
        parts = _SEVERAL.split(block.text) if isinstance(block, Text) else []
        entries = [part for part in parts if _is_entry(part)]
        if entries and len(entries) == len(parts):
            run += entries
        else:
            yield from _long_enough(run)
            run = []
    yield from _long_enough(run)


def _long_enough(run: list[str]) -> list[str]:
    return run if len(run) >= _SHORTEST_RUN else []


def _is_entry(text: str) -> bool:
    is_letters = text.replace(" ", "").isalpha()
    if len(text) > _LONGEST_CHARACTERS or not (is_letters or any(map(str.isalpha, text))):
        return False
    most = _SENTENCE_WORDS - 1 if text.endswith(_SENTENCE_ENDS) else _LONGEST_WORDS
    if len(text.split()) > most or _is_control(text):
        return False
    return is_letters or not (
        ("." in text and find_domain((text,)) is not None)
        or (_FIGURE.search(text) and find_numbers((text,)).phones)
    )


def _is_control(text: str) -> bool:
    folded = text.casefold()
    may_be = (
        folded.startswith(_OPENING_CONTROL)
        or folded.endswith(_CLOSING_CONTROL)
        or _WITHIN_CONTROL in folded
    )
    return may_be and _CONTROL.search(text) is not None


def _merged(groups: Iterable[_Group]) -> tuple[MenuGroup, ...]:
    """Return ``groups`` with those of the same name made one; menus stand twice on many pages."""
    merged: dict[str, tuple[str, dict[str, None]]] = {}
    for name, entries in groups:
        _, known = merged.setdefault(name.casefold(), (name, {}))
        known.update(dict.fromkeys(entries))
    return tuple([MenuGroup(name, tuple(entries)) for name, entries in merged.values()])
