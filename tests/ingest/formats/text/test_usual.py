"""How much of a line is a wording that sections of health pages usually have."""

import pytest

from ingest.formats.text.usual import usual_share


@pytest.mark.parametrize(
    "line", ["Symptoms", "CAUSES:", "Causes and risk factors", "How is it diagnosed?", "Outlook"]
)
def test_usual_headings_are_nothing_else(line: str) -> None:
    """Case, colons, question words and connecting words make no difference."""
    assert usual_share(line) == 1.0


@pytest.mark.parametrize("line", ["Opening hours", "Privacy policy", "", "Plantar Fasciitis"])
def test_other_lines_have_nothing_of_them(line: str) -> None:
    """Menus, footers and names are no wording of a section."""
    assert usual_share(line) == 0.0


def test_a_name_beside_one_halves_it() -> None:
    """ "Knee surgery" names a thing as much as a part of a page."""
    assert usual_share("Knee surgery") == 0.5
