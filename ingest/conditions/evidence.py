"""What a page bears out of the names in its title: the page's text, folded for look-ups.

A page's flat text and menu enter, an Evidence leaves. Used by `ingest.conditions.coverage`.
"""

from collections import Counter
from dataclasses import dataclass

from ingest.conditions.abbreviations import abbreviations_of
from ingest.conditions.categories import GroupKind, Menu, kind_of
from ingest.conditions.statements import Calling, RunningText, calling
from ingest.wording import words

_LEADS_TO_CONDITION = (words("symptoms of"), words("diagnosed with"))
# What has symptoms, and what one is diagnosed with, is a condition.


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text, flat: its display headings, item labels, and paragraphs and items."""

    headings: tuple[str, ...]
    labels: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The page's text, folded for look-ups: how often each heading and label stands, and the
    running words.
    """

    page: PageText
    menu: Menu
    headings: Counter[tuple[str, ...]]
    labels: Counter[tuple[str, ...]]
    running: RunningText

    @classmethod
    def of(cls, page: PageText, menu: Menu) -> "Evidence":
        """Fold a page's text."""
        return cls(
            page,
            menu,
            Counter(map(words, page.headings)),
            Counter(without_for(words(label)) for label in page.labels),
            RunningText.of(page.texts),
        )

    def is_divided_by(self, name: str) -> bool:
        """Whether a sub-heading, a label or an abbreviation of the page makes ``name`` a thing."""
        folded = words(name)
        told = (*self.page.headings, *self.page.texts)
        return bool(self.headings[folded] or self.labels[folded] or abbreviations_of(name, told))

    def is_menu_entry(self, name: str) -> bool:
        """Whether the menu lists ``name``."""
        return self.menu.group_listing(name) is not None

    def menu_kind(self, name: str) -> GroupKind | None:
        """Return what the group of the menu that lists ``name`` is, None if none lists it."""
        group = self.menu.group_listing(name)
        return None if group is None else kind_of(group)

    def has_symptoms(self, name: str) -> bool:
        """Whether the text speaks of symptoms of ``name``, or of who is diagnosed with it."""
        return any(self.running.holds(lead + words(name)) for lead in _LEADS_TO_CONDITION)

    def calling(self, name: str) -> Calling:
        """Return what the text calls ``name``."""
        return calling(name, self.running)


def without_for(label: tuple[str, ...]) -> tuple[str, ...]:
    """Return a folded label without the preposition that opens it ("For Fibromyalgia")."""
    return label[1:] if label[:1] in {("for",), ("in",), ("with",)} else label
