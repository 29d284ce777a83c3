"""Lists and items that are open while a page is walked.

For `frames` and those who open lists by other means than elements.
"""

from dataclasses import dataclass


@dataclass(slots=True)
class OpenList:
    """A list being walked; ``depth`` 1 is outermost.

    ``begun``: it has said something, or holds a list that does. ``unsaid``: lists right around it
    that had said nothing when it was opened.
    """

    depth: int
    ordered: bool
    has_terms: bool = False
    begun: bool = False
    unsaid: int = 0


@dataclass(slots=True)
class OpenItem:
    """A list item being walked.

    ``opened``: its first text is out. ``nested``: a list inside it has begun since. ``headed``: it
    holds a heading, so it is a section that happens to be marked up as an item. ``told``: its first
    block was a name, and what it tells stands below that. ``marker``: the bullet or number that its
    text begins with. ``unsaid``: see its list.
    """

    depth: int
    ordered: bool
    starts_list: bool
    opened: bool = False
    nested: bool = False
    headed: bool = False
    told: bool = False
    marker: str = ""
    unsaid: int = 0
