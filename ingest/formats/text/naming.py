"""What can be the name of a page, and what looks like one: parts, menus, trails, the site's name.

Lines and texts enter, yes or no or the name itself leaves. Pure; for the text format only.
"""

import re
from collections.abc import Sequence

from index.aspect import Aspect
from ingest.aspects.placing import place_heading
from ingest.aspects.topics import is_general
from ingest.formats.text.lines import Line
from ingest.formats.text.usual import usual_share
from ingest.formats.trailing import is_contact
from ingest.formats.wording import STOP_WORDS, names_organisation
from ingest.publications import is_series_title
from ingest.wording import words

_LONGEST = 8
"""Words up to which a line by itself is a name."""

_STEM = 5
"""Letters in which words of one thing agree at their beginning: tonsil, tonsillectomy."""

_THINGS = frozenset({Aspect.TREATMENT, Aspect.PROCEDURE})
"""Aspects whose wordings name what pages are about as well: "Surgery", "Nerve blocks"."""

_ENTRIES = 3
"""Entries from which names in one line are a menu."""

_STEPS = "|>»›"
"""What parts the steps of a trail to the page, and the entries of a menu in one line."""

_PARTING = (" | ", " • ", " · ", " / ")
"""What parts the entries of a menu, or the steps of a trail, in one line."""

_SITE = re.compile(r"(?P<page>.+?)\s+(?P<mark>[|–—-]|::)\s+(?P<site>[^|]+)")
"""A title as a browser shows it: the page's name, a mark, the site's."""

_TRAIL = (" > ", " » ", " › ")
"""What a trail to the page has between its steps; it ends with the page's name, and is none."""

_ENDS = (".", "!", ":", ",", ";")


def is_name(line: Line) -> bool:
    """Return whether ``line`` can name a page.

    It is short, and no item, sentence, trail, address, part of one or name of a series.
    """
    text = line.text
    if line.marker or line.cells or text.count(" ") >= _LONGEST:
        return False
    if not text[0].isalnum() or text.endswith(_ENDS) or any(sign in text for sign in _STEPS):
        return False
    is_domain = "." in text and " " not in text
    if is_domain or is_way_elsewhere(text) or is_series_title(text):
        return False
    return not (is_part(text) or is_contact(text))


def is_part(text: str) -> bool:
    """Return whether ``text`` says a part of any page: "Causes", but not "Physiotherapy"."""
    if usual_share(text) < 1:
        return False
    placement = place_heading(text)
    names_thing = placement is not None and placement.aspect in _THINGS and text[-1] != "?"
    return not names_thing or is_general(text, ())


def own_name(title: str, others: Sequence[str]) -> str:
    """Return ``title`` without the site's name that browsers show behind it.

    What is behind a mark is the site's if it has the form of an organisation's name or, behind a
    bar, if one of ``others``, the page's lines, says it as well.
    """
    match = _SITE.fullmatch(title)
    if match is None:
        return title
    site = match["site"]
    is_site = names_organisation(site) or (match["mark"] == "|" and site in others)
    return match["page"] if is_site else title


def is_way_elsewhere(text: str) -> bool:
    """Return whether ``text`` is a menu in one line, or a trail to the page."""
    return any(step in text for step in _TRAIL) or any(
        text.count(sign) + 1 >= _ENTRIES for sign in _PARTING
    )


def begins(sentence: str, name: str) -> bool:
    """Return whether ``sentence`` begins with ``name``, an article aside."""
    said, own = words(sentence), words(name)
    return bool(own) and own in {said[: len(own)], said[1 : len(own) + 1]}


def stems(said: Sequence[str]) -> set[str]:
    """Return the beginnings of the telling ones of the folded words ``said``."""
    return {word[:_STEM] for word in said if len(word) > _STEM // 2 and word not in STOP_WORDS}
