"""Pieces of pages that are kept are what their macros make, for every value told apart."""

from jinja2 import Environment
from markupsafe import Markup

from portal import fragments
from portal.facets import FacetChoice, FacetView
from portal.fragments import Fragments

MACROS = Environment(autoescape=True).from_string(
    "{% macro begin(facet, value, label, form, selected, empty) %}"
    "<{{ facet }} {{ value }} {{ label }} {{ form }} {{ selected }} {{ empty }}>"
    "{% endmacro %}"
    "{% macro end(count, url='', label='') %}[{{ count }} {{ url }} {{ label }}]{% endmacro %}"
)


def rows(*values: FacetChoice, narrowed: bool = False) -> Markup:
    """Return the rows of ``values`` as the macros above write them."""
    macros, facet = MACROS.module, FacetView("aspect", "Subject", values, (), narrowed)
    return Fragments().rows(values, macros.begin, macros.end, facet, "f")  # type: ignore[attr-defined]  # macros


def choice(value: str, count: int, *, selected: bool = False) -> FacetChoice:
    """Return a value whose label has what HTML must escape, and whose address is its name."""
    return FacetChoice(value, f"<{value}>", count, selected, lambda one: f"/{one}")


def test_a_piece_is_escaped_as_its_macro_escapes_and_made_once() -> None:
    """What visitors or pages say stays text; the second time nothing is made anew."""
    made = []

    def macro(text: str) -> Markup:
        made.append(text)
        return Markup("<b>{}</b>").format(text)

    kept = Fragments()
    assert [kept.of(macro, "<i>"), kept.of(macro, "<i>")] == [Markup("<b>&lt;i&gt;</b>")] * 2
    assert made == ["<i>"]


def test_rows_tell_chosen_empty_and_usual_values_apart() -> None:
    """A value that nothing has is empty, unless it is chosen and must be taken away."""
    assert rows(choice("a", 2), choice("b", 0), choice("c", 0, selected=True)) == (
        "<aspect a &lt;a&gt; f False False>[2  ]"
        "<aspect b &lt;b&gt; f False True>[0  ]"
        "<aspect c &lt;c&gt; f True False>[0  ]"
    )


def test_beside_a_chosen_value_each_other_that_finds_something_has_a_way_to_it_alone() -> None:
    """The address is of this search, so it is never a kept one."""
    found = rows(choice("a", 2), choice("b", 0), choice("c", 1, selected=True), narrowed=True)
    assert "[2 /a &lt;a&gt;]" in found
    assert "[0  ]" in found
    assert "[1  ]" in found


def test_no_more_pieces_are_kept_than_there_is_room_for() -> None:
    """Whoever invents values makes others be written anew, and nothing else."""
    made = []

    def macro(number: int) -> Markup:
        made.append(number)
        return Markup("{}").format(number)

    kept = Fragments()
    for number in (*range(fragments.MOST_FRAGMENTS + 1), 0):
        kept.of(macro, number)
    assert made.count(0) == 2
