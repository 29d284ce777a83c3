"""What the controls of a page open: which of them head it, and the labels of tabs.

A tree enters, answers about its elements leave. A closed accordion, a tab, a "show answer" are
content that a visitor opens with a click, and the control is then the heading of what it opens, as
``<summary>`` is that of its ``<details>``. For this package only.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from itertools import chain, islice

from ingest.formats.html.controls import find_controls, is_tab
from ingest.formats.html.elements import Element, Node, Tree
from ingest.formats.html.evidence import evidence_of
from ingest.formats.html.inline import fold
from ingest.formats.html.wording import says

OPENABLE = re.compile(
    r"accordion|collaps|expand|toggle|\btab(?:s|-|_|pane|panel|\b)|panel|faq|answer|disclosure"
    r"|read-?more|show-?more",
    re.IGNORECASE,
)
"""Words in the class of parts that a script opens, whatever the content system."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_NO_LABEL = frozenset({"navigation", "menu words", "form", "footer", "share words", "notice words"})
"""Evidence of elements whose controls open menus, dialogs and the like."""

_MENU = frozenset({"navigation", "menu words"})
"""Those of them that say nothing of a tab that names its panel: Bootstrap's rows of tabs are
``<nav>`` elements, or of the class "nav"."""

_CODE = frozenset({"pre", "code"})
_COMMANDS = frozenset({"says more", "says skip", "says share", "says subscribe", "says buy"})
"""What a control says that commands ("Read more", "Menu") rather than heads what follows."""

_LONGEST = 25
"""Words of a control's text up to which it can head something: a question."""

_FEWEST = 3
"""Words that a part must hold to be worth a heading."""

_HIGHEST = 4
"""Elements around a control that are looked at for what follows it: a button in its heading's
wrapping's row."""

_FARTHEST = 60
"""Elements around a control that are asked what it is for; strings within an element that are
looked at for its text. Both keep a page of ten thousand nested buttons from taking all day."""


@dataclass(slots=True)
class Disclosures:
    """What opens what on one page.

    ``named``: the ids that controls name. ``heading``: controls that are headings of what follows
    them. ``moved``: tabs, whose labels are told at their panels instead. ``labels``: panel ->
    label.
    """

    named: Set[str] = frozenset()
    heading: set[Element] = field(default_factory=set)
    moved: set[Element] = field(default_factory=set)
    labels: dict[Element, str] = field(default_factory=dict)


def disclosures(tree: Tree) -> Disclosures:
    """Return what the controls of the page open."""
    controls = find_controls(tree)
    found = Disclosures(named=controls.named)
    variants = _variants(controls.pairs)
    for control, opened in controls.pairs:
        if not (is_tab(control) and _text(control).casefold() in variants):
            _place(control, opened, found)
    return found


def _variants(pairs: list[tuple[Element, Element | None]]) -> frozenset[str]:
    """Return the labels that tabs of several panels share: they switch between variants.

    The language of every example, the system of every instruction; such a label heads nothing.
    """
    panels: defaultdict[str, set[Element]] = defaultdict(set)
    for control, panel in pairs:
        if panel is not None and is_tab(control):
            panels[_text(control).casefold()].add(panel)
    return frozenset(label for label, opened in panels.items() if len(opened) > 1)


def _place(control: Element, panel: Element | None, found: Disclosures) -> None:
    """Decide what the text of one control is to what it opens, and enter it in ``found``."""
    text = _text(control)
    named = panel is not None and is_tab(control)
    if not _labels(control, text, panel=named):
        return
    after = _what_follows(control)
    opened = panel or (after if after is not None and _opens(control, after) else None)
    if opened is None or not _worth(opened, control):
        return
    follows = after is opened or (after is not None and _begins_with(after, opened))
    if (follows or is_tab(control)) and _is_headed(opened, text.casefold()):
        found.moved.add(control)
    elif follows:
        found.heading.add(control)
    elif is_tab(control):
        found.moved.add(control)
        before = opened.element_before()
        if before is not None and _text(before).casefold() == text.casefold():
            found.heading.add(before)
        else:
            found.labels[opened] = text


def _opens(control: Element, after: Element) -> bool:
    """Tell whether a button that names nothing opens what follows.

    It is expanded by it, or a script says so by class.
    """
    return (
        "aria-expanded" in control.attributes
        or OPENABLE.search(
            f"{control.attributes.get('class', '')} {after.attributes.get('class', '')}"
        )
        is not None
        or (
            "hidden" in after.attributes
            or "display:none" in after.attributes.get("style", "").replace(" ", "")
        )
    )


def _labels(control: Element, text: str, *, panel: bool) -> bool:
    """Tell whether the control's text can head something, and no heading holds or is held by it.

    ``panel``: it is a tab that names its panel.
    """
    if not 0 < len(text.split()) <= _LONGEST or not _COMMANDS.isdisjoint(says(text)):
        return False
    if _heading_in(control) is not None:
        return False
    unlike = _NO_LABEL - _MENU if panel else _NO_LABEL
    for around in islice(control.around(), _FARTHEST):
        if around.name in _HEADINGS or around.attributes.get("role") == "heading":
            return False
        if not unlike.isdisjoint(evidence_of(around.name, around.attributes)):
            return False
    return True


def _inner(tag: Element) -> Iterator[tuple[Node, Element]]:
    return islice(tag.inside(), _FARTHEST)


def _heading_in(tag: Element) -> Element | None:
    """Return the first heading in an element."""
    nodes = (node for node, _ in _inner(tag) if isinstance(node, Element))
    return next((node for node in nodes if node.name in _HEADINGS), None)


def _text(tag: Element) -> str:
    """Return the beginning of an element's text."""
    return fold("".join([node if isinstance(node, str) else " " for node, _ in _inner(tag)]))


def _worth(opened: Element, control: Element) -> bool:
    """Tell whether what is opened is a part with text of its own, not one around the control.

    Program code alone is none: its tabs name languages.
    """
    if any(around is opened for around in islice(control.around(), _FARTHEST)):
        return False
    words = 0
    for node, holder in _inner(opened):
        if isinstance(node, str) and not any(
            around.name in _CODE for around in islice(chain([holder], holder.around()), _HIGHEST)
        ):
            words += len(node.split())
    return words >= _FEWEST


def _what_follows(tag: Element) -> Element | None:
    """Return the element right after ``tag``, or after the elements of which it is the end."""
    node = tag
    for _ in range(_HIGHEST):
        for after in node.after():
            if isinstance(after, Element):
                if _text(after):
                    return after
            elif not after.isspace():
                return None
        if node.parent is None:
            return None
        node = node.parent
    return None


def _begins_with(tag: Element, part: Element) -> bool:
    """Tell whether ``part`` is the first element of ``tag``, however deep."""
    node: Element | None = tag
    while node is not None and node is not part:
        node = next((inner for inner in node.contents if isinstance(inner, Element)), None)
    return node is part


def _is_headed(panel: Element, label: str) -> bool:
    """Tell whether the panel begins with a heading that says its label already."""
    first = _heading_in(panel)
    return first is not None and _text(first).casefold() == label
