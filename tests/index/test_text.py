"""Slugs and display headings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text import display_heading, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Myofascial Pain Syndrome", "myofascial-pain-syndrome"),
        ("Facial Pain & Headaches", "facial-pain-headaches"),
        ("Sjögren's Syndrome", "sjogrens-syndrome"),
        ("  Kypho & Vertebroplasty  ", "kypho-vertebroplasty"),
        ("N\u00a0Block", "n-block"),
        ("", "untitled"),
    ],
)
def test_slugs_are_lower_case_words_and_hyphens(text: str, slug: str) -> None:
    """A slug keeps the words of the text and nothing else."""
    assert slugify(text) == slug


def test_texts_in_other_scripts_get_different_slugs() -> None:
    """Two names without a Latin letter do not share a slug."""
    assert slugify("боль") != slugify("сон")


@given(st.text())
def test_any_text_has_a_slug_that_is_safe_in_a_path(text: str) -> None:
    """Whatever the text, the slug is not empty, has no slash and no dot."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slugify(text))


@given(st.text())
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    """Slugs are stable under slugify, so a slug in a URL can be compared as it is."""
    assert slugify(slugify(text)) == slugify(text)


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("1. Medications", "Medications"),
        ("2) Physical Therapy", "Physical Therapy"),
        ("1.2. Exercise", "Exercise"),
        ("2.1 Diabetes", "Diabetes"),
        ("2.5 mg a day", "2.5 mg a day"),
        ("iv. Surgery", "Surgery"),
        ("For Fibromyalgia:", "For Fibromyalgia"),
        ("Causes", "Causes"),
        ("5.", "5."),
        ("A 10-day course", "A 10-day course"),
    ],
)
def test_display_headings_drop_numbering_and_closing_colon(heading: str, shown: str) -> None:
    """Breadcrumbs show what a heading says, not how it is numbered."""
    assert display_heading(heading) == shown
