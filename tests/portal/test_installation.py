"""A program of which a file is missing or broken says so before it lets anybody in."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.templating import PACKAGE
from tests.support.server import START_SECONDS

ROOT = PACKAGE.parent


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a folder with the portal and its templates, to be broken."""
    for name in ("portal", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def run(program: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run the portal that lies in ``program``."""
    command = [sys.executable, "-m", "portal", *words]
    return subprocess.run(
        command, cwd=program, capture_output=True, text=True, timeout=START_SECONDS, check=False
    )


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda folder: (folder / "portal/static/portal.css").unlink(), "portal.css is missing"),
        (lambda folder: shutil.rmtree(folder / "templates"), "there is no template in"),
        (lambda folder: (folder / "templates/base.html").unlink(), "needs base.html, which is"),
        (
            lambda folder: (folder / "templates/views/about.html").write_text("\n{% if %}"),
            "about.html, line 2: Expected an expression",
        ),
    ],
)
def test_a_program_that_is_not_whole_does_not_start(
    program: Path, damage: Callable[[Path], None], said: str
) -> None:
    """One line names the file and the command that brings it back; the doctor says the same."""
    damage(program)
    for words in ((), ("doctor",)):
        done = run(program, *words, "--library", str(program / "library"))
        told = done.stdout + done.stderr
        assert done.returncode == 1
        assert said in told
        assert f"git -C {program} checkout -- portal templates" in told
        assert "Traceback" not in told
