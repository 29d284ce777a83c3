"""A raw folder whose pages all say which round they were written in, and libraries made of it.

A folder and a round enter; what a library says of its round leaves. A library that says two rounds
at once, or none, is not whole.
"""

import re
from pathlib import Path

from index.library import LibraryReader, verify
from index.query import Query
from tests.support.ingest import program
from tests.support.raw import SECTIONS, fill, put

CHANGING = 4
"""Pages that are written anew each round."""

ANSWERED = "written in round"
"""A search that finds all of them; its snippets say the round."""

_ROUND = re.compile(r"written in round (\d+)")


def write_round(raw: Path, number: int) -> Path:
    """Write the pages of round ``number`` into ``raw``, beside some that never change."""
    if not raw.exists():
        fill(raw)
    for page in range(CHANGING):
        text = f"This text was written in round {number} of the clinic's own pages, and checked."
        put(raw, f"page-{page}.html", f"Ache {page}", {**SECTIONS, "Overview": text})
    return raw


def rounds_said(text: str) -> list[int]:
    """Return each round that ``text`` names, in order."""
    return [int(number) for number in _ROUND.findall(text)]


def round_of(library: Path) -> int:
    """Return the round of the library's live generation, by its pages and by its search.

    Raises:
        AssertionError: it is not whole, or mixes rounds.
    """
    assert verify(library) == ()
    generation = LibraryReader(library).current()
    said = {
        number
        for page in generation.pages()
        for section in page.walk()
        for number in rounds_said(str(section.blocks))
    }
    results = generation.search(Query(ANSWERED, page_size=50))
    texts = ["".join(part.text for part in hit.snippet) for hit in results.hits]
    found = [number for text in texts for number in rounds_said(text)]
    assert len(found) == CHANGING, found
    assert said == set(found)
    assert len(said) == 1, said
    return said.pop()


def library_of(raw: Path, library: Path, number: int) -> None:
    """Bring ``library`` to round ``number`` by the program itself.

    Raises:
        AssertionError: it failed.
    """
    done = program(write_round(raw, number), "--library", library)
    assert done.status == 0, done.err
