"""The built wheel, installed into a fresh environment, does what the checkout does."""

import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.server import fetch, running_portal

ROOT = Path(__file__).parent.parent
NO_NETWORK = ("NewConnectionError", "Name or service not known", "Temporary failure in name")

PAGE = """Tennis Elbow

Causes

Repeated gripping strains the tendons of the forearm.
"""

pytestmark = [pytest.mark.wheel, pytest.mark.slow]


def run(command: Sequence[str | Path], folder: Path) -> str:
    """Run ``command`` in ``folder`` and return what it printed; skip where there is no network."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    printed = done.stdout + done.stderr
    if done.returncode and any(sign in printed for sign in NO_NETWORK):
        pytest.skip("no package index can be reached to install the wheel's dependencies from")
    assert done.returncode == 0, printed
    return printed


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of a fresh environment that holds only the built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    run([*build, ROOT], folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "environment", with_pip=True)
    python = folder / "environment/bin/python"
    run([python, "-m", "pip", "install", "--quiet", wheel], folder)
    return python


def test_the_wheel_ingests_and_serves_with_templates_and_styles(
    installed: Path, tmp_path: Path
) -> None:
    """Away from the checkout, a page is read, found, shown and styled."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/tennis-elbow.txt").write_text(PAGE, encoding="utf-8")
    run([installed, "-m", "ingest", "raw", "--library", "library"], tmp_path)
    with running_portal(str(installed), tmp_path / "library", folder=tmp_path) as address:
        assert "strains the tendons" in fetch(f"{address}/topics/tennis-elbow")
        results = fetch(f"{address}/search?q=gripping")
        assert "<mark>gripping</mark>" in results
        stylesheet = results.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
        assert "color" in fetch(address + stylesheet)
