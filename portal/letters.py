"""Long lists by their first letters: which letters there are, and which of them are shown at once.

Names enter, letters and links to them leave. Used by the A to Z and the glossary: a short list is
one page whose letters are places on it, a long one has a page a letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from index.text import slugify

LETTER = "letter"
"""The parameter that says which letter of a long list to show."""

OTHER = "#"
"""The letter of names that begin with none."""


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter that names begin with; where they are."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a list at ``url``: links to all, the names of those shown on this page."""

    url: str
    links: tuple[LetterLink, ...]
    shown: tuple[str, ...]


def letter_of(name: str) -> str:
    """Return the letter under which ``name`` is listed."""
    first = slugify(name)[:1].upper()
    return first if first.isalpha() else OTHER


def letters_of(url: str, names: Sequence[str], *, split: bool, asked: str = "") -> Letters:
    """Return the letters ``names`` of the list at ``url``; one a page if ``split``.

    ``asked`` is the letter a visitor asks for; the first, if there is no such.
    """
    links = tuple(LetterLink(name, letter_url(url, name, split=split)) for name in names)
    if not split or not names:
        return Letters(url, links, tuple(names))
    chosen = asked if asked in names else names[0]
    return Letters(letter_url(url, chosen, split=True), links, (chosen,))


def letter_url(url: str, name: str, *, split: bool) -> str:
    """Return where the names under the letter ``name`` of the list at ``url`` are."""
    if split:
        return f"{url}?{urlencode({LETTER: name})}"
    return f"{url}#{'other' if name == OTHER else name}"
