"""What the body model is taught: sections of a library, and what is about no aspect."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from benchmarks.body_model.sections import OTHER, Example, read_examples, read_others
from index.aspect import Aspect


def library(folder: Path, *sections: tuple[str, str, str]) -> list[Example]:
    """Return the examples in a library of sections: page, topic and kind of each."""
    folder.mkdir(exist_ok=True)
    with gzip.open(folder / "corpus.jsonl.gz", "wt", encoding="utf-8") as corpus:
        for page, topic, kind in sections:
            row = {"source": "A", "page": page, "condition": topic, "kind": kind}
            corpus.write(json.dumps({**row, "text": f"{topic} hurts a little."}) + "\n")
    return list(read_examples(folder))


@pytest.mark.parametrize(
    ("topic", "kind", "aspect"),
    [
        ("Gout", "causes", Aspect.CAUSES),
        ("Gout", "information", Aspect.OVERVIEW),
        ("What are the side effects or risks of Atenolol", "information", Aspect.COMPLICATIONS),
    ],
)
def test_a_section_teaches_its_kind(tmp_path: Path, topic: str, kind: str, aspect: Aspect) -> None:
    """But where its page's title asks for something else, it teaches that."""
    (example,) = library(tmp_path, ("p1", topic, kind))
    assert example.teaches is aspect


def test_sections_of_a_kind_that_tells_no_aspect_are_left_out(tmp_path: Path) -> None:
    """A list of support groups is no example of anything."""
    assert library(tmp_path, ("p1", "Gout", "support groups")) == []


def test_the_name_of_the_topic_is_no_phrase(tmp_path: Path) -> None:
    """Else the model would learn which conditions a library has most of."""
    (example,) = library(tmp_path, ("p1", "Gout", "causes"))
    assert "gout" not in example.phrases
    assert "hurt" in example.phrases


def test_a_page_is_never_parted_between_the_halves(tmp_path: Path) -> None:
    """What is held out shares no page with what is taught, and there is enough of both."""
    kinds = ("causes", "symptoms", "treatment")
    rows = [(f"page{number}", "Gout", kind) for number in range(40) for kind in kinds]
    halves: dict[str, set[bool]] = {}
    for example in library(tmp_path, *rows):
        halves.setdefault(example.page, set()).add(example.is_held_out)
    assert all(len(half) == 1 for half in halves.values())
    assert {True, False} == set.union(*halves.values())


def test_pages_on_other_subjects_teach_other(tmp_path: Path) -> None:
    """What stands between their headings is one example each; pages on health teach nothing."""
    for name in ("text", "labels"):
        (tmp_path / name).mkdir()
    lines = ["Our Menu", "", "Soup of the day.", "", "Desserts", "", "Apple pie."]
    labels = [[int(line in {"Our Menu", "Desserts"}), 0, 0, 1] for line in lines]
    label = {"title": "A restaurant", "gold_main_content": "Soup of the day. Apple pie."}
    for page in ("food", "health"):
        text = "\n".join(lines).encode()
        (tmp_path / "text" / f"{page}.resiliparse.txt.gz").write_bytes(gzip.compress(text))
        raw = json.dumps({**label, "lines": {"resiliparse": labels}}).encode()
        (tmp_path / "labels" / f"{page}.json.gz").write_bytes(gzip.compress(raw))
    with (tmp_path / "manifest.tsv").open("w", encoding="utf-8", newline="") as manifest:
        rows = csv.writer(manifest, delimiter="\t")
        rows.writerow(["id", "url", "split", "health"])
        rows.writerows(
            [page, f"https://{page}.example/", "dev", flag]
            for page, flag in (("food", "0"), ("health", "1"))
        )
    examples = list(read_others(tmp_path))
    assert [" ".join(example.folded) for example in examples] == ["soup of the day", "apple pie"]
    assert {(example.teaches, example.kind) for example in examples} == {(Aspect.OTHER, OTHER)}
