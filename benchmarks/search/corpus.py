"""The health library as documents, and as our own pages.

The library's folder enters; Documents and Pages leave.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from index.aspect import Aspect
from index.document import Condition, LineRange, Page, Paragraph, Section
from ingest.conditions.abbreviations import abbreviations_of

_ASPECTS = {
    "information": Aspect.OVERVIEW,
    "considerations": Aspect.OVERVIEW,
    "frequency": Aspect.OVERVIEW,
    "symptoms": Aspect.PRESENTATION,
    "causes": Aspect.CAUSES,
    "genetic changes": Aspect.CAUSES,
    "inheritance": Aspect.CAUSES,
    "susceptibility": Aspect.RISK_FACTORS,
    "exams and tests": Aspect.DIAGNOSIS,
    "stages": Aspect.DIAGNOSIS,
    "treatment": Aspect.TREATMENT,
    "outlook": Aspect.PROGNOSIS,
    "prevention": Aspect.PREVENTION,
    "complications": Aspect.COMPLICATIONS,
    "support groups": Aspect.EFFECTS,
    "research": Aspect.RESEARCH,
}
"""The library's own kinds of section -> ours; a kind not named here is "other"."""


@dataclass(frozen=True, slots=True)
class Document:
    """One section of the library; ``names`` are other names of ``condition``.

    ``abbreviations`` are those of ``condition`` that the page itself explains (see `learned`).
    """

    id: str
    page: str
    source: str
    condition: str
    names: tuple[str, ...]
    kind: str
    heading: str
    text: str
    abbreviations: tuple[str, ...] = ()


def read_documents(data: Path, copies: int = 1) -> Iterator[Document]:
    """Yield the documents of the library, page after page; ``copies`` times, with differing ids."""
    for copy in range(copies):
        suffix = f"-{copy}" if copy else ""
        with gzip.open(data / "corpus.jsonl.gz", "rt", encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                yield Document(
                    id=row["id"] + suffix,
                    page=row["page"] + suffix,
                    source=row["source"],
                    condition=row["condition"],
                    names=tuple(row["synonyms"]),
                    kind=row["kind"],
                    heading=row["heading"],
                    text=row["text"],
                )


def learned(documents: Iterable[Document]) -> Iterator[Document]:
    """Yield the documents with the abbreviations that their pages explain, as ingest has them.

    It is done once for all copies of a page.
    """
    known: dict[tuple[str, str], tuple[str, ...]] = {}
    for _, group in groupby(documents, key=lambda document: document.page):
        members = list(group)
        first = members[0]
        key = (first.condition, first.text)
        if key not in known:
            known[key] = abbreviations_of(first.condition, (member.text for member in members))
        yield from (replace(member, abbreviations=known[key]) for member in members)


def pages_of(documents: Iterable[Document]) -> Iterator[Page]:
    """Yield one page for each run of documents of the same page; anchors are documents' ids."""
    for slug, group in groupby(documents, key=lambda document: document.page):
        members = list(group)
        first = members[0]
        yield Page(
            slug=slug,
            title=first.condition,
            source=slug,
            content_hash=slug,
            aliases=first.names,
            category=first.source,
            conditions=(Condition(first.condition, first.abbreviations),),
            sections=tuple(map(_section, members)),
        )


def _section(document: Document) -> Section:
    paragraphs = (" ".join(text.split()) for text in document.text.split("\n\n"))
    return Section(
        anchor=document.id,
        heading=document.heading,
        aspect=_ASPECTS.get(document.kind, Aspect.OTHER),
        lines=LineRange(1, 1),
        breadcrumb=(document.heading,),
        blocks=tuple(Paragraph(text) for text in paragraphs if text),
    )
