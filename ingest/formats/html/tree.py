"""HTML text -> the tree of its elements, with their raw lines, as lxml parses it.

Left out is what no reader sees: scripts, styles, templates, drawings, form values, comments. What
libxml2 gives up on is parsed by BeautifulSoup with Python's own parser. For this package only.
"""

import re
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from lxml import etree

from ingest.formats.html.elements import Element, Tree
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


_TOO_DEEP = etree.ErrorTypes.ERR_RESOURCE_LIMIT
"""libxml2's number for it; lxml goes through its list of 700 errors whenever it is asked a name."""


class _TooDeepError(Exception):
    """The page nests deeper than libxml2 reads (2,048 levels); the rest of it would be lost."""


def parse(text: str) -> Tree:
    """Return the tree of an HTML document or fragment, however malformed.

    ``text`` has its line ends as ``\n``. Where libxml2 gives up on the nesting, Python's own
    parser, which has no limit, reads the page (slower, less forgiving).
    """
    try:
        return _parsed(text)
    except _TooDeepError:
        return _parsed_however_deep(text)


def _parsed(text: str) -> Tree:
    """Return the tree as lxml parses it.

    Raises:
        _TooDeepError: libxml2 gave up part way.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any(entry.type == _TOO_DEEP for entry in parser.error_log):
        raise _TooDeepError
    tree = Tree(Element("", {}), [])
    if root is not None:  # else nothing but white space or comments
        _replay(root, tree)
    return tree


def _replay(root: etree._Element, tree: Tree) -> None:
    """Fill ``tree`` with what there is to read in lxml's."""
    parent = tree.root
    kept: list[bool] = []  # of each open element, whether the tree has it
    written: list[str] = []  # text since the last tag
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name: str = element.tag  # only comments and the like have none
        if event == "end":
            text = element.tail
            if kept.pop():
                if written:
                    parent.contents.append("".join(written))
                    written.clear()
                parent = parent.parent or tree.root
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
                    parent.contents.append("".join(written))
                    written.clear()
                parent = Element(name, attributes, element.sourceline or 0, parent)
                tree.elements.append(parent)
        if text and (name in _IN_LINES or not text.isspace()):
            written.append(text)
    if written:
        parent.contents.append("".join(written))


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


def _parsed_however_deep(text: str) -> Tree:
    """Return the tree as BeautifulSoup builds it with Python's own parser."""
    soup = BeautifulSoup(text, "html.parser", multi_valued_attributes=None)
    tree = Tree(Element("", {}), [])
    open_nodes = [(tree.root, iter(soup.contents))]
    while open_nodes:
        parent, nodes = open_nodes[-1]
        for node in nodes:
            if isinstance(node, Tag):
                if node.name not in UNREAD:
                    attributes = {name: str(value) for name, value in node.attrs.items()}
                    inner = Element(node.name, attributes, node.sourceline or 0, parent)
                    tree.elements.append(inner)
                    open_nodes.append((inner, iter(node.contents)))
                    break
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                parent.contents.append(str(node))
        else:
            open_nodes.pop()
    return tree
