"""Running text inside one block element: gathered run by run, then cut into lines and paragraphs.

Strings and breaks enter, clean lines leave. For this package only.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.formats.html.elements import Element

_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark math nobr q "
    "rp rt ruby s samp small span strike strong sub sup time tt u var"
)
INLINE = frozenset(_INLINE_NAMES.split())
"""Elements of running text: they neither break a line nor tell a block's purpose."""

BOLD = frozenset({"b", "strong", "big"})
"""Elements that set their text bold, or larger than what is around it."""

_JOINERS = "\u200c\u200d\u200e\u200f"
"""Signs that join, part and turn letters of some scripts: alone they show nothing."""

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, no-break mark: no reader sees them and they would
cut words apart for search."""


def fold(text: str) -> str:
    """Return ``text`` with white space folded to one space and invisible characters removed."""
    if not text.isascii():
        for sign in _INVISIBLE:
            text = text.replace(sign, "")
    return " ".join(text.split())


def flat_text(tag: Element, hides: Callable[[Element], bool] | None = None) -> str:
    """Return all of an element's text in one line; breaks and blocks count as a space.

    Elements that ``hides`` names are left out.
    """
    parts: list[str] = []
    open_nodes = [(iter(tag.contents), "")]  # children still to come, what ends them
    while open_nodes:
        nodes, gap = open_nodes[-1]
        for node in nodes:
            if isinstance(node, str):
                parts.append(node)
            elif hides is None or not hides(node):
                around = "" if node.name in INLINE else " "
                parts.append(around)
                open_nodes.append((iter(node.contents), around))
                break
        else:
            parts.append(gap)
            open_nodes.pop()
    return fold("".join(parts))


class Line(NamedTuple):
    """One line as a visitor sees it before wrapping, with how its words are set.

    ``first`` and ``last`` are raw lines, 1-based.
    """

    text: str
    words: int
    linked_words: int
    jump_words: int
    bold_words: int
    first: int
    last: int

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return self.bold_words == self.words


def join_lines(lines: Iterable[Line]) -> Line:
    """Return several lines, at least one, as one."""
    every = list(lines)
    if len(every) == 1:
        return every[0]
    return Line(
        text=" ".join(line.text for line in every),
        words=sum(line.words for line in every),
        linked_words=sum(line.linked_words for line in every),
        jump_words=sum(line.jump_words for line in every),
        bold_words=sum(line.bold_words for line in every),
        first=every[0].first,
        last=every[-1].last,
    )


class Setting(NamedTuple):
    """How text is set; ``jump``: its link leads to a place on the same page."""

    linked: bool = False
    jump: bool = False
    bold: bool = False


class Run(NamedTuple):
    """One string of the page, or a break: ``text`` is then one line feed.

    ``jump``: its link leads to a place on the same page.
    """

    text: str
    linked: bool = False
    jump: bool = False
    bold: bool = False
    first: int = 0
    last: int = 0


BREAK = Run("\n")
GAP = Run(" ")
"""Stands where a block begins or ends within a line."""

_SEPARATORS = frozenset(" \n\t\u00a0|¦·•∙/\\»›>→~,;–—-")
"""What stands between the links of a menu, a trail or a list of tags."""

_LAST_SIGN = re.compile(r"[^\W\dA-Z]|[.!?]")
"""What a capital does not go on with: a small letter, the end of a sentence."""

LINK_END = Run("")
"""Stands after each link, so that a row of links can be told apart again."""


@dataclass(slots=True)
class Gathered:
    """The runs of one block so far."""

    runs: list[Run] = field(default_factory=list)
    seen: bool = False

    def add(self, run: Run) -> None:
        """Append a run of text; ``seen`` tells whether any of them has any."""
        self.runs.append(run)
        if not self.seen:
            self.seen = not run.text.isspace()

    def paragraphs(self) -> list[list[Line]]:
        """Return the text as paragraphs (parted by an empty line), each of one line or more.

        A row of several links and nothing else has a line for each, for that is how menus and
        lists of tags are shown whatever white space the page has between them; signs that part
        the links ("Home | Staff") are left out.
        """
        runs = _without_space_around(self.runs)
        if len(runs) == 1 or (len(runs) == 2 and runs[1] is LINK_END):  # noqa: PLR2004  # one link
            only = _only_line(runs[0])
            return [[only]] if only else []
        links = sum([run is LINK_END for run in runs])
        only_links = links > 1 and all(run.linked or _parts(run.text) for run in runs)
        if links:
            runs = list(_told_apart(runs, only_links=only_links))
        if not only_links and not any(run is BREAK for run in runs):
            only = _line(runs)
            return [[only]] if only else []
        paragraphs: list[list[Line]] = [[]]
        line: list[Run] = []
        for run in [*runs, BREAK]:
            if run is BREAK or (run is LINK_END and only_links):
                clean = _line(line)
                if clean:
                    paragraphs[-1].append(clean)
                elif run is BREAK and paragraphs[-1]:
                    paragraphs.append([])
                line = []
            elif run is not LINK_END:
                line.append(run)
        return [lines for lines in paragraphs if lines]


def _without_space_around(runs: list[Run]) -> list[Run]:
    """Return a block's runs from the first to the last that is not white space or a break."""
    start, end = 0, len(runs)
    while start < end and runs[start].text.isspace():
        start += 1
    while end > start and runs[end - 1].text.isspace():
        end -= 1
    return runs[start:end]


def _parts(text: str) -> bool:
    """Tell whether text between two links only parts them."""
    return _SEPARATORS.issuperset(text)


def _told_apart(runs: list[Run], *, only_links: bool) -> Iterator[Run]:
    """Yield a block's runs with a space before links that touch what they are no part of.

    That is another link, or text that ends where a capital begins ("Share" and "Facebook"). Of a
    row of nothing but links (``only_links``) the signs that part them are left out.
    """
    ended = inside = False
    before = ""
    for run in runs:
        if only_links and not run.linked and run is not LINK_END and run is not BREAK:
            continue
        begins = run.linked and not inside
        if begins and (ended or (_LAST_SIGN.match(before) and run.text[:1].isupper())):
            yield Run(" ")
        yield run
        ended, inside, before = run is LINK_END, run.linked, run.text[-1:]


def _only_line(run: Run) -> Line | None:
    """Return one run as a line, as `_line` does."""
    said, linked, jump, bold, first, last = run
    text = fold(said)
    if not text.strip(_JOINERS):
        return None
    words = text.count(" ") + 1 if said.isascii() else len(said.split())
    linked_words = words if linked else 0
    return Line(
        text, words, linked_words, linked_words if jump else 0, words if bold else 0, first, last
    )


def _line(runs: list[Run]) -> Line | None:
    """Return the runs as one line, None if nothing of it would be seen."""
    text = fold("".join([run.text for run in runs]))
    if not text.strip(_JOINERS):
        return None
    words = linked_words = jump_words = bold_words = first = last = 0
    for said, linked, jump, bold, begins, ends in runs:
        count = len(said.split())
        if count:
            words += count
            if linked:
                linked_words += count
                if jump:
                    jump_words += count
            if bold:
                bold_words += count
            first = first or begins
            last = ends
    return Line(text, words, linked_words, jump_words, bold_words, first, last)
