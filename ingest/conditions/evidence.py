"""What a page bears out of the names in its title: the page's text, folded for look-ups.

A page's flat text and menu enter, an Evidence leaves. Used by `ingest.conditions.coverage`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from index.site import MenuGroup
from ingest.conditions.abbreviations import abbreviations_of
from ingest.conditions.categories import group_listing
from ingest.names import Statement, calling, statements_in
from ingest.wording import holds, words

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
    """The page's text, folded for look-ups: how often each heading and label stands, the running
    words, and the sentences that may say what a thing is.
    """

    page: PageText
    menu: tuple[MenuGroup, ...]
    headings: Counter[tuple[str, ...]]
    labels: Counter[tuple[str, ...]]
    running: tuple[str, ...]
    statements: tuple[Statement, ...]

    @classmethod
    def of(cls, page: PageText, menu: Sequence[MenuGroup]) -> "Evidence":
        """Fold a page's text."""
        return cls(
            page,
            tuple(menu),
            Counter(words(heading) for heading in page.headings),
            Counter(without_for(words(label)) for label in page.labels),
            tuple(chain.from_iterable(map(words, page.texts))),
            statements_in(page.texts),
        )

    def is_divided_by(self, name: str) -> bool:
        """Whether a sub-heading, a label or an abbreviation of the page makes ``name`` a thing."""
        folded = words(name)
        told = (*self.page.headings, *self.page.texts)
        return bool(self.headings[folded] or self.labels[folded] or abbreviations_of(name, told))

    def is_menu_entry(self, name: str) -> bool:
        """Whether the menu lists ``name``."""
        return group_listing(name, self.menu) is not None

    def has_symptoms(self, name: str) -> bool:
        """Whether the text speaks of symptoms of ``name``, or of who is diagnosed with it."""
        return any(holds(self.running, lead + words(name)) for lead in _LEADS_TO_CONDITION)

    def is_defined(self, name: str) -> bool:
        """Whether a sentence of the page calls ``name`` a condition."""
        return calling(name, self.statements).condition


def without_for(label: tuple[str, ...]) -> tuple[str, ...]:
    """Return a folded label without the preposition that opens it ("For Fibromyalgia")."""
    return label[1:] if label[:1] in {("for",), ("in",), ("with",)} else label
