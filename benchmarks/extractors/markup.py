"""The outline of an extractor's own output, where that is HTML or trafilatura's XML.

A string of markup enters, an Outline leaves. Read by lxml alone, so that no reader of ours helps
or hinders a peer.
"""

from dataclasses import dataclass, field

from lxml import etree, html

from benchmarks.extractors.outline import Entry, Outline, words_of

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LISTS = frozenset({"ul", "ol", "list"})
_ITEMS = frozenset({"li", "item"})
_INLINE = frozenset({"a", "b", "strong", "em", "i", "span", "code", "sub", "sup", "hi", "ref"})


@dataclass(slots=True)
class _Reading:
    headings: list[Entry] = field(default_factory=list)
    items: list[Entry] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def outline_of_html(markup: str) -> Outline:
    """Return the outline of an HTML document or fragment; empty markup gives an empty one."""
    if not markup.strip():
        return Outline((), (), ())
    return _outline(html.fromstring(f"<div>{markup}</div>"))


def outline_of_xml(markup: str) -> Outline:
    """Return the outline of trafilatura's XML output."""
    if not markup.strip():
        return Outline((), (), ())
    parser = etree.XMLParser(recover=True, huge_tree=True)
    root = etree.fromstring(markup.encode(), parser)
    main = root.find("main")
    return _outline(root if main is None else main)


def _outline(root: etree._Element) -> Outline:
    reading = _Reading()
    for element in root.iter(etree.Element):
        level = _level(element)
        if level:
            reading.headings.append(Entry(words_of(_all_text(element)), level))
        elif element.tag in _ITEMS and not any(map(_level, element)):  # a card is no item
            depth = sum(around.tag in _LISTS for around in element.iterancestors())
            reading.items.append(Entry(words_of(_own_text(element)), max(depth, 1)))
    reading.words.extend(words_of(_all_text(root)))
    return Outline(tuple(reading.headings), tuple(reading.items), tuple(reading.words))


def _level(element: etree._Element) -> int:
    if element.tag == "head":
        return _HEADINGS.get(element.get("rend", "h2"), 2)
    return _HEADINGS.get(str(element.tag), 0)


def _all_text(element: etree._Element) -> str:
    """Return all text of an element; only inline elements do not part words."""
    parts: list[str] = []
    for event, inner in etree.iterwalk(element, events=("start", "end", "comment")):
        gap = "" if inner.tag in _INLINE else " "
        if event == "start":
            parts += [gap, inner.text or ""]
        else:
            parts += [gap, (inner.tail or "") if inner is not element else ""]
    return "".join(parts)


def _own_text(item: etree._Element) -> str:
    """Return an item's text without that of the lists inside it."""
    parts = [item.text or ""]
    for child in item:
        if child.tag not in _LISTS:
            parts.append(_all_text(child))
        parts.append(child.tail or "")
    return " ".join(parts)
