"""The search benchmark and the ablation, on a library of a few pages."""

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.search.asked import Asked
from benchmarks.search.contestant import CONTESTANTS, TOP, Answer, make_contestant
from benchmarks.search.corpus import Document, learned, read_documents
from benchmarks.search.measuring import Building, measure_searching
from benchmarks.search.queries import Phrase, Question
from benchmarks.search.run import Measurement
from benchmarks.search.table import table
from benchmarks.understanding.intervals import difference
from benchmarks.understanding.mistakes import misspelt

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a health library of 30 pages and one question."""
    folder = tmp_path_factory.mktemp("library")
    chance = random.Random(4)  # noqa: S311  # repeatable test data, nothing secret
    words = [
        "pain",
        "nerve",
        "muscle",
        "joint",
        "sleep",
        "injection",
        "walking",
        "heat",
        "swelling",
    ]
    rows: list[dict[str, object]] = [
        {
            "id": f"page{number}-{kind}",
            "page": f"page{number}",
            "source": "clinic",
            "condition": f"Restless knee {number}",
            "synonyms": [],
            "kind": kind,
            "heading": f"What is the {kind} of it?",
            "text": f"Restless knee {number} (RK) " + " ".join(chance.choices(words, k=20)),
        }
        for number in range(30)
        for kind in ("treatment", "symptoms")
    ]
    with gzip.open(folder / "corpus.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    question = {"qid": "1", "question": "How is restless knee 7 treated?"}
    (folder / "questions-dev.jsonl").write_text(json.dumps(question) + "\n", encoding="utf-8")
    (folder / "judgments-dev.tsv").write_text(
        "qid\tsection\tgrade\n1\tpage7-treatment\t3\n", encoding="utf-8"
    )
    return folder


def test_an_interrupted_run_is_resumed(data: Path, tmp_path: Path) -> None:
    """What was measured is kept; the table, the chart and the JSON have all of it."""
    command = [sys.executable, "-m", "benchmarks.search", str(data), "--short", "6"]
    command += ["--out", str(tmp_path), "--resume", "--only", "SQLite FTS5"]
    for others in ([], ["ours"]):
        done = subprocess.run(
            [*command, *others], cwd=ROOT, capture_output=True, text=True, check=True
        )
    assert done.stderr == "ours 1× done\n"
    results = json.loads((tmp_path / "search.json").read_text(encoding="utf-8"))["results"]
    assert [one["contestant"] for one in results] == ["ours", "SQLite FTS5"]
    assert results[0]["searching"]["ndcg"] == 1
    assert (tmp_path / "search.md").read_text(encoding="utf-8").count("| 1× |") == len(results)
    assert "SQLite FTS5" in (tmp_path / "search.svg").read_text(encoding="utf-8")


class _Slow:
    """A contestant for whom no budget is enough; it knows the answer to everything."""

    def build(self, documents: Iterable[Document], folder: Path) -> None:
        """Write nothing."""

    def open(self, folder: Path) -> None:
        """Open nothing."""

    def search(self, text: str) -> Answer:
        """Answer with one id."""
        return Answer(ids=(text,), total=1)


def test_a_slow_contestant_is_asked_less(tmp_path: Path) -> None:
    """52 queries of each kind, every question among them; the table says how many phrases."""
    asked = Asked(
        short=("pain",) * 100,
        questions=tuple(Question(f"why {n}", {f"why {n}": 1}) for n in range(52)),
        phrases=tuple(Phrase(str(n), str(n)) for n in range(60)),
    )
    measured = measure_searching(_Slow(), asked, tmp_path, budget=0)
    assert (measured.short.count, measured.questions.count) == (52, 52)
    assert (measured.ndcg, measured.phrases, measured.phrases_asked) == (1, 1, 52)
    building = Building(seconds=1, size=1, memory=1)
    assert "100% of 52" in table([Measurement("slow", 1, building, measured)])


@pytest.mark.parametrize("name", CONTESTANTS)
def test_every_contestant_does_the_same_work(name: str, data: Path, tmp_path: Path) -> None:
    """The ten best, how many there are, two facets, and a snippet for each of the ten: no more."""
    try:
        contestant = make_contestant(name)
    except ImportError as error:
        pytest.skip(f"{name} is not installed: {error}")
    contestant.build(tuple(learned(read_documents(data))), tmp_path)
    contestant.open(tmp_path)
    answer = contestant.search("restless knee swelling")
    assert len(set(answer.ids)) == len(answer.snippets) == TOP < answer.total
    assert sum(answer.kinds.values()) == sum(answer.sources.values()) == answer.total


def test_abbreviations_are_learned_once_a_page_and_its_copies(data: Path) -> None:
    """As ingest learns them; copies differ in their ids only."""
    first, *_, last = learned(read_documents(data, copies=2))
    assert (first.abbreviations, last.abbreviations) == (("RK",), ("RK",))
    assert last.id.endswith("-1")


def test_an_interval_holds_the_difference_and_its_chance() -> None:
    """All alike is no difference; one better query of many may be chance, all of them may not."""
    assert difference([1, 0, 1], [1, 0, 1]).high == 0
    chance = difference([1.0, *[0.5] * 9], [0.5] * 10)
    assert chance.low == 0 < chance.mean < chance.high
    assert difference([0.6] * 10, [0.5] * 10).low == pytest.approx(0.1)


def test_names_are_misspelt_as_people_do() -> None:
    """Behind the first letter of the longest word, one or two mistakes; never a short word."""
    chance = random.Random(4)  # noqa: S311  # as above
    for _ in range(50):
        one = misspelt("Hip bursitis", chance)
        assert one == "" or (one.startswith("Hip b") and one != "Hip bursitis")
    assert misspelt("Gout", chance) == ""
