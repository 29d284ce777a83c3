"""One library for all tests of the portal that only read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.support.portal import build_library, clinic_pages, portal_over


@pytest.fixture(scope="session")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the small clinic's library."""
    folder = tmp_path_factory.mktemp("portal") / "library"
    build_library(folder, clinic_pages())
    return folder


@pytest.fixture(scope="session")
def client(clinic: Path) -> Iterator[TestClient]:
    """Return a client of the portal over the small clinic's library."""
    with portal_over(clinic) as open_client:
        yield open_client
