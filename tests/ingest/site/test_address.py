"""Postal addresses."""

import pytest

from ingest.site.address import find_address


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (
            ["2405 West Main Street, Suite H, Russellville, Arkansas 72801, United States"],
            "2405 West Main Street, Suite H, Russellville, Arkansas 72801, United States",
        ),
        (["7173 S. Example St.", "#600-130", "Centennial, CO 80112"],
         "7173 S. Example St., #600-130, Centennial, CO 80112"),
        (["The Clinic, 12 High Street, Leeds LS1 4AP"], "12 High Street, Leeds LS1 4AP"),
        (["Hauptstraße 5", "10115 Berlin", "Germany"], "Hauptstraße 5, 10115 Berlin, Germany"),
        (["P.O. Box 8126", "Gaithersburg, MD 20898-8126"],
         "P.O. Box 8126, Gaithersburg, MD 20898-8126"),
        (["1 Broadway", "Cambridge, MA 02142", "USA"], "1 Broadway, Cambridge, MA 02142, USA"),
        (["Address: 4301 X St., Sacramento, CA 95817 Tel 555-010-0111"],
         "4301 X St., Sacramento, CA 95817"),
        (["1 Example Street, Springfield"], "1 Example Street, Springfield"),
        (["150 Metcalfe Street", "Ottawa ON K2P 1P1", "Canada"],
         "150 Metcalfe Street, Ottawa ON K2P 1P1, Canada"),
    ],
)  # fmt: skip
def test_an_address_is_a_street_and_a_post_code_or_town(lines: list[str], address: str) -> None:
    """On one line or over several; labels and numbers beside it are left off."""
    found = find_address(["Visit us", *lines, "Follow us"])
    assert found is not None
    assert found.text == address
    assert found.first == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["Copyright 2024", "All rights reserved"],
        ["Suite of services", "Call 479-967-7770"],
        ["Gaithersburg, MD 20898-8126"],
        ["Over 10000 Patients", "24 hours a day"],
        [],
    ],
)
def test_either_alone_is_no_address(lines: list[str]) -> None:
    """A post code without a street, or figures beside words, are not an address."""
    assert find_address(lines) is None
