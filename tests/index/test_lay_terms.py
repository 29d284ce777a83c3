"""The list of everyday words is in order: tests of the data itself."""

import tomllib
from collections import Counter
from importlib.resources import files

from index.lay_terms import lay_terms
from index.words import surfaces_of


def test_every_line_says_something_once() -> None:
    """A line has two terms at least, none of them twice, none without a word."""
    for line in lay_terms():
        folded = [" ".join(surfaces_of(term)) for term in line.terms]
        assert all(folded), line
        assert len(folded) > 1, line
        assert len(set(folded)) == len(folded), line


def test_no_term_stands_on_two_lines_of_those_that_mean_the_same() -> None:
    """What stood on two would make their terms the same as well, in one direction."""
    mutual = Counter(
        " ".join(surfaces_of(term))
        for line in lay_terms()
        if not line.one_way
        for term in line.terms
    )
    assert [term for term, count in mutual.items() if count > 1] == []


CLASSES = {"nsaid", "opioid", "triptan", "anticonvulsant", "antidepressant", "steroid", "medicine"}


def test_a_brand_leads_to_substances_alone() -> None:
    """None of the brands leads to another brand, or to a class of medicines."""
    text = files("index").joinpath("data/lay_terms.toml").read_text(encoding="utf-8")
    brands = tomllib.loads(text)["brands"]
    assert brands["tegretol"] == ["carbamazepine"]
    substances = {substance for others in brands.values() for substance in others}
    assert substances.isdisjoint(brands)
    assert substances.isdisjoint(CLASSES)
