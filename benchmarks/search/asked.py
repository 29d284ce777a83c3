"""All that a contestant is asked, worked out once for all of them.

The library's folder enters, an Asked leaves; between processes it is a file of JSON, so that no
contestant's memory holds the library too.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.search.queries import (
    Phrase,
    Question,
    exact_phrases,
    read_questions,
    short_queries,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Short queries, consumers' questions with grades, and exact phrases."""

    short: tuple[str, ...]
    questions: tuple[Question, ...]
    phrases: tuple[Phrase, ...]


def work_out(data: Path, short: int) -> Asked:
    """Return what is asked over the library in ``data``: ``short`` short queries, all questions."""
    return Asked(short_queries(data, short), read_questions(data), exact_phrases(data))


def write_asked(asked: Asked, file: Path) -> None:
    """Write ``asked`` to ``file``."""
    file.write_text(json.dumps(asdict(asked)), encoding="utf-8")


def read_asked(file: Path) -> Asked:
    """Return what `write_asked` wrote to ``file``."""
    value = json.loads(file.read_text(encoding="utf-8"))
    return Asked(
        short=tuple(value["short"]),
        questions=tuple(Question(**question) for question in value["questions"]),
        phrases=tuple(Phrase(**phrase) for phrase in value["phrases"]),
    )
