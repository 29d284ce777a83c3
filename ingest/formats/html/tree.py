"""HTML text -> a BeautifulSoup tree, parsed by lxml, whose tags know their raw lines.

BeautifulSoup's own lxml builder drops line numbers (lxml's push interface has none), so this
builder lets lxml build its tree, which has them, and replays that into the soup. On the way it
leaves out what no reader sees: scripts, styles, templates, drawings, form values, comments. For
this package only.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import cast

from bs4 import BeautifulSoup, PageElement, Tag
from bs4.builder import HTMLTreeBuilder
from lxml import etree

from ingest.formats.html.elements import PageTag, linked_text
from ingest.formats.html.inline import INLINE

_UNREAD_NAMES = (
    "script style template noscript noframes svg canvas iframe object embed applet audio video map "
    "select option textarea datalist input link base param source track colgroup progress meter "
    "annotation annotation-xml"
)
UNREAD = frozenset(_UNREAD_NAMES.split())
"""Elements whose content is program, drawing, fallback or form value, never page text."""


_TRANSPARENT = INLINE - {"a", "b", "strong", "big"}
"""Elements of running text that tell nothing a reader of text needs, unless styled or hidden; they
are a quarter of real pages' elements."""

_IN_LINES = INLINE | UNREAD | {"br", "img", "wbr"}
"""Elements that stand within lines; white space at the edges of any other element says nothing."""

_TELLING = frozenset({"style", "hidden", "role", "size"})
"""Attributes by which even such an element matters."""


_ICON = re.compile(r"(?:^|[\s_-])icons?(?:$|\s)", re.IGNORECASE)
"""The class of an element that holds a picture only, whatever the icon font."""

_TOGGLES = frozenset(["+", "-", "−", "–", "×", "✕", "▾", "▼", "▸", "▶", "⌄", "›", "»", "⌃", "▲"])
_CONTROLS = frozenset({"button", "summary"})
_NEAR = 3
"""Elements around a sign that are looked at for the control that it is of."""

_LONGEST_ICON = 2
"""Characters of such an element's text: "+", "N"; more would be words to read."""


class _TooDeepError(Exception):
    """The page nests deeper than libxml2 reads (2,048 levels); the rest of it would be lost."""


class LinedTreeBuilder(HTMLTreeBuilder):
    """Fills a soup from lxml's tree, with ``sourceline`` set on every tag."""

    TRACKS_LINE_NUMBERS = True

    def __init__(self) -> None:
        """Keep ``class`` as the one string that it is in the page."""
        super().__init__(multi_valued_attributes=None)

    def feed(self, markup: str | bytes) -> None:
        """Parse ``markup``, which is text, and fill the soup.

        Raises:
            _TooDeepError: libxml2 gave up part way.
        """
        if self.soup is None or isinstance(markup, bytes):
            raise TypeError("the builder reads text, on behalf of a BeautifulSoup object")
        parser = etree.HTMLParser(
            encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            raise _TooDeepError
        if root is not None:  # else nothing but white space or comments
            self._replay(root, self.soup)

    def _replay(self, root: etree._Element, soup: BeautifulSoup) -> None:
        """Fill ``soup`` by linking tags and strings itself: its parser's own bookkeeping (which end
        tag closes what, which strings to keep) is done by lxml already, and took half the time.
        """
        parent: Tag = soup
        last: PageElement = soup
        kept: list[bool] = []  # of each open element, whether the soup has it
        written: list[str] = []  # text since the last tag
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = cast("str", element.tag)  # only comments and the like have none
            if event == "end":
                text = element.tail
                if kept.pop():
                    if written:
                        last = _take(written, parent, last)
                    parent = parent.parent or soup
            else:
                text = element.text
                if name in UNREAD or (text and len(text) <= _LONGEST_ICON and _is_icon(element)):
                    kept.append(False)
                    walk.skip_subtree()
                    continue
                attributes = dict(element.items())
                keeps = name not in _TRANSPARENT or not _TELLING.isdisjoint(attributes)
                kept.append(keeps)
                if keeps:
                    if written:
                        last = _take(written, parent, last)
                    line = cast("int | None", element.sourceline)
                    parent = last = PageTag(name, attributes, line, parent, last)
            if text and (name in _IN_LINES or not text.isspace()):
                written.append(text)
        if written:
            _take(written, parent, last)


def _take(written: list[str], parent: Tag, last: PageElement) -> PageElement:
    """Append what was written to ``parent``, right after ``last``; returns the string of it."""
    text = linked_text("".join(written), parent, last)
    written.clear()
    return text


def _is_icon(element: etree._Element) -> bool:
    """Tell whether an element of short text shows a picture: a sign, or a letter of a font.

    A sign in an element of its own within a control tells that something opens.
    """
    text = element.text or ""
    if len(element) or text.isspace():
        return False
    if text.strip() in _TOGGLES and any(
        around.tag in _CONTROLS for around in islice(element.iterancestors(), _NEAR)
    ):
        return True
    return _ICON.search(element.get("class", "")) is not None


def tags_of(soup: BeautifulSoup) -> Iterator[Tag]:
    """Yield all tags in page order, along the chain that the tree keeps of its elements."""
    node = soup.next_element
    while node is not None:
        if isinstance(node, Tag):
            yield node
        node = node.next_element


def let_go(soup: BeautifulSoup) -> None:
    """Unlink a tree that nobody will read again, so that its memory is free at once.

    Tags and strings know what is before and around them, as well as what comes after: circles, that
    wait for Python to look for garbage. Without the ways back there are none.
    """
    node: PageElement | None = soup
    while node is not None:
        node.parent = node.previous_element = node.previous_sibling = None
        node = node.next_element
    soup.contents.clear()
    soup.next_element = None


def parse(text: str) -> BeautifulSoup:
    """Return the tree of an HTML document or fragment, however malformed.

    ``text`` has its line ends as ``\\n``; tags' ``sourceline`` is 1-based. Where lxml gives up on
    the nesting, Python's own parser, which has no limit, builds the tree (slower, less forgiving).
    """
    try:
        return BeautifulSoup(text, builder=LinedTreeBuilder())
    except _TooDeepError:
        return BeautifulSoup(text, "html.parser", multi_valued_attributes=None)
