"""Sections as examples: what each says, and which aspect it tells.

Two folders enter: the health library (corpus.jsonl.gz: a line a section), and labelled web pages
(manifest.tsv, text/, labels/), of which those on other subjects than health tell no aspect.
Examples leave.
"""

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from benchmarks.aspects.kinds import KINDS
from benchmarks.body_model.phrases import phrases_in
from benchmarks.line_model.pages import LabelledPage, read_pages
from index.aspect import Aspect
from ingest.aspects.bodies import with_names_marked
from ingest.aspects.body_model import READ_WORDS, cue_signs
from ingest.aspects.cues import Cues, weigh_cues
from ingest.aspects.placing import place_heading
from ingest.conditions.titles import title_names
from ingest.wording import words


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One section.

    ``teaches`` is the aspect it is an example of, ``accepted`` those that are right for it (None:
    silence);
    ``is_held_out`` that its page belongs to the half that no model and no wording was made from.
    """

    source: str
    page: str
    topic: str
    kind: str
    folded: tuple[str, ...]
    cues: Cues
    phrases: frozenset[str]
    cue_signs: tuple[tuple[str, float], ...]
    teaches: Aspect
    accepted: tuple[Aspect | None, ...]
    is_held_out: bool


def read_examples(folder: Path) -> Iterator[Example]:
    """Yield the library's sections whose kind tells an aspect, in its order."""
    with gzip.open(folder / "corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            section = json.loads(line)
            if section["kind"] in KINDS:
                facts = (section[key] for key in ("source", "page", "condition", "kind", "text"))
                yield _example(*facts)


def read_others(folder: Path) -> Iterator[Example]:
    """Yield what stands between two headings on labelled pages that are not about health.

    Menus and notices are among it: whatever a reader takes for a section, it tells no aspect.
    """
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as manifest:
        others = {
            row["id"] for row in csv.DictReader(manifest, delimiter="\t") if row["health"] == "0"
        }
    for page in read_pages(folder, _DIALECT):
        if page.page in others:
            for text in _between_headings(page):
                yield _example(page.site, page.page, page.title, OTHER, text)


OTHER = "other"
"""The kind of a section that is about no aspect."""

_DIALECT = ("resiliparse",)
_LONGEST_SECTION = 20
# Lines; a page without headings is cut, or it would be one example.


def _between_headings(page: LabelledPage) -> Iterator[str]:
    section: list[str] = []
    for line, is_heading, is_title in zip(page.lines, page.heading, page.titles, strict=True):
        if is_heading or is_title or len(section) == _LONGEST_SECTION:
            yield from [" ".join(section)] if section else []
            section = []
        if line.text.strip() and not is_heading and not is_title:
            section.append(line.text.strip())
    yield from [" ".join(section)] if section else []


def _example(source: str, page: str, topic: str, kind: str, text: str) -> Example:
    folded = words(text)
    cues = weigh_cues(folded)
    read = tuple(islice(with_names_marked(folded, title_names(topic)), READ_WORDS))
    accepted = KINDS.get(kind, _NOTHING)
    return Example(
        source=source,
        page=page,
        topic=topic,
        kind=kind,
        folded=read,
        cues=cues,
        phrases=phrases_in(read),
        cue_signs=tuple(cue_signs(cues)),
        teaches=Aspect.OTHER if kind == OTHER else _asked_in_title(topic) or KINDS[kind][0],
        accepted=accepted,
        is_held_out=bool(sha256((source if kind == OTHER else page).encode()).digest()[0] % 2),
    )


_NOTHING = (None,)


def _asked_in_title(title: str) -> Aspect | None:
    """Return the aspect that a title which is a question asks for.

    The library calls all of these "information": "What are the side effects or risks of Atenolol".
    """
    asks = not _ASKING.isdisjoint(words(title)[:1])
    placement = place_heading(title) if asks else None
    return None if placement is None or placement.weak else placement.aspect


_ASKING = frozenset(words("what how do who where are when"))
