"""Telephone and fax numbers, web domain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.site.contact import find_numbers
from ingest.site.domain import find_domain


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Call 479-967-7770 for spine and joint pain management.", "479-967-7770"),
        ("(555) 010-0199", "(555) 010-0199"),
        ("800.555.0123", "800.555.0123"),
        ("1 (702) 555-0153", "1 (702) 555-0153"),
        ("Call us on 0300 555 0122", "0300 555 0122"),
        ("Tel. +44 20 7946 0018", "+44 20 7946 0018"),
        ("T 555-010-0122", "555-010-0122"),
        ("Phone: 555-0122", "555-0122"),
        ("Appointments: 479-967-7770 ext. 12", "479-967-7770 ext. 12"),
    ],
)
def test_a_phone_number_is_kept_as_written(line: str, phone: str) -> None:
    """The shape of a North American number, a plus sign or a label makes a number a phone."""
    assert find_numbers([line]).phones == (phone,)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2019-2025",
        "2405 West Main Street, Suite H, Russellville, Arkansas 72801-4310",
        "Page last reviewed 2024-03-12",
        "Licence 1234567890",
        "Get 10% off, only $1,299.00",
        "In an emergency call 911",
        "08:30 am – 04:30 pm",
    ],
)
def test_other_figures_are_no_phone_numbers(line: str) -> None:
    """Years, post codes, dates, licences, prices and times stay what they are."""
    assert find_numbers([line]).phones == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["Tel: 479-967-7770 Fax: 479-967-7772"],
        ["T 479-967-7770", "F 479-967-7772"],
        ["ph. 479-967-7770", "fx. 479-967-7772"],
        ["Phone", "479-967-7770", "Fax", "479-967-7772"],
        ["479-967-7770", "479-967-7772 (fax)"],
        ["Call 479-967-7772 or 479-967-7770", "Fax: (479) 967-7772"],
    ],
)
def test_a_fax_number_is_never_among_the_phones(lines: list[str]) -> None:
    """Labelled before or after, on its line or above; and then wherever it stands."""
    numbers = find_numbers(lines)
    assert numbers.phones == ("479-967-7770",)
    assert numbers.fax is not None
    assert numbers.fax.endswith("967-7772")


def test_one_number_in_two_spellings_is_one_number() -> None:
    """The first spelling is kept."""
    assert find_numbers(["(479) 967-7770", "Call 1-479-967-7770"]).phones == ("(479) 967-7770",)


def test_a_number_for_both_is_a_phone_number() -> None:
    """A line "Phone/Fax" is answered by people."""
    assert find_numbers(["Phone/Fax: 479-967-7770"]).phones == ("479-967-7770",)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_lines_give_numbers_without_failing(lines: list[str]) -> None:
    """Whatever stands there, phones are parts of it, each once, and none is the fax."""
    numbers = find_numbers(lines)
    assert len(set(numbers.phones)) == len(numbers.phones)
    assert numbers.fax not in numbers.phones


@pytest.mark.parametrize(
    ("lines", "domain"),
    [
        (["ioipm.com"], "ioipm.com"),
        (["ioipm.comioipm.comioipm.com"], "ioipm.com"),
        (["Copyright © 2025 ioipm.com - All Rights Reserved."], "ioipm.com"),
        (["Write to front-desk@Example-Clinic.org"], "example-clinic.org"),
        (["See https://www.example-clinic.co.uk/contact"], "example-clinic.co.uk"),
        (["facebook.com", "me@gmail.com"], None),
        (["Read main.rs and settings.py", "Sun 9 a.m. to 5 p.m."], None),
        ([], None),
    ],
)
def test_the_domain_is_the_one_meant_as_an_address(lines: list[str], domain: str | None) -> None:
    """Networks, mail providers, files and times are not the clinic's own domain."""
    assert find_domain(lines) == domain
