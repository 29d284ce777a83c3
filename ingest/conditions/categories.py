"""The site's own menu as knowledge: which group lists a page, and what the groups are about.

A title, conditions and a menu enter; a category or the menu's conditions leave. Used by
`ingest.conditions.coverage`, `ingest.pages.page`, and by the pipeline for pages that show no menu
of their own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from index.document import Condition
from index.site import MenuGroup
from ingest.names import name_words
from ingest.wording import same_words, words


class GroupKind(Enum):
    """What the entries of a menu group are."""

    CONDITIONS = "conditions"
    TREATMENTS = "treatments"
    OTHER = "other"


def kind_of(group: MenuGroup) -> GroupKind:
    """Return what ``group`` lists, by the words of its name.

    Conditions are looked for first: "Conditions We Treat" holds a word of treating as well.
    """
    name = " ".join(words(group.name))
    known = name_words()
    for kind, wordings in (
        (GroupKind.CONDITIONS, known.condition_menus),
        (GroupKind.TREATMENTS, known.treatment_menus),
    ):
        if any(_word_pattern(wording).search(name) for wording in wordings):
            return kind
    return GroupKind.OTHER


def _word_pattern(wording: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(wording.rstrip('*'))}" + ("" if "*" in wording else r"\b"))


def group_listing(name: str, menu: Iterable[MenuGroup]) -> MenuGroup | None:
    """Return the first group of ``menu`` that has an entry worded like ``name``, or None."""
    for group in menu:
        if any(same_words(entry, name) for entry in group.entries):
            return group
    return None


def category_of(
    title: str, conditions: Sequence[Condition], menu: Sequence[MenuGroup]
) -> str | None:
    """Return the name of the menu group that lists a page's title or else one of its conditions.

    Args:
        title: the page's title.
        conditions: what the page covers, in page order.
        menu: the menu of the page, or the site's agreed one where the page shows none.
    """
    for name in (title, *(condition.name for condition in conditions)):
        group = group_listing(name, menu)
        if group is not None:
            return group.name
    return None


def conditions_in(menu: Iterable[MenuGroup]) -> Iterator[Condition]:
    """Yield the conditions that the menu's groups of conditions list."""
    for group in menu:
        if kind_of(group) is GroupKind.CONDITIONS:
            yield from (Condition(entry) for entry in group.entries)
