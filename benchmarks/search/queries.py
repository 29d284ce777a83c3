"""What is asked: consumers' questions with assessors' grades, and short queries drawn by lot.

The library's folder enters, queries and grades leave; the same ones at every run.
"""

import csv
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.search.corpus import read_documents

SHORT_QUERIES = 2_000
PHRASES = 200
_SEED = 2017
_FREQUENT_WORDS = 400
_SHORTEST_WORD = 4
_PHRASE_WORDS = 5
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Question:
    """A consumer's question; ``grades`` of the sections judged: 0 wrong to 3 excellent."""

    text: str
    grades: Mapping[str, int]


def read_questions(data: Path) -> tuple[Question, ...]:
    """Return the questions, in their order."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    with (data / "judgments-dev.tsv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            grades[row["qid"]][row["section"]] = int(row["grade"])
    with (data / "questions-dev.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return tuple(Question(row["question"], grades[row["qid"]]) for row in rows)


def short_queries(data: Path, count: int = SHORT_QUERIES) -> tuple[str, ...]:
    """Return ``count`` queries: names of conditions, "<condition> treatment", frequent words.

    As many of each; the frequent words singly and in pairs.
    """
    chance = random.Random(_SEED)  # noqa: S311  # repeatable queries, nothing secret
    names: dict[str, None] = {}
    words: Counter[str] = Counter()
    for document in read_documents(data):
        names[document.condition] = None
        words.update(set(_WORD.findall(document.text.lower())))
    frequent = [
        word for word, _ in words.most_common(2 * _FREQUENT_WORDS) if len(word) >= _SHORTEST_WORD
    ][:_FREQUENT_WORDS]
    conditions = list(names)
    makers = (
        lambda: chance.choice(conditions),
        lambda: f"{chance.choice(conditions)} treatment",
        lambda: " ".join(chance.sample(frequent, chance.randint(1, 2))),
    )
    return tuple(makers[number % len(makers)]() for number in range(count))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand in a row in the section ``id``."""

    text: str
    id: str


def exact_phrases(data: Path, count: int = PHRASES) -> tuple[Phrase, ...]:
    """Return ``count`` runs of five words, each from another section and found in no other one.

    A run is verbatim, from within one paragraph.
    """
    chance = random.Random(_SEED)  # noqa: S311  # as above
    texts = {
        document.id: [" ".join(text.split()) for text in document.text.split("\n\n")]
        for document in read_documents(data)
    }
    everything = "\n".join(text for paragraphs in texts.values() for text in paragraphs)
    phrases: list[Phrase] = []
    ids = list(texts)
    chance.shuffle(ids)
    for identifier in ids:
        words = chance.choice(texts[identifier]).split()
        if len(words) <= _PHRASE_WORDS:
            continue
        start = chance.randrange(len(words) - _PHRASE_WORDS)
        text = " ".join(words[start : start + _PHRASE_WORDS])
        if everything.count(text) == 1:
            phrases.append(Phrase(text, identifier))
        if len(phrases) == count:
            break
    return tuple(phrases)
