"""The tree that a page is read from: elements and strings, as lean as reading needs them.

`tree` makes it, everything else of this package looks at it; nothing changes it. A page has
thousands of nodes, each of which is asked a dozen things. A `bs4.Tag` answers each attribute by way
of its ``__getattr__``, and is linked five ways; reading pages of these took a fifth less time.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass


class Element:
    """One element of a page.

    ``name`` is its tag's, lower case; ``attributes`` as the page has them, names in lower case;
    ``line`` the raw line on which its tag begins, counted from 1, 0 if that is not known.
    ``parent`` is the element around it, None of the page itself, whose name is empty; ``place`` its
    index in the parent's ``contents``.
    """

    __slots__ = ("attributes", "contents", "line", "name", "parent", "place")

    def __init__(
        self, name: str, attributes: dict[str, str], line: int = 0, parent: "Element | None" = None
    ) -> None:
        """Make an element without contents, the last child of ``parent``."""
        self.name = name
        self.attributes = attributes
        self.line = line
        self.parent = parent
        self.contents: list[Node] = []
        self.place = 0
        if parent is not None:
            self.place = len(parent.contents)
            parent.contents.append(self)

    @property
    def is_text(self) -> bool:
        """Whether it holds nothing but a string, or nothing."""
        inside = self.contents
        return not inside or (len(inside) == 1 and isinstance(inside[0], str))

    def around(self) -> Iterator["Element"]:
        """Yield the elements that it stands in, the nearest first, last the page."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def inside(self) -> Iterator[tuple["Node", "Element"]]:
        """Yield all nodes in it in page order, each with the element right around it."""
        element = self
        nodes = iter(self.contents)
        outer: list[tuple[Element, Iterator[Node]]] = []
        while True:
            for node in nodes:
                yield node, element
                if isinstance(node, Element) and node.contents:
                    outer.append((element, nodes))
                    element, nodes = node, iter(node.contents)
                    break
            else:
                if not outer:
                    return
                element, nodes = outer.pop()

    def elements(self, names: Container[str]) -> Iterator["Element"]:
        """Yield the elements of these names in it, in page order."""
        for node, _ in self.inside():
            if isinstance(node, Element) and node.name in names:
                yield node

    def after(self) -> Iterator["Node"]:
        """Yield the nodes after it in the same element."""
        if self.parent is not None:
            siblings = self.parent.contents
            for place in range(self.place + 1, len(siblings)):
                yield siblings[place]

    def element_before(self) -> "Element | None":
        """Return the last element before it in the same element, None if it is the first."""
        if self.parent is not None:
            siblings = self.parent.contents
            for place in range(self.place - 1, -1, -1):
                node = siblings[place]
                if isinstance(node, Element):
                    return node
        return None


Node = Element | str


@dataclass(frozen=True, slots=True)
class Tree:
    """A page: ``root`` holds all of it, ``elements`` are all its elements in page order."""

    root: Element
    elements: list[Element]

    def let_go(self) -> None:
        """Unlink a tree that nobody will read again, so that its memory is free at once.

        Elements know what is around them as well as what is in them: circles, that wait for Python
        to look for garbage.
        """
        for element in self.elements:
            element.parent = None
