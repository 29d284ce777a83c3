"""What a page bears out of the names in its title: the page's text, folded for look-ups.

A page's flat text and menu enter, an Evidence leaves. Used by `ingest.conditions.coverage`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.conditions.abbreviations import abbreviations_of
from ingest.conditions.categories import GroupKind, Menu, kind_of
from ingest.conditions.statements import Calling, RunningText, calling
from ingest.wording import Words, words

_LEADS_TO_CONDITION = (words("symptoms of"), words("diagnosed with"))
# What has symptoms, and what one is diagnosed with, is a condition.


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text, flat: its display headings, item labels, and paragraphs and items.

    ``running`` is made of the latter.
    """

    headings: tuple[str, ...]
    labels: tuple[str, ...]
    texts: tuple[str, ...]
    running: RunningText = field(init=False)

    def __post_init__(self) -> None:
        """Make the texts ready to be searched."""
        object.__setattr__(self, "running", RunningText.of(self.texts))

    def abbreviations_of(self, name: str, *above: str) -> tuple[str, ...]:
        """Return what the page calls ``name`` for short: the texts ``above``, headings, texts."""
        return abbreviations_of(name, (*above, *self.headings, *self.texts_on(name)))

    def texts_on(self, name: str) -> Iterator[str]:
        """Yield the texts that hold the longest word of ``name``."""
        longest = max(words(name), key=len, default="")
        return self.running.texts_with(f" {longest} ") if longest else iter(self.texts)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The page's text and menu; ``divisions`` counts each heading and label, folded."""

    page: PageText
    menu: Menu
    divisions: Counter[Words]
    _callings: dict[str, Calling] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, page: PageText, menu: Menu) -> "Evidence":
        """Fold a page's headings and labels."""
        labels = [without_for(label) for label in map(words, page.labels)]
        return cls(page, menu, Counter([*map(words, page.headings), *labels]))

    def is_divided_by(self, name: str) -> bool:
        """Whether a sub-heading, a label or an abbreviation of the page makes ``name`` a thing."""
        return words(name) in self.divisions or bool(self.page.abbreviations_of(name))

    def is_menu_entry(self, name: str) -> bool:
        """Whether the menu lists ``name``."""
        return self.menu.group_listing(name) is not None

    def menu_kind(self, name: str) -> GroupKind | None:
        """Return what the group of the menu that lists ``name`` is, None if none lists it."""
        group = self.menu.group_listing(name)
        return None if group is None else kind_of(group)

    def has_symptoms(self, name: str) -> bool:
        """Whether the text speaks of symptoms of ``name``, or of who is diagnosed with it."""
        return any(self.page.running.holds(lead + words(name)) for lead in _LEADS_TO_CONDITION)

    def calling(self, name: str) -> Calling:
        """Return what the text calls ``name``; several questions ask it of the title's."""
        called = self._callings.get(name)
        if called is None:
            called = self._callings[name] = calling(name, self.page.running)
        return called


def without_for(label: Words) -> Words:
    """Return a folded label without the preposition that opens it ("For Fibromyalgia")."""
    return label[1:] if label[:1] in {("for",), ("in",), ("with",)} else label
