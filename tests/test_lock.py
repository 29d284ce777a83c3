"""What is installed is pinned: every dependency is in a lock, by version and hash."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(name: str) -> dict[str, str]:
    """Return package -> version of a lock."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonicalize_name(package): version for package, version in _PINNED.findall(text)}


def wanted() -> list[tuple[str, str]]:
    """Return lock and requirement, for all that a lock must hold."""
    values = project()
    extras = values["project"]["optional-dependencies"]
    groups = values["dependency-groups"]
    run = [*values["project"]["dependencies"], *groups["build"]]
    test = [*run, *groups["test"], *(one for extra in extras.values() for one in extra)]
    return [
        *(("requirements.lock", one) for one in run),
        *(("requirements-test.lock", one) for one in test),
    ]


@pytest.mark.parametrize(("lock", "requirement"), wanted())
def test_the_lock_has_what_the_project_asks_for(lock: str, requirement: str) -> None:
    """Where this fails, pyproject.toml has changed since: run make lock."""
    asked = Requirement(requirement)
    pinned = pins(lock).get(canonicalize_name(asked.name))
    assert pinned is not None, f"{asked.name} is not in {lock}; run: make lock"
    assert asked.specifier.contains(pinned, prereleases=True), f"{lock} is old; run: make lock"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_pin_has_a_hash(lock: str) -> None:
    """So that no other file of that name and version is ever installed."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert len(entries) > 10
    for entry in entries:
        assert _PINNED.match(entry), entry
        assert "--hash=sha256:" in entry, entry


def test_tests_run_on_what_is_served() -> None:
    """Both locks have the same versions of all that runs."""
    tested = pins("requirements-test.lock")
    assert {name: tested.get(name) for name in pins("requirements.lock")} == pins(
        "requirements.lock"
    )
