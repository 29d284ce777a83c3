"""A short run of the fuzzer with every test run; `make fuzz` runs for as long as told."""

import random
from pathlib import Path

import pytest

from tests.fuzz.mutation import mutated
from tests.fuzz.promise import FuzzingError
from tests.fuzz.running import FOUND, Run, fuzz, kept
from tests.fuzz.target import LAYERS, tried

INPUTS = 150


@pytest.mark.parametrize("name", LAYERS)
def test_any_mutation_is_answered_or_refused(name: str, tmp_path: Path) -> None:
    """No promise of the layer is broken; a good part of the inputs still means something."""
    dice = random.Random(7)  # noqa: S311  # no secret
    with LAYERS[name].opened(tmp_path) as trial:
        meant = sum(tried(trial, mutated(LAYERS[name].seeds, dice), dice) for _ in range(INPUTS))
    assert meant > INPUTS // 10


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()), ids=lambda path: path.name)
def test_what_once_broke_a_promise_breaks_none(path: Path, tmp_path: Path) -> None:
    """Whatever the fuzzer has ever found, with everything that is checked of some inputs only."""
    with LAYERS[path.name.partition("-")[0]].opened(tmp_path) as trial:
        tried(trial, path.read_bytes(), _Always())


def test_inputs_are_the_same_for_the_same_seed() -> None:
    """A run can be repeated."""
    runs = [
        [mutated(LAYERS["html"].seeds, dice) for _ in range(50)]
        for dice in (random.Random(3), random.Random(3))  # noqa: S311  # no secret
    ]
    assert runs[0] == runs[1]


def test_a_broken_promise_is_told_with_its_input(tmp_path: Path) -> None:
    """An exception of any kind is one, and the input is written down under its layer's name."""

    def failing(raw: bytes, _dice: random.Random) -> bool:
        raise KeyError(raw)

    with pytest.raises(FuzzingError, match="KeyError"):
        tried(failing, b"x", random.Random(1))  # noqa: S311  # no secret
    path = kept(tmp_path / "found", "html", b"<x>")
    assert path.read_bytes() == b"<x>"
    assert path.name.startswith("html-")


def test_a_run_counts_what_it_tried(tmp_path: Path) -> None:
    """By layer, cheap ones more often."""
    outcome = fuzz(Run(("markdown", "query"), 0.05, 5, tmp_path / "found"))
    assert outcome.broken == ()
    assert outcome.inputs["query"] > outcome.inputs["markdown"] > 0
    assert 0 < outcome.meant["query"] <= outcome.inputs["query"]


class _Always(random.Random):
    """Dice by which everything is checked that is checked of some inputs."""

    def random(self) -> float:
        """Return the lowest share."""
        return 0.0
