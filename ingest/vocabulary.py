"""What staff declare in raw/vocabulary.toml: headings, aspects, synonyms, best bets.

The file enters, a Vocabulary leaves. Used by the pipeline, which loads it once, and by
`ingest.pages.page` and `ingest.outline.tree`, which obey it; the search takes its synonyms and best
bets.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.aspect import Aspect
from index.lexicon import EMPTY, BestBet, Lexicon, Synonyms
from ingest.errors import VocabularyError
from ingest.wording import words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that raw/vocabulary.toml says; wordings folded by `ingest.wording.words`."""

    headings: frozenset[tuple[str, ...]] = frozenset()
    not_headings: frozenset[tuple[str, ...]] = frozenset()
    aspects: Mapping[tuple[str, ...], Aspect] = field(default_factory=dict)
    lexicon: Lexicon = EMPTY


def load_vocabulary(path: Path) -> Vocabulary:
    """Read the vocabulary file at ``path``; an absent one is an empty vocabulary.

    Raises:
        VocabularyError: the file is not TOML, or a table or value in it is not one that is known.
    """
    if not path.exists():
        return Vocabulary()
    try:
        text = path.read_text(encoding="utf-8-sig")
        return read_vocabulary(text, path.name)
    except UnicodeDecodeError as problem:
        raise VocabularyError(f"{path.name}: not UTF-8 text; save it as UTF-8") from problem


def read_vocabulary(text: str, name: str = "vocabulary.toml") -> Vocabulary:
    """Read vocabulary ``text``; ``name`` is the file's, for messages.

    Raises:
        VocabularyError: see `load_vocabulary`.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise VocabularyError(
            f"{name}: {problem}; check the quotes and brackets there"
        ) from problem
    known = {"headings", "aspects", "synonyms", "best_bets"}
    for table, value in tables.items():
        if table not in known:
            raise VocabularyError(f"{name}: [{table}] is not known; use {_listed(known)}")
        if not isinstance(value, dict):
            raise VocabularyError(f"{name}: {table} must be a table, written [{table}]")
    headings = _known_keys(tables, "headings", {"always", "never"}, name)
    synonyms = _known_keys(tables, "synonyms", {"same", "also"}, name)
    return Vocabulary(
        headings=_folded(_strings(headings.get("always", []), f"{name}: headings.always")),
        not_headings=_folded(_strings(headings.get("never", []), f"{name}: headings.never")),
        aspects=_aspects(tables.get("aspects", {}), name),
        lexicon=Lexicon(
            synonyms=_synonyms(synonyms, name),
            best_bets=_best_bets(tables.get("best_bets", {}), name),
        ),
    )


def _known_keys(tables: dict[str, Any], table: str, known: set[str], name: str) -> dict[str, Any]:
    value: dict[str, Any] = tables.get(table, {})
    for key in value:
        if key not in known:
            raise VocabularyError(f"{name}: {table}.{key} is not known; use {_listed(known)}")
    return value


def _listed(known: set[str]) -> str:
    return ", ".join(sorted(known))


def _strings(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise VocabularyError(f'{where} must be a list of quoted texts: ["one", "two"]')
    return tuple(entry for entry in value if entry.strip())


def _folded(texts: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words(text) for text in texts)


def _aspects(table: dict[str, Any], name: str) -> dict[tuple[str, ...], Aspect]:
    aspects: dict[tuple[str, ...], Aspect] = {}
    for key, wordings in table.items():
        if key not in set(Aspect):
            choices = ", ".join(aspect.value for aspect in Aspect)
            raise VocabularyError(f"{name}: aspects.{key} is no aspect; use one of {choices}")
        for wording in _strings(wordings, f"{name}: aspects.{key}"):
            folded = words(wording)
            if aspects.setdefault(folded, Aspect(key)) is not Aspect(key):
                raise VocabularyError(
                    f'{name}: "{wording}" stands under both aspects.{aspects[folded]} and '
                    f"aspects.{key}; keep one"
                )
    return aspects


def _synonyms(table: dict[str, Any], name: str) -> tuple[Synonyms, ...]:
    groups = table.get("same", [])
    if not isinstance(groups, list):
        raise VocabularyError(f'{name}: synonyms.same must be a list of lists: [["a", "b"]]')
    same = tuple(
        Synonyms(_strings(group, f"{name}: synonyms.same, entry {place}"))
        for place, group in enumerate(groups, start=1)
    )
    also = table.get("also", {})
    if not isinstance(also, dict):
        raise VocabularyError(f'{name}: synonyms.also must be written [synonyms.also], "a" = ["b"]')
    one_way = tuple(
        Synonyms((word, *_strings(others, f"{name}: synonyms.also.{word}")), one_way=True)
        for word, others in also.items()
    )
    return same + one_way


def _best_bets(table: dict[str, Any], name: str) -> tuple[BestBet, ...]:
    bets: list[BestBet] = []
    for query, target in table.items():
        if not isinstance(target, str) or not target.strip("#"):
            raise VocabularyError(f'{name}: best_bets."{query}" must be a "page" or "page#section"')
        page, _, anchor = target.partition("#")
        bets.append(BestBet(query, page, anchor or None))
    return tuple(bets)
