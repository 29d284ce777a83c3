"""What kind of writing a page is says nothing of what it is about."""

import pytest

from ingest.publications import is_series_title, without_publication


@pytest.mark.parametrize(
    ("title", "is_series"),
    [
        ("Patient information", True),
        ("Advice and information for patients", True),
        ("Health Topics A to Z", True),
        ("All leaflets", True),
        ("Gout information", False),
        ("Patients and visitors", False),
        ("Exercise advice", False),
        ("", False),
    ],
)
def test_titles_of_series(title: str, is_series: bool) -> None:
    """They say only what a writing is and for whom, and a word for a writing is in them."""
    assert is_series_title(title) is is_series


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Shingles information", "Shingles"),
        ("Hip pain patient information leaflet", "Hip pain"),
        ("A guide to information", "A guide to information"),
        ("Leaflet", "Leaflet"),
        ("", ""),
    ],
)
def test_words_that_close_a_name(name: str, kept: str) -> None:
    """They are left out, unless nothing would remain or a small word leads to them."""
    assert without_publication(name) == kept
