"""The organisation's name."""

import pytest

from ingest.site.address import find_address
from ingest.site.domain import find_domain
from ingest.site.name import find_name

NAME = "Institute of Interventional Pain Management"
ADDRESS = "2405 West Main Street, Suite H, Russellville, Arkansas 72801"


def named(*lines: str) -> str | None:
    """Return the name found in ``lines``."""
    return find_name(lines, find_address(lines), find_domain(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["We are here to help.", NAME, ADDRESS],
        [f"{NAME}, {ADDRESS}"],
        [f"© 2025 {NAME}. All rights reserved."],
        [f"Copyright {NAME} 2019-2025"],
        [NAME, "ioipm.com"],
    ],
)
def test_each_cue_finds_the_name(lines: list[str]) -> None:
    """The line above the address, the holder of the copyright, the initials in the domain."""
    assert named("Contact Us", *lines, "Follow us on Facebook") == NAME


def test_a_domain_that_runs_the_name_together_points_to_it() -> None:
    """The first line that spells the domain."""
    assert named("Menu", "Oak Street Dental", "info@oakstreetdental.com") == "Oak Street Dental"


@pytest.mark.parametrize(
    "lines",
    [
        ["Contact Us", ADDRESS],
        ["Find us here", ADDRESS],
        ["© 2025 ioipm.com - All Rights Reserved."],
        ["Copyright Policy", "Privacy Policy"],
        ["Conditions We Treat", "Opioid Management"],
        [],
    ],
)
def test_without_a_cue_there_is_no_name(lines: list[str]) -> None:
    """A label above the address, a bare domain or a menu entry is not called the name."""
    assert named(*lines) is None
