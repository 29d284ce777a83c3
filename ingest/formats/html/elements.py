"""The tags and strings that a page's tree is made of: BeautifulSoup's, made in less time.

`tree` makes them; everything else sees a `bs4.Tag` or a `bs4.NavigableString`, linked as
BeautifulSoup links its own. A page has thousands, and BeautifulSoup's own constructors, which ask
each what parser made it and what it would be written back as, took longer than lxml's parsing. For
this package only.
"""

from typing import ClassVar

from bs4 import CData, NavigableString, PageElement, Tag


class PageTag(Tag):
    """A tag of a page that is read and never written: what all of them share is the class's."""

    parser_class = None
    namespace = None
    prefix = None
    known_xml = False
    hidden = False
    sourcepos = None
    can_be_empty_element = False
    cdata_list_attributes = None
    preserve_whitespace_tags = None
    interesting_string_types: ClassVar[set[type[NavigableString]]] = {NavigableString, CData}
    _namespaces: ClassVar[dict[str, str]] = {}

    def __init__(
        self,
        name: str,
        attributes: dict[str, str],
        line: int | None,
        parent: Tag,
        last: PageElement,
    ) -> None:
        """Make the last child of ``parent``, right after ``last`` in page order.

        ``line`` is the raw line on which the tag begins, counted from 1, None if it is not known.
        """
        self.name = name
        self.attrs = attributes
        self.sourceline = line
        self.contents = []
        _link(self, parent, last)


def linked_text(text: str, parent: Tag, last: PageElement) -> NavigableString:
    """Return ``text`` as the last child of ``parent``, right after ``last`` in page order."""
    string = str.__new__(NavigableString, text)
    _link(string, parent, last)
    return string


def _link(element: PageElement, parent: Tag, last: PageElement) -> None:
    siblings = parent.contents
    element.parent = parent
    element.next_element = element.next_sibling = None
    element.previous_element = last
    last.next_element = element
    if siblings:
        before = element.previous_sibling = siblings[-1]
        before.next_sibling = element
    else:
        element.previous_sibling = None
    siblings.append(element)
