"""What kind of writing a page is, and for whom, as titles say it: "Patient information leaflet".

A title enters; whether it says anything beside that, or what it names beside it, leaves. The words
are in data/publications.toml, which ships with the package. Used wherever titles are read.

Hospitals print such words above every leaflet, or add them to its name. They never say what a page
is about, so a title of nothing else belongs to the series and not to the page.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.wording import words


@dataclass(frozen=True, slots=True)
class PublicationWords:
    """The word lists of data/publications.toml, folded."""

    writings: frozenset[str]
    readers: frozenset[str]
    between: frozenset[str]
    kinds: frozenset[str]


@cache
def publication_words() -> PublicationWords:
    """Return the word lists, read once."""
    lists = tomllib.loads(
        files("ingest").joinpath("data/publications.toml").read_text(encoding="utf-8")
    )
    return PublicationWords(
        *(
            frozenset(words(" ".join(lists[key])))
            for key in ("writings", "readers", "between", "kinds")
        )
    )


def is_series_title(title: str) -> bool:
    """Whether ``title`` says only what it is and for whom ("Advice and information for patients").

    A word for a writing must be in it: "Patients and visitors" may be what a page is about.
    """
    known = publication_words()
    said = frozenset(words(title))
    return bool(said & known.writings) and said <= known.writings | known.readers | known.between


def is_kind_of_page(wording: str) -> bool:
    """Whether ``wording`` says only of what kind a page is, as sites put it before a name."""
    said = frozenset(words(wording))
    return bool(said) and (said <= publication_words().kinds or is_series_title(wording))


def without_publication(name: str) -> str:
    """Return ``name`` without the words for a writing that close it ("Shingles leaflet").

    What a small word leads to stays with it ("A guide to information"), and so does a name of
    nothing else.
    """
    known = publication_words()
    kept = name.split() or [name]
    while len(kept) > 1 and set(words(kept[-1])) <= known.writings | known.readers:
        kept.pop()
    return name if set(words(kept[-1])) <= known.between else " ".join(kept)
