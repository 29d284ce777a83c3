"""Why a passage was found and stands where it does: which word matched where, and what it counted.

Pure data; engines make it for those who tune a search or wonder about one. No engine's object
crosses the seam, only these.
"""

from dataclasses import dataclass
from enum import StrEnum


class Means(StrEnum):
    """By which means a passage has a word that was asked for."""

    WORD = "word"
    STEM = "stem"
    SYNONYM = "synonym"
    VARIANT = "variant"
    JOINED = "joined"
    PARTED = "parted"
    ASPECT = "aspect"


@dataclass(frozen=True, slots=True)
class WordMatch:
    """One word ``asked`` for, as it was ``found`` in a passage: by which means, in which fields.

    Where the passage's aspect does for the word, nothing was found in any field.
    ``weight`` is what it counted, comparable within one search only.
    """

    asked: str
    found: str
    means: Means
    fields: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that the sum of a passage's word weights was multiplied by, and what it was."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the passage at ``anchor`` of ``page`` has its ``score``."""

    page: str
    anchor: str
    score: float
    matches: tuple[WordMatch, ...]
    factors: tuple[Factor, ...]
