"""The search index of an export: JavaScript files that a page loads one by one, as it needs them.

Passages enter in a fixed order, which numbers them from 0; names of files and their text leave.
A file is a call ``library(key, value)``: a page opened from the disk may load scripts, but may not
fetch. Words are folded as `index.words` folds them; stems are left to the searching side
(`search.js`), which takes together the words of a file that have the same one.

==========  ===================================================================================
file        value
==========  ===================================================================================
about       number of passages, passages a text file, aspects and conditions with their pages,
            which of them each passage has, and the keys of the word files
w-<key>     word -> the passages that have it: "number" or "number:weight", each number as the
            difference to the one before
p-<n>       what is shown of the passages from number n * PASSAGES_A_FILE on
==========  ===================================================================================
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from index.aspect import Aspect
from index.passage import Passage
from index.text import slugify
from index.words import STOP_WORDS, surfaces_of
from portal import urls
from portal.export.links import link

PASSAGES_A_FILE = 50
"""Passages whose texts are loaded together: some 50 kB, of which ten results need few files."""

KEY_CHARACTERS = 2
"""First letters that the words of a file share. Stemming changes endings only, so all words of a
stem are in one file."""

FOLDER = "search-index"

TITLE_WEIGHT, HEADING_WEIGHT = 4, 3
"""What a word of the title or of the headings counts beside one of the text; in the order and about
the size of the weights that the engine was tuned to (docs/decisions/0010-search-on-arrays.md)."""


def search_files(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Yield name and text of every file of the index of ``passages``."""
    by_key: dict[str, dict[str, str]] = defaultdict(dict)
    for word, places in sorted(_places(passages).items()):
        by_key[key_of(word)][word] = " ".join(places)
    yield _file("about", _about(passages, sorted(by_key)))
    for key, words in by_key.items():
        yield _file(f"w-{key}", words)
    for number, start in enumerate(range(0, len(passages), PASSAGES_A_FILE)):
        shown = [_shown(passage) for passage in passages[start : start + PASSAGES_A_FILE]]
        yield _file(f"p-{number}", shown)


def key_of(word: str) -> str:
    """Return the key of the file that a folded word is in: ASCII, as `search.js` spells it."""
    return "".join(
        letter if letter.isascii() else f"_{ord(letter):x}" for letter in word[:KEY_CHARACTERS]
    )


def _places(passages: Sequence[Passage]) -> dict[str, list[str]]:
    places: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = defaultdict(int)
    for number, passage in enumerate(passages):
        for word, weight in _weights(passage).items():
            step = number - last[word]
            places[word].append(f"{step}:{weight}" if weight > 1 else str(step))
            last[word] = number
    return places


def _weights(passage: Passage) -> Counter[str]:
    """Return how much each word counts in ``passage``."""
    weights = Counter(surfaces_of(passage.text))
    for text, weight in (
        (passage.title, TITLE_WEIGHT),
        (" ".join(passage.breadcrumb), HEADING_WEIGHT),
    ):
        weights.update(dict.fromkeys(surfaces_of(text), weight))
    for word in STOP_WORDS:
        weights.pop(word, None)
    return weights


def _about(passages: Sequence[Passage], keys: list[str]) -> dict[str, Any]:
    aspects = [aspect for aspect in Aspect if any(one.aspect is aspect for one in passages)]
    conditions = sorted({name for one in passages for name in one.conditions}, key=str.casefold)
    number_of = {name: number for number, name in enumerate(conditions)}
    return {
        "size": len(passages),
        "perFile": PASSAGES_A_FILE,
        "keys": keys,
        "aspects": [
            [aspect.value, aspect.label, link("", urls.aspect_url(aspect))] for aspect in aspects
        ],
        "conditions": [
            [slugify(name), name, link("", urls.condition_url(slugify(name)))]
            for name in conditions
        ],
        "aspectOf": [aspects.index(one.aspect) for one in passages],
        "conditionsOf": [[number_of[name] for name in one.conditions] for one in passages],
    }


def _shown(passage: Passage) -> list[Any]:
    """Return title and page, heading and place, the headings above, the text."""
    return [
        passage.title,
        link("", urls.page_url(passage.page)),
        passage.heading,
        link("", urls.page_url(passage.page, passage.anchor)),
        passage.breadcrumb[:-1],
        " ".join(passage.text.split("\n")),
    ]


def _file(key: str, value: Any) -> tuple[str, str]:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{FOLDER}/{key}.js", f"library({json.dumps(key)},{written});\n"
