"""HTML as a test reads it: the texts and attributes of what a CSS selector finds.

HTML text enters, strings leave.
"""

from bs4 import BeautifulSoup, Tag


class Markup:
    """A page or a part of one."""

    def __init__(self, found: str | Tag) -> None:
        """Read HTML text, or look into a part that was found."""
        self._root = BeautifulSoup(found, "lxml") if isinstance(found, str) else found

    @property
    def name(self) -> str:
        """The name of the element, "h1"."""
        return self._root.name

    def attribute(self, name: str) -> str | None:
        """Return the attribute ``name`` of the part itself."""
        value = self._root.get(name)
        return None if value is None else str(value)

    def select(self, selector: str) -> list["Markup"]:
        """Return the parts that ``selector`` finds, in page order."""
        return [Markup(found) for found in self._root.select(selector)]

    def texts(self, selector: str) -> list[str]:
        """Return the text of each part that ``selector`` finds, white space folded."""
        return [" ".join(found.get_text().split()) for found in self._root.select(selector)]

    def attributes(self, selector: str, name: str) -> list[str]:
        """Return the attribute ``name`` of each part that ``selector`` finds and that has it."""
        found = (part.get(name) for part in self._root.select(selector))
        return [str(value) for value in found if value is not None]
