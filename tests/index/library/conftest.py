"""What every test of the library on disk starts from: a folder that does not exist yet."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a library to be."""
    return tmp_path / "library"
