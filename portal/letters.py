"""Long lists by their first letters: which letters there are, what of a list is shown at once.

Entries with names enter, a Listing leaves. Used by every list of names: a short list is one page
whose letters are places on it, a long one has a page a letter, or several.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Generic, TypeVar
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from index.text import slugify
from portal.pager import Pager, pager_over
from portal.params import read_page

LETTER = "letter"
"""The parameter that says which letter of a long list to show."""

OTHER = "#"
"""The letter of names that begin with none; it stands last."""

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter that names begin with; where they are; is it the one shown."""

    name: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Letter(Generic[Listed]):
    """The entries whose names begin with one letter; ``name`` is OTHER for those without."""

    name: str
    entries: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Listing(Generic[Listed]):
    """What is shown of a list at ``url``; ``links`` lead to all its letters.

    ``split`` tells that it is shown letter by letter, ``pager`` leads through a long letter.
    """

    url: str
    links: tuple[LetterLink, ...]
    letters: tuple[Letter[Listed], ...]
    split: bool
    pager: Pager

    @property
    def entries(self) -> tuple[Listed, ...]:
        """All that is shown, by name, whatever its letter."""
        return tuple(chain.from_iterable(letter.entries for letter in self.letters))


def by_letter(
    entries: Iterable[Listed], name: Callable[[Listed], str]
) -> tuple[Letter[Listed], ...]:
    """Return ``entries``, which are called as ``name`` says, letter by letter in their order."""
    found: dict[str, list[Listed]] = defaultdict(list)
    for entry in entries:
        found[letter_of(name(entry))].append(entry)
    ordered = sorted(found, key=lambda letter: (letter == OTHER, letter))
    return tuple(Letter(letter, tuple(found[letter])) for letter in ordered)


def letter_of(name: str) -> str:
    """Return the letter under which ``name`` is listed."""
    first = slugify(name)[:1].upper()
    return first if first.isalpha() else OTHER


def listing_of(
    url: str, letters: Sequence[Letter[Listed]], parameters: QueryParams, most: int
) -> Listing[Listed]:
    """Return what ``parameters`` ask for of the list of ``letters`` at ``url``.

    At most ``most`` entries are shown at once. Where there are more, the letter asked for, or the
    first if there is no such, and of a letter with more the page asked for.
    """
    links = letter_links(url, letters, most)
    split = _is_long(letters, most)
    if not split:
        listed = sum(len(letter.entries) for letter in letters)
        return Listing(
            url, links, tuple(letters), split, pager_over(listed, 1, most, lambda _: url)
        )
    asked = parameters.get(LETTER, "")
    chosen = next((letter for letter in letters if letter.name == asked), letters[0])
    of_letter = _letter_url(url, chosen.name)
    number = min(read_page(parameters), -(-len(chosen.entries) // most))
    pager = pager_over(len(chosen.entries), number, most, lambda page: _paged(of_letter, page))
    return Listing(
        url=_paged(of_letter, number),
        links=tuple(replace(link, current=link.name == chosen.name) for link in links),
        letters=(Letter(chosen.name, chosen.entries[pager.first - 1 : pager.last]),),
        split=split,
        pager=pager,
    )


def letter_links(url: str, letters: Sequence[Letter[Listed]], most: int) -> tuple[LetterLink, ...]:
    """Return where each of ``letters`` of the list at ``url`` is, of which ``most`` are shown."""
    if _is_long(letters, most):
        return tuple(LetterLink(one.name, _letter_url(url, one.name)) for one in letters)
    return tuple(LetterLink(one.name, f"{url}#{place_of(one.name)}") for one in letters)


def place_of(letter: str) -> str:
    """Return the anchor of a letter on a page that has several."""
    return "other" if letter == OTHER else letter


def _is_long(letters: Iterable[Letter[Listed]], most: int) -> bool:
    return sum(len(letter.entries) for letter in letters) > most


def _letter_url(url: str, name: str) -> str:
    return f"{url}?{urlencode({LETTER: name})}"


def _paged(url: str, page: int) -> str:
    return f"{url}&page={page}" if page > 1 else url
