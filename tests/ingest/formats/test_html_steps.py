"""Steps whose numbers stand in blocks of their own."""

import pytest

from tests.ingest.formats.html_pages import content


def steps(*numbers: str) -> str:
    """Return a step with each of the numbers above its heading."""
    step = '<div class="step"><div class="num">{0}</div><h3>Part {0}</h3><p>Hold still.</p></div>'
    return "".join(step.format(number) for number in numbers)


@pytest.mark.parametrize("form", ["{}", "{}.", "Step {}"])
def test_a_number_above_a_heading_is_the_heading_s(form: str) -> None:
    """It counts up from one over the steps, and is read with what it numbers."""
    first, second = form.format(1), form.format(2)
    assert content(steps(first, second)) == [
        ("h3", f"{first} Part {first}"),
        "Hold still.",
        ("h3", f"{second} Part {second}"),
        "Hold still.",
    ]


@pytest.mark.parametrize("numbers", [("1",), ("3", "7")])
def test_numbers_that_do_not_count_are_text(numbers: tuple[str, ...]) -> None:
    """A figure may be a dose, a price or a rating."""
    assert content(steps(*numbers))[:2] == [numbers[0], ("h3", f"Part {numbers[0]}")]
