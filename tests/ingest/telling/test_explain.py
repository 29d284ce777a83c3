"""Why a raw file reads as it does, as staff are told it."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.pages.explanations import Matter
from ingest.pages.reader import read_page
from ingest.telling.explained import write_explanation
from ingest.telling.explaining import (
    ExplainedLine,
    FileExplanation,
    explain_file,
    explanation_to_json,
)
from ingest.vocabulary import Vocabulary
from tests.support.ingest import program
from tests.support.raw import put

RAW = Path(__file__).parents[3] / "raw"
SUPPLIED = RAW / "fibromyalgia-myofascial-pain-syndrome.txt"
TRIO = Path(__file__).parents[2] / "data" / "trio"


def explained(path: Path) -> FileExplanation:
    """Return the explanation of the file at ``path``."""
    return explain_file(path.read_bytes(), path.name, Vocabulary())


def line_of(explanation: FileExplanation, text: str) -> ExplainedLine:
    """Return the first line of content that begins with ``text``."""
    return next(
        line
        for line in explanation.lines
        if line.text.startswith(text) and line.reading != "furniture"
    )


def test_every_line_of_a_text_dump_has_its_reading_and_what_pushed() -> None:
    """No line that says something is passed over; each shows features."""
    explanation = explained(SUPPLIED)
    numbers = {
        number
        for number, text in enumerate(SUPPLIED.read_text(encoding="utf-8").splitlines(), start=1)
        if text.strip()
    }
    told = {
        number
        for line in explanation.lines
        for number in range(line.lines.first, line.lines.last + 1)
    }
    assert numbers <= told
    assert all(
        line.weighed is not None and line.weighed.content_pushes for line in explanation.lines
    )


def test_every_section_has_its_aspect_told_and_told_as_it_is() -> None:
    """The explanation and the page never tell two stories."""
    page = read_page(SUPPLIED.read_bytes(), SUPPLIED.name, Vocabulary())
    told = [
        decision.says
        for line in explained(SUPPLIED).lines
        for decision in line.decisions
        if decision.matter is Matter.ASPECT
    ]
    assert told == [section.aspect.value for section in page.walk()]


def test_a_heading_tells_its_aspect_and_the_wording_behind_it() -> None:
    """The cue names the words that the vocabulary knows."""
    heading = line_of(explained(SUPPLIED), "Causes")
    (aspect,) = heading.decisions
    assert heading.reading == "heading"
    assert (aspect.matter, aspect.says) == (Matter.ASPECT, "causes")
    assert "heading" in aspect.cue
    assert "cause" in aspect.cue


@pytest.mark.parametrize(
    ("text", "says", "cue"),
    [
        ("For Fibromyalgia:", "Fibromyalgia", "label"),
        (
            "Relieves muscle tension in MPS",
            "Fibromyalgia, Myofascial Pain Syndrome",
            "running text",
        ),
    ],
)
def test_an_attribution_tells_its_cue_and_confidence(text: str, says: str, cue: str) -> None:
    """A label, or the running text; never more than sure."""
    explanation = explained(SUPPLIED)
    decisions = [
        decision
        for line in explanation.lines
        for decision in line.decisions
        if text in decision.text and decision.matter is Matter.CONDITION
    ]
    assert decisions
    for decision in decisions:
        assert set(decision.says.split(", ")) == set(says.split(", "))
        assert decision.cue == cue
        assert 0 < decision.confidence <= 1


@pytest.mark.parametrize("name", ["tennis-elbow.html", "tennis-elbow.md"])
def test_other_formats_say_what_they_can(name: str) -> None:
    """Readings and decisions, and in plain words that nothing is weighed."""
    explanation = explained(TRIO / name)
    assert "no weighing" in explanation.note
    assert {"heading", "list item"} <= {line.reading.split(",")[0] for line in explanation.lines}
    assert all(line.weighed is None for line in explanation.lines)
    page = read_page((TRIO / name).read_bytes(), name, Vocabulary())
    told = [
        decision.says
        for line in explanation.lines
        for decision in line.decisions
        if decision.matter is Matter.ASPECT
    ]
    assert told == [section.aspect.value for section in page.walk()]


def test_blocks_that_share_a_line_keep_their_own_decisions(tmp_path: Path) -> None:
    """A page saved without line ends is told apart by its texts."""
    path = put(tmp_path, "gout.html", "Gout")
    path.write_text(path.read_text(encoding="utf-8").replace("\n", " "), encoding="utf-8")
    explanation = explained(path)
    for heading, aspect in (("Causes", "causes"), ("Symptoms", "presentation")):
        (decision, *_) = line_of(explanation, heading).decisions
        assert decision.says == aspect


def test_a_terminal_shows_each_line_with_its_reasons() -> None:
    """The line's number and reading first, what pushed and what was decided below."""
    text = write_explanation(explained(SUPPLIED))
    assert "conditions  Fibromyalgia (FM); Myofascial Pain Syndrome (MPS)" in text
    assert "   77  heading: Causes\n       content +" in text
    assert 'aspect: causes (cue: heading "cause*"; confidence 0.99)' in text
    assert "no condition" not in text
    assert max(map(len, text.splitlines())) < 400


def test_json_carries_all_of_it() -> None:
    """Numbers, features, decisions; it survives a program that reads it."""
    value: Any = json.loads(json.dumps(explanation_to_json(explained(SUPPLIED))))
    heading = next(line for line in value["lines"] if line["text"] == "Causes")
    assert heading["reading"] == "heading"
    assert heading["lines"] == [77, 77]
    assert {"feature", "value", "push"} == set(heading["weighed"]["heading_pushes"][0])
    assert heading["decisions"][0]["matter"] == "aspect"
    assert value["conditions"][0] == {"name": "Fibromyalgia", "abbreviations": ["FM"]}


def test_the_program_explains_one_file(tmp_path: Path) -> None:
    """By the vocabulary beside it; no library is made."""
    path = put(tmp_path, "gout.html", "Gout", {"Tophi and you": "They are lumps of crystals."})
    (tmp_path / "vocabulary.toml").write_text(
        '[aspects]\ncomplications = ["Tophi and you"]\n', encoding="utf-8"
    )
    printed = program("--explain", path, "--library", tmp_path / "library")
    assert (printed.status, printed.err) == (0, "")
    assert "aspect: complications (cue: staff vocabulary; confidence 1.00)" in printed.out
    assert not (tmp_path / "library").exists()
    assert program("--explain", path, "--json").json["source"] == "gout.html"


def test_a_file_that_cannot_be_explained_is_one_line(tmp_path: Path) -> None:
    """Missing is wrong use; an empty one is refused as ingest refuses it."""
    (tmp_path / "empty.txt").write_bytes(b"")
    for name, status in (("none.txt", 2), ("empty.txt", 1)):
        printed = program("--explain", tmp_path / name)
        assert (printed.status, printed.out) == (status, "")
        assert name in printed.err
        assert printed.err.count("\n") == 1
