"""What the line model is trained on: folds that part no site, variants that keep their labels."""

import random

import numpy as np
import pytest

from benchmarks.line_model.figures import figures
from benchmarks.line_model.folds import fold_numbers
from benchmarks.line_model.pages import LabelledPage, same_title
from benchmarks.line_model.styles import USUAL
from benchmarks.line_model.variants import vary
from ingest.formats.text.regions import Reading
from ingest.formats.text.splitting import split_lines
from ingest.formats.text.words import take_apart
from tests.ingest.formats.text import layouts


@pytest.fixture
def page() -> LabelledPage:
    """Return a labelled page: a menu, five sections, a footer."""
    lines = split_lines(layouts.LAYOUTS["menu of bullets"], "page.txt")
    texts = [line.text for line in lines]
    inside = {layouts.TITLE, *layouts.headings(), *layouts.content()}
    return LabelledPage(
        page="made-up",
        site="example.org",
        split="dev",
        dialect="resiliparse",
        title=layouts.TITLE,
        lines=lines,
        text=take_apart(lines),
        content=np.array([text in inside for text in texts]),
        heading=np.array([text in {layouts.TITLE, *layouts.headings()} for text in texts]),
        levels=np.array([2 * (text in {layouts.TITLE, *layouts.headings()}) for text in texts]),
        titles=np.array([text == layouts.TITLE for text in texts]),
        main_text=" ".join(text for text in texts if text in inside),
    )


def seeded(seed: int) -> random.Random:
    """Return a generator of the choices that a variant is made by."""
    return random.Random(seed)  # noqa: S311 (rewriting pages, not secrets)


def readings(page: LabelledPage) -> list[Reading]:
    """Return the readings that the labels ask for."""
    return [
        Reading.FURNITURE if not content else Reading.HEADING if heading else Reading.BODY
        for content, heading in zip(page.content, page.heading, strict=True)
    ]


def test_a_site_is_never_parted() -> None:
    """Pages of one site are all in one fold, and every fold has pages."""
    sites = [f"site-{number % 20}.org" for number in range(100)]
    folds = fold_numbers(sites, 5, seed=1)
    assert len(set(zip(sites, folds, strict=True))) == 20
    assert set(folds) == set(range(5))


@pytest.mark.parametrize("seed", range(60))
def test_a_variant_keeps_its_labels(page: LabelledPage, seed: int) -> None:
    """Each line of a rewritten page has its labels, and furniture never becomes content."""
    varied = vary(page, seeded(seed))
    count = len(varied.lines)
    assert count == len(varied.content) == len(varied.heading) == len(varied.titles)
    furniture = {line.text for line, kept in zip(page.lines, page.content, strict=True) if not kept}
    shown = {line.text for line, kept in zip(varied.lines, varied.content, strict=True) if kept}
    assert not furniture & shown
    headed = {
        line.text.rstrip(":").casefold()
        for line, heading, kept in zip(varied.lines, varied.heading, varied.content, strict=True)
        if heading and kept
    }
    known = (layouts.TITLE, *layouts.headings(), *USUAL)
    assert headed <= {text.rstrip(":").casefold() for text in known}


def test_the_same_seed_gives_the_same_variant(page: LabelledPage) -> None:
    """Training is repeatable."""
    first, second = vary(page, seeded(4)), vary(page, seeded(4))
    assert first.lines == second.lines


def test_perfect_readings_have_perfect_figures(page: LabelledPage) -> None:
    """What the labels ask for scores one throughout."""
    result = figures([(page, readings(page))])
    assert (result.heading_micro, result.heading_macro, result.content_f1) == (1.0, 1.0, 1.0)


def test_figures_fall_with_each_mistake(page: LabelledPage) -> None:
    """A missed heading costs recall, a false one precision, furniture in the content its share."""
    right = readings(page)
    missed = [
        Reading.BODY if line.text == "Causes" else r
        for line, r in zip(page.lines, right, strict=True)
    ]
    false = [
        Reading.HEADING if line.text == "Home" else r
        for line, r in zip(page.lines, right, strict=True)
    ]
    assert figures([(page, missed)]).heading_recall == pytest.approx(4 / 5)
    assert figures([(page, false)]).heading_precision == pytest.approx(5 / 6)
    assert figures([(page, false)]).content_precision < 1


def test_a_title_is_the_same_in_other_words_order() -> None:
    """Four words in five shared make the same title."""
    assert same_title(
        ["understanding", "neck", "pain", "and", "stiffness"], "Neck Pain and Stiffness"
    )
    assert not same_title(["neck", "pain"], "Back Pain")
    assert not same_title(["neck"], "")
