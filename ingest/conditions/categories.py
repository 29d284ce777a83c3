"""The site's own menu as knowledge: which group lists a page, and what the groups are about.

A title, conditions and a menu enter; a category or the menu's conditions leave. Used by
`ingest.conditions.coverage`, `ingest.pages.page`, and by the pipeline for pages that show no menu
of their own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, partial

from index.document import Condition
from index.site import MenuGroup
from ingest.names import name_words
from ingest.wording import has_cut_word, same_words, telling_words, words


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
    telling = (kind for kind, wordings in _wordings_of_kinds() if wordings.search(name))
    return next(telling, GroupKind.OTHER)


@cache
def _wordings_of_kinds() -> tuple[tuple[GroupKind, re.Pattern[str]], ...]:
    known = name_words()
    return (
        (GroupKind.CONDITIONS, _any_of(known.condition_menus)),
        (GroupKind.TREATMENTS, _any_of(known.treatment_menus)),
    )


def _any_of(wordings: Iterable[str]) -> re.Pattern[str]:
    ends = (
        re.escape(wording.rstrip("*")) + ("" if "*" in wording else r"\b") for wording in wordings
    )
    return re.compile(rf"\b(?:{'|'.join(ends)})")


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu's groups, made ready to be asked which of them lists a name.

    ``whole`` tells the first group that has an entry of these words; ``cut`` are the entries in
    which a word is cut short, which have to be held against a name one by one, with their groups'
    places.
    """

    groups: tuple[MenuGroup, ...]
    whole: Mapping[frozenset[str], int]
    cut: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, groups: Sequence[MenuGroup]) -> "Menu":
        """Gather the entries of ``groups``."""
        whole: dict[frozenset[str], int] = {}
        cut: list[tuple[int, str]] = []
        for place, group in enumerate(groups):
            for entry in group.entries:
                telling = telling_words(entry)
                if has_cut_word(telling):
                    cut.append((place, entry))
                elif telling:
                    whole.setdefault(frozenset(telling), place)
        return cls(tuple(groups), whole, tuple(cut))

    def group_listing(self, name: str) -> MenuGroup | None:
        """Return the first group that has an entry worded like ``name``, or None."""
        telling = telling_words(name)
        if has_cut_word(telling):
            return next(filter(partial(_lists, name), self.groups), None)
        places = [place for place, entry in self.cut if same_words(entry, name)][:1]
        if (place := self.whole.get(frozenset(telling))) is not None:
            places.append(place)
        return self.groups[min(places)] if places else None


def _lists(name: str, group: MenuGroup) -> bool:
    return any(same_words(entry, name) for entry in group.entries)


def category_of(title: str, conditions: Sequence[Condition], menu: Menu) -> str | None:
    """Return the name of the menu group that lists a page's title or else one of its conditions.

    Args:
        title: the page's title.
        conditions: what the page covers, in page order.
        menu: the menu of the page, or the site's agreed one where the page shows none.
    """
    for name in (title, *(condition.name for condition in conditions)):
        group = menu.group_listing(name)
        if group is not None:
            return group.name
    return None


def conditions_in(menu: Menu) -> Iterator[Condition]:
    """Yield the conditions that the menu's groups of conditions list."""
    for group in menu.groups:
        if kind_of(group) is GroupKind.CONDITIONS:
            yield from (Condition(entry) for entry in group.entries)
