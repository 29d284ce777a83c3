"""Read rendered pages whose truth is known, and count the sections whose aspect is right.

A folder of pages enters, with its truth beside it (FOLDER.truth.jsonl: a line a page, {file, title,
sections: [{heading, kind, text}]}); a table leaves. Each page is on one thing, its title's: pages
that are read as being on several conditions are counted too.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.aspects.kinds import KINDS
from index.aspect import Aspect
from index.document import ItemList, Page, Paragraph, Section
from ingest.aspects.bodies import weigh_body
from ingest.conditions.titles import title_names
from ingest.pages.reader import read_page
from ingest.vocabulary import load_vocabulary
from ingest.wording import words

USUAL = 0.004
"""Share of the pages on which a wording stands from which it is a usual one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One section of the truth: its group and kind, and the aspects it got (None: not found)."""

    group: str
    kind: str
    heading: str
    aspect: Aspect | None

    @property
    def is_right(self) -> bool:
        """Whether the aspect is one of the kind's."""
        return self.aspect in KINDS[self.kind]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.aspects", description=__doc__)
    parser.add_argument("folder", type=Path, help="the rendered pages")
    parser.add_argument("--pages", type=int, default=600, help="how many of them, drawn at random")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong too")
    options = parser.parse_args(arguments)
    truth = options.folder.with_name(f"{options.folder.name}.truth.jsonl")
    if not truth.exists():
        parser.error(f"{truth}: there is no truth beside the pages")
    records = [json.loads(line) for line in truth.read_text(encoding="utf-8").splitlines()]
    usual = _usual(records)
    drawn = random.Random(1).sample(records, min(options.pages, len(records)))  # noqa: S311 (a draw)
    told: list[Told] = []
    several: list[str] = []
    for record in drawn:
        page = _page(options.folder / record["file"])
        told += _sections(record, page, usual)
        if len(page.conditions) > 1:
            names = " + ".join(condition.name for condition in page.conditions)
            several.append(f"{record['title']}: {names}")
    for line in _table(told, len(drawn), len(several)):
        print(line)  # noqa: T201 (a command's output)
    if options.wrong:
        wrong = Counter(
            (entry.group, entry.kind, entry.heading, str(entry.aspect))
            for entry in told
            if not entry.is_right
        )
        print(*several, sep="\n")  # noqa: T201 (a command's output)
        for what, count in wrong.most_common():
            print(count, *what, sep=" | ")  # noqa: T201 (a command's output)
    return 0


def _page(path: Path) -> Page:
    return read_page(path.read_bytes(), path.name, load_vocabulary(path.parent / "none.toml"))


def _wording(record: Mapping[str, str], heading: str) -> str:
    return heading.replace(record["title"], "~") if record["title"] else heading


def _usual(records: Sequence[Mapping[str, object]]) -> frozenset[str]:
    counts = Counter(
        _wording(record, section["heading"])  # type: ignore[arg-type]  # JSON has no types
        for record in records
        for section in record["sections"]  # type: ignore[attr-defined]  # nor here
    )
    return frozenset(wording for wording, count in counts.items() if count >= USUAL * len(records))


def _sections(record: Mapping[str, object], page: Page, usual: frozenset[str]) -> Iterator[Told]:
    by_text: dict[str, list[Section]] = {}
    by_heading: dict[tuple[str, ...], Section] = {}
    for section in page.walk():
        by_heading.setdefault(words(section.heading), section)
        if section.blocks:
            by_text.setdefault(_opening(_text(section)), []).append(section)
    names = title_names(record["title"])  # type: ignore[arg-type]  # JSON has no types
    for section in record["sections"]:  # type: ignore[attr-defined]  # as above
        kind, heading = section["kind"], section["heading"]
        if kind not in KINDS:
            continue
        wording = _wording(record, heading)  # type: ignore[arg-type]  # as above
        group = "usual wording" if wording in usual else "other wording"
        alike = by_text.get(_opening(section["text"]), [])
        same = [one for one in alike if words(one.heading) == words(heading)]
        placed = next(iter([*same, *alike]), by_heading.get(words(heading)))
        yield Told(group, kind, wording, placed.aspect if placed else None)
        body = weigh_body((section["text"],), names)
        yield Told("body alone", kind, section["text"][:100], body.decided)


def _opening(text: str) -> str:
    """Return what texts are told apart by; the reader may have lost or joined a heading."""
    return "".join(filter(str.isalnum, text))[:_OPENING_CHARACTERS]


_OPENING_CHARACTERS = 60


def _text(section: Section) -> str:
    block = section.blocks[0]
    if isinstance(block, Paragraph):
        return block.text
    return " ".join(item.text for item in block.items) if isinstance(block, ItemList) else ""


def _table(told: Sequence[Told], pages: int, several: int) -> Iterator[str]:
    yield f"{pages} pages"
    yield "| sections whose aspect is told by | sections | right | wrong | none |"
    yield "|---|---|---|---|---|"
    for group in ("usual wording", "other wording", "body alone"):
        rows = [entry for entry in told if entry.group == group]
        right = sum(entry.is_right for entry in rows)
        none = sum(entry.aspect in {None, Aspect.OTHER} for entry in rows)
        share = right / len(rows) if rows else 0.0
        yield f"| {group} | {len(rows)} | {share:.1%} | {len(rows) - right - none} | {none} |"
    yield f"pages on one thing that are read as pages on several conditions: {several}"


if __name__ == "__main__":
    sys.exit(main())
