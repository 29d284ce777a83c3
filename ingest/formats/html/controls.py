"""The controls of a page and what each names: buttons, tabs, links that open a part of the page.

A tree enters, Controls leave; what a control is to what it opens, `disclosure` decides. For this
package only.
"""

from dataclasses import dataclass, field

from ingest.formats.html.elements import Element, Tree

_NAMING = ("aria-controls", "data-target", "data-bs-target", "data-toggle-target", "href")
"""Attributes by which a control names the element that it opens (ARIA; Bootstrap; plain links)."""

_TOGGLES = ("data-toggle", "data-bs-toggle")
"""Attributes by which a link says that it opens something here (Bootstrap)."""

_TELLING = frozenset({*_NAMING, *_TOGGLES, "role", "for"}) - {"href"}
"""Attributes without one of which an element other than a button, or a link to a place on the page,
opens nothing."""

_ASKED = _TELLING | {"href", "id"}
"""Attributes without one of which it neither opens anything nor can be opened by name."""


@dataclass(slots=True)
class Controls:
    """What may open what on one page.

    ``named``: the ids that controls and links name. ``pairs``: each control with the element that
    it names first, None if it names none; last, tabs that name no panel but are named by one.
    """

    named: set[str] = field(default_factory=set)
    pairs: list[tuple[Element, Element | None]] = field(default_factory=list)


def find_controls(tree: Tree) -> Controls:
    """Return the controls of the page."""
    controls: list[tuple[Element, str | None]] = []
    parts: dict[str, Element] = {}
    labelled: list[Element] = []
    named: set[str] = set()
    for tag in tree.elements:
        attributes = tag.attributes
        if _ASKED.isdisjoint(attributes) and tag.name != "button":
            continue
        if "id" in attributes:
            parts.setdefault(attributes["id"], tag)
        if tag.name != "button" and _TELLING.isdisjoint(attributes):
            if attributes.get("href", "").startswith("#"):
                named.update(_names(tag, ("href",)))
            continue
        names = _names(tag, _NAMING)
        named.update(names)
        if _is_control(tag):
            controls.append((tag, names[0] if names else None))
        if attributes.get("role") == "tabpanel" and "aria-labelledby" in attributes:
            labelled.append(tag)
    pairs = [(control, parts.get(name) if name else None) for control, name in controls]
    known = {panel for control, panel in pairs if is_tab(control)}
    for panel in labelled:
        label = parts.get(panel.attributes["aria-labelledby"])
        if label is not None and panel not in known:
            pairs.append((label, panel))
    return Controls(named, pairs)


def is_tab(control: Element) -> bool:
    """Tell whether a control is a tab, by its role or by what it toggles."""
    return control.attributes.get("role") == "tab" or any(
        control.attributes.get(name) in ("tab", "pill") for name in _TOGGLES
    )


def _names(tag: Element, attributes: tuple[str, ...]) -> list[str]:
    """Return the ids that ``attributes`` of an element name."""
    names: list[str] = []
    for attribute in attributes:
        value = tag.attributes.get(attribute, "")
        if value and (attribute != "href" or value[0] == "#"):
            names += [word.removeprefix("#") for word in value.split()]
    return names


def _is_control(tag: Element) -> bool:
    attributes = tag.attributes
    return (
        tag.name == "button"
        or (tag.name == "label" and "for" in attributes)  # of a box that a style sheet looks at
        or attributes.get("role") in ("button", "tab")
        or "aria-controls" in attributes
        or any(name in attributes for name in _TOGGLES)
    )
