"""Which heading stands below which, where the page states no levels."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Heading
from ingest.outline.facts import facts_of, part_at_headings
from ingest.outline.headings import HeadingFacts, HeadingLooks
from ingest.outline.level_model import (
    decode_level_model,
    encode_level_model,
    load_level_model,
)
from ingest.outline.levels import depths
from ingest.outline.numbering import Number, number_of
from ingest.outline.standing import STANDING, Standing
from ingest.outline.tree import Node, outline
from ingest.wording import words
from tests.ingest.extracts import blocks


def depths_in(notes: str, *conditions: str) -> list[tuple[int, str]]:
    """Return the depth and text of each heading in ``notes``."""
    names = frozenset(words(condition) for condition in conditions)
    nodes = outline(blocks(notes), condition_names=names)

    def walk(below: tuple[Node, ...], depth: int) -> list[tuple[int, str]]:
        return [
            entry
            for node in below
            for entry in (
                (depth, node.heading.text if node.heading else ""),
                *walk(node.below, depth + 1),
            )
        ]

    return walk(nodes, 1)


def test_stated_levels_are_kept_and_gaps_closed() -> None:
    """Levels 2, 4, 4, 3, 2 of a format become depths without the skipped ones."""
    notes = "#2 A\na\n#4 B\nb\n#4 C\nc\n#3 D\nd\n#2 E\ne"
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 2, 2, 1]


def test_a_series_of_numbers_stands_below_the_heading_before_it() -> None:
    """1., 2., 3. are siblings below what opens them; the heading after the last returns."""
    notes = "# Treatment\n# 1. Medications\na\n# 2. Exercise\nb\n# 3. Rest\nc\n# Together\nd"
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 2, 2, 1]


def test_decimal_numbers_nest() -> None:
    """2.1 stands below 2., and 3. beside it."""
    notes = "# 1. Overview\na\n# 2. Causes\nb\n# 2.1 Gout\nc\n# 2.2 Age\nd\n# 3. Tests\ne"
    assert [depth for depth, _ in depths_in(notes)] == [1, 1, 2, 2, 1]


def test_what_stands_inside_a_series_is_deeper() -> None:
    """Between "1." and "2." everything belongs to "1."."""
    notes = "# Ways\na\n# 1. Heat\nb\n# Why it helps\nc\n# How to do it\nd\n# 2. Cold\ne"
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 3, 3, 2]


def test_a_wording_that_recurs_stands_below_what_does_not() -> None:
    """ "Adults" and "Children" below Causes and again below Symptoms divide both."""
    notes = "# Origins\na\n# Adults\nb\n# Children\nc\n# Signals\nd\n# Adults\ne\n# Children\nf"
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 2, 1, 2, 2]


def test_names_of_conditions_divide_a_section_even_once() -> None:
    """A condition's name below an aspect is its part, and the next aspect returns to the top."""
    notes = "# Causes\n# Gout\na\n# Lupus\nb\n# Outlook\nc"
    expected = [(1, "Causes"), (2, "Gout"), (2, "Lupus"), (1, "Outlook")]
    assert depths_in(notes, "Gout", "Lupus") == expected


def test_conditions_told_one_after_the_other_are_chapters() -> None:
    """Each name stands above its parts, and what follows the last part stands beside the names."""
    notes = (
        "# At a glance\n# Gout\na\n# Causes of gout\nb\n# Treatment of gout\nc\n# Lupus\nd\n"
        "# Causes of lupus\ne\n# Treatment of lupus\nf\n# Can you have both?\ng"
    )
    expected = [
        (1, "At a glance"),
        (1, "Gout"),
        (2, "Causes of gout"),
        (2, "Treatment of gout"),
        (1, "Lupus"),
        (2, "Causes of lupus"),
        (2, "Treatment of lupus"),
        (1, "Can you have both?"),
    ]
    assert depths_in(notes, "Gout", "Lupus") == expected


def test_a_wording_that_recurs_with_a_changing_name() -> None:
    """ "Migraine signs" stands below "Migraine", "Tension signs" below "Tension"."""
    notes = "\n".join(
        f"# {name}\n{name} text\n# {name} signs\nmore"
        for name in ("Migraine", "Tension", "Cluster")
    )
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 1, 2, 1, 2]


def test_a_heading_with_nothing_of_its_own_is_a_parent() -> None:
    """Two headings in a row: the second stands below the first."""
    assert [depth for depth, _ in depths_in("# Ways to rest\n# Naps\na\n# Nights\nb")] == [1, 2, 2]


def test_single_treatments_stand_below_treatment_in_general() -> None:
    """Medications and surgery belong to the treatment options; diagnosis does not."""
    notes = "# Treatment options\na\n# Medications\nb\n# Surgery\nc\n# How is it diagnosed?\nd"
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 2, 1]


def test_main_parts_stand_side_by_side_at_the_top() -> None:
    """Causes and symptoms are parts of the page, whatever stands before them."""
    notes = "# At a glance\n# Categories\na\n# Symptoms\nb\n# What causes it?\nc\n# Genetics\nd"
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 1, 1, 1]


def test_questions_stand_below_what_announces_them() -> None:
    """A list of frequent questions ends with the first heading that is none."""
    notes = "# Basics\na\n# Frequently asked questions\nb\n# Can I work?\nc\n# Can I fly?\nd"
    assert [depth for depth, _ in depths_in(notes)] == [1, 1, 2, 2]


def test_a_heading_with_a_colon_belongs_to_the_one_before() -> None:
    """ "For runners:" opens a block of its section, which ends with the next plain heading."""
    assert [d for d, _ in depths_in("# Shoes\na\n# For runners:\nb\n# Socks\nc")] == [1, 2, 1]


def test_a_list_of_contents_tells_the_nesting() -> None:
    """Headings stand below each other as the list above names them, whatever they say."""
    headings = "# Ways to rest\na\n# Naps\nb\n# Nights\nc\n# Comfort\nd"
    contents = "- Ways to rest\n  - Naps\n  - Nights\n- Comfort\n"
    listed = [depth for depth, text in depths_in(contents + headings) if text]
    assert listed == [1, 2, 2, 1]
    assert [depth for depth, _ in depths_in(headings)] == [1, 1, 1, 1]


@pytest.mark.parametrize("entry", ["NAPS", "“Naps”", "– Nap", "Näps", "náp."])
def test_a_list_of_contents_may_be_written_otherwise(entry: str) -> None:
    """Case, signs, accents and plurals make no difference between an entry and its heading."""
    contents = f"- Ways to rest\n  - {entry}\n  - Nights\n- Comfort\n"
    headings = "# Ways to rest\na\n# Naps\nb\n# Nights\nc\n# Comfort\nd"
    above, headed = part_at_headings(blocks(contents + headings))
    facts = facts_of(headed, above, (), frozenset())
    assert [heading.looks.listed for heading in facts] == [1, 2, 2, 1]


def test_a_list_of_contents_may_stand_among_the_furniture() -> None:
    """Menus of a page's own sections are often read as menus of the site."""
    headings = blocks("# Ways to rest\na\n# Naps\nb\n# Comfort\nc")
    before = blocks("- Ways to rest\n  - Naps\n- Comfort")
    nodes = outline(headings, before=before)
    assert [len(node.below) for node in nodes] == [1, 0]


def test_where_nothing_tells_headings_stand_side_by_side() -> None:
    """Unlike headings with text of their own are siblings."""
    assert [depth for depth, _ in depths_in("# One\na\n# Two\nb\n# Three\nc")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("1. Medications", Number(".", (1,))),
        ("2) Exercise", Number(")", (2,))),
        ("3.2 Swimming", Number("", (3, 2))),
        ("Step 4: Breathe", Number("step", (4,))),
        ("Trend #4: Rest", Number("trend", (4,))),
        ("Type 2 diabetes", None),
        ("IV. Surgery", Number("I", (4,))),
        ("B. Heat", Number("A", (2,))),
        ("5 ways to sleep better", None),
        ("Medications", None),
    ],
)
def test_numbers_of_headings(heading: str, number: Number | None) -> None:
    """Figures with a mark, after a word such as Step, with parts, roman, letters; no counts."""
    assert number_of(heading) == number


FACTS = st.builds(
    HeadingFacts,
    key=st.sampled_from([("a",), ("b",), ("c", "d"), ("e", "d")]),
    stated=st.none() | st.integers(1, 6),
    number=st.none() | st.builds(Number, st.just("."), st.tuples(st.integers(1, 4))),
    empty=st.booleans(),
    is_name=st.booleans(),
    general=st.booleans(),
    question=st.booleans(),
    colon=st.booleans(),
    closing=st.booleans(),
    asks_questions=st.booleans(),
    looks=st.builds(
        HeadingLooks,
        words=st.integers(1, 20),
        title_case=st.booleans(),
        indent=st.integers(0, 60),
        body_words=st.integers(0, 3000),
        has_items=st.booleans(),
        opens_with_item=st.booleans(),
        listed=st.integers(0, 4),
    ),
)


@given(st.lists(FACTS, max_size=25))
def test_depths_always_make_a_tree(headings: list[HeadingFacts]) -> None:
    """The first stands at the top; none is more than one deeper than the one before."""
    result = depths(headings)
    assert len(result) == len(headings)
    assert all(depth >= 1 for depth in result)
    assert not result or result[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(result))


def test_the_model_file_is_small_and_comes_back_as_it_was_written() -> None:
    """It ships with the package, beside the code that asks it."""
    model = load_level_model()
    raw = encode_level_model(model)
    assert len(raw) < 50_000
    assert int(model.standing.features.max()) < len(STANDING)
    again = decode_level_model(raw).standing
    assert np.array_equal(again.leaves, model.standing.leaves)
    assert np.array_equal(again.borders, model.standing.borders)
    assert again.bias == model.standing.bias


def test_lines_of_a_node_span_all_below() -> None:
    """A section reaches from its heading to the last line of its last sub-section."""
    (node,) = outline(blocks("# Causes\n# 1. Age\na\n# 2. Work\nb"))
    assert isinstance(node.heading, Heading)
    assert (node.lines.first, node.lines.last) == (1, 5)


def test_what_patients_do_stands_among_the_treatments_that_go_on_after_it() -> None:
    """ "At home" is one of the treatments where others follow, else a part of its own."""
    notes = "# Treatment\na\n# At home\nb\n# In our office\nc\n# Surgery\nd\n# Prevention\ne"
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 2, 2, 1]
    alone = "# Treatment\na\n# Surgery\nb\n# What you can do\nc\n# Prevention\nd"
    assert [depth for depth, _ in depths_in(alone)] == [1, 2, 1, 1]


def test_a_heading_that_narrows_a_main_part_stands_below_it() -> None:
    """ "Symptoms in children" is of "Symptoms"; the next part is beside that again."""
    notes = (
        "# Symptoms\na\n# Symptoms in children\nb\n# Symptoms in adults\nc\n# What causes them?\nd"
    )
    assert [depth for depth, _ in depths_in(notes)] == [1, 2, 2, 1]


def test_calls_graded_by_urgency_stand_beside_each_other() -> None:
    """ "Call us the same day" and "Call 911" below the side effects that both are on."""
    notes = """\
# How to take it
- Start with one tablet at bedtime
# Side effects
# Common
- Sleepiness and dizziness
- Weight gain
# Call us the same day
- New or worse depression
- A rash with fever
# Call 911
- Slow breathing
- Blue lips"""
    assert [depth for depth, _ in depths_in(notes)] == [1, 1, 2, 2, 2]


@pytest.mark.parametrize("siblings", range(1, 60))
def test_what_all_siblings_have_in_common_is_a_whole_difference(siblings: int) -> None:
    """A question differs by one from headings that are none, however many they are."""
    headings = [HeadingFacts(key=("a",))] * siblings + [HeadingFacts(key=("a",), question=True)]
    page = Standing(headings, [1] * len(headings))
    for _ in headings[1:-1]:
        page.take(1)
    beside, below = page.look_ahead(1).evidence[STANDING.index("question_apart")]
    assert (beside, below) == (1, 1)


@given(st.lists(st.tuples(FACTS, st.integers(1, 3)), min_size=1, max_size=40))
def test_headings_weighed_together_stand_as_those_weighed_one_by_one(
    page: list[tuple[HeadingFacts, int]],
) -> None:
    """Looking ahead changes no level, whether or not the rules were right about those between."""
    headings, ruled = [heading for heading, _ in page], [depth for _, depth in page]
    model, standing, result = load_level_model(), Standing(headings, ruled), [1]
    for _ in headings[1:]:
        result.append(int(model.standing.weigh(standing.look_ahead(1).evidence).argmax()) + 1)
        standing.take(result[-1])
    assert model.depths(headings, ruled) == tuple(result)
