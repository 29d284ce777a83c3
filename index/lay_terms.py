"""What people call things of health beside what texts call them, shipped with the program.

Nothing enters, Synonyms leave. They are of general English usage, and the same for every library;
what staff say of their own stands in a library's Lexicon. The words are in data/lay_terms.toml.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from index.lexicon import Lexicon, Synonyms

_FILE = "data/lay_terms.toml"
_MUTUAL = "same"


@cache
def lay_terms() -> tuple[Synonyms, ...]:
    """Return what finds what, read once: lines of the table ``same`` each other, others one way."""
    text = files("index").joinpath(_FILE).read_text(encoding="utf-8")
    tables: dict[str, Any] = tomllib.loads(text)
    mutual = [Synonyms(tuple(line)) for line in tables.pop(_MUTUAL)]
    one_way = [
        Synonyms((term, *others), one_way=True)
        for table in tables.values()
        for term, others in table.items()
    ]
    return (*mutual, *one_way)


def with_lay_terms(lexicon: Lexicon) -> Lexicon:
    """Return ``lexicon`` with the lay terms after what it says itself."""
    return Lexicon((*lexicon.synonyms, *lay_terms()), lexicon.best_bets)
