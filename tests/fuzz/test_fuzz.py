"""A short run of the fuzzer with every test run; `python -m tests.fuzz` runs for hours."""

import random

import pytest

from tests.fuzz.mutation import mutated
from tests.fuzz.seeds import HTML, MARKDOWN
from tests.fuzz.target import try_input


@pytest.mark.parametrize(("suffix", "seeds"), [(".html", HTML), (".md", MARKDOWN)])
def test_any_mutation_of_a_page_is_read_or_refused(suffix: str, seeds: tuple[bytes, ...]) -> None:
    """No exception but a refusal, the same result twice; most are still pages."""
    dice = random.Random(7)  # noqa: S311 (no secret)
    pages = sum(try_input(mutated(seeds, dice), suffix) for _ in range(200))
    assert pages > 100
