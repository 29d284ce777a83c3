"""``python -m portal words``: what visitors search for, and lines for raw/vocabulary.toml.

The tallies and the library enter, a report for staff leaves: the commonest words, and for each word
that found nothing the names in the library most like it, as a line that can be pasted.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from index.errors import LibraryError
from index.library import Generation, LibraryReader
from index.query import Query
from index.words import surfaces_of
from portal.catalogue import Catalogue, catalogue_of
from portal.settings import Settings
from portal.tallies import Totals, read_tallies

SHOWN = 30
"""Words of each kind that are listed: what somebody reads through."""

CHOICES = 3
LIKENESS = 0.6
"""Least likeness of a name that is offered, as `difflib` measures it: its own customary value."""


def main(words: Sequence[str], defaults: Settings) -> int:
    """Print the report; return the exit status."""
    parser = ArgumentParser(
        prog="python -m portal words",
        description="List what visitors search for, and synonyms for the words that find nothing.",
    )
    parser.add_argument("--library", type=Path, default=defaults.library, metavar="DIR")
    settings = replace(defaults, library=parser.parse_args(words).library)
    if settings.tallies is None:
        print("Nothing is counted; PORTAL_TALLIES=DIR counts.")  # noqa: T201  # the command's output
        return 0
    try:
        totals = read_tallies(settings.tallies)
        generation = LibraryReader(settings.library).current()
    except (LibraryError, ValueError) as error:
        print(f"portal: {error}", file=sys.stderr)  # noqa: T201  # the command's output
        return 1
    print("\n".join(report(totals, generation)))  # noqa: T201  # the command's output
    return 0


def report(totals: Totals, generation: Generation) -> Iterator[str]:
    """Yield the report line by line; the synonyms are TOML."""
    yield "Most searched for:"
    yield from (f"{count:8}  {word}" for word, count in totals.found.most_common(SHOWN))
    yield ""
    yield "Found nothing. Lines that fit can be pasted into raw/vocabulary.toml, below `same = [`;"
    yield "nothing is known of what was meant, so read each before you do:"
    names = _names(catalogue_of(generation))
    for word, count in totals.missed.most_common(SHOWN):
        near = nearest(word, generation, names)
        if near:
            more = f"; or {', '.join(near[1:])}" if near[1:] else ""
            pair = json.dumps([word, near[0]], ensure_ascii=False)
            yield f"    {pair},  # {count} times{more}"
        else:
            yield f"    # {word}: {count} times, and the library has nothing like it"


def nearest(word: str, generation: Generation, names: Sequence[str]) -> list[str]:
    """Return what the library has that is most like ``word``, likeliest first."""
    results = generation.search(Query(text=word, page_size=1))
    meant = [text for text in (results.searched_for, *results.corrections) if text]
    close = get_close_matches(word, names, CHOICES, LIKENESS)
    return list(dict.fromkeys((*meant, *close)))[:CHOICES]


def _names(catalogue: Catalogue) -> list[str]:
    """Return the names in the library, and the words of those that have several."""
    names = {page.title for page in catalogue.pages}
    names |= {alias for page in catalogue.pages for alias in page.aliases}
    names |= {entry.label for entry in catalogue.conditions.values()}
    names |= {entry.label for entry in catalogue.treatments.values()}
    words = {word for name in names for word in surfaces_of(name)}
    return sorted(words | {name.casefold() for name in names})
