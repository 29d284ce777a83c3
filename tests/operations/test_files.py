"""Units, proxies and the image are what their own programs accept, and name options that exist."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.options import command_line as ingest_command_line
from portal.settings import ENVIRONMENT

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "operations"
GUIDE = ROOT / "docs" / "operations.md"
UNITS = sorted([*FOLDER.glob("*.service"), *FOLDER.glob("*.timer")])
INSTALLED_PYTHON = "/opt/clinic-library/.venv/bin/python"
SECONDS = 60


def program(name: str) -> str:
    """Return the path of a program, or skip the test."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return found


def accepted(command: Sequence[str | Path]) -> str:
    """Return what ``command`` says; fail if it is not content."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    """Without a word of complaint; the program's place is that of this Python, which exists."""
    analyze = program("systemd-analyze")
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace(INSTALLED_PYTHON, sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    said = accepted([analyze, "verify", "--man=no", *sorted(tmp_path.iterdir())])
    assert "clinic-" not in said


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_services_are_fenced_in(unit: Path) -> None:
    """Each runs as a user of its own that may write its library and nothing else."""
    text = unit.read_text(encoding="utf-8")
    if unit.suffix == ".timer":
        return
    for setting in (
        "User=clinic-library",
        "ProtectSystem=strict",
        "NoNewPrivileges=true",
        "MemoryMax=",
    ):
        assert setting in text


def test_commands_in_the_units_exist() -> None:
    """``python -m ingest`` and its options, as the parser knows them."""
    commands = [
        line.split(f"{INSTALLED_PYTHON} -m ", 1)[1].split()
        for unit in UNITS
        for line in unit.read_text(encoding="utf-8").splitlines()
        if line.startswith("ExecStart=")
    ]
    assert sorted(command[0] for command in commands) == ["ingest", "ingest", "portal"]
    for command in commands:
        if command[0] == "ingest":
            ingest_command_line().parse_args(command[1:])


def test_nginx_accepts_its_file(tmp_path: Path) -> None:
    """Within a configuration as Debian ships it, with a certificate made for the occasion."""
    nginx, openssl = program("nginx"), program("openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    accepted(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
         "/CN=library.example.org", "-keyout", key, "-out", certificate]
    )  # fmt: skip
    site = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    site = re.sub(r"ssl_certificate /\S+;", f"ssl_certificate {certificate};", site)
    site = re.sub(r"ssl_certificate_key /\S+;", f"ssl_certificate_key {key};", site)
    site = re.sub(r"error_log /\S+", f"error_log {tmp_path}/error.log", site)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {tmp_path}/{kind};\n" for kind in kinds)
    whole = tmp_path / "nginx.conf"
    whole.write_text(
        f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\n{places}{site}\n}}\n", encoding="utf-8"
    )
    accepted([nginx, "-t", "-e", tmp_path / "start.log", "-c", whole])


def test_caddy_accepts_its_file() -> None:
    """Every directive is one that it knows, and the file is laid out as it would lay it out."""
    caddy = program("caddy")
    file = FOLDER / "Caddyfile"
    accepted([caddy, "adapt", "--config", file, "--adapter", "caddyfile", "--validate"])
    assert "not formatted" not in accepted([caddy, "validate", "--config", file, "--adapter",
                                            "caddyfile"])  # fmt: skip


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_proxies_keep_no_record_of_visitors(name: str) -> None:
    """No access log; nginx has to be told so, Caddy writes one only if told."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert "log_format" not in text
    assert ("access_log off;" in text) if name == "nginx.conf" else ("\tlog" not in text)


def test_the_image_sets_what_the_portal_reads() -> None:
    """Every PORTAL_ variable is one of its settings; the image runs as no superuser."""
    text = (FOLDER / "Containerfile").read_text(encoding="utf-8")
    assert set(re.findall(r"\bPORTAL_[A-Z_]+", text)) <= set(ENVIRONMENT.values())
    assert "\nUSER 10001\n" in text  # by number: clusters refuse a name, which might be root


def test_the_guide_names_every_file_and_only_settings_that_exist() -> None:
    """Nobody looks for a file that is not there."""
    text = GUIDE.read_text(encoding="utf-8")
    for file in FOLDER.iterdir():
        assert f"operations/{file.name}" in text, file.name
    assert set(re.findall(r"\bPORTAL_[A-Z_]+", text)) <= set(ENVIRONMENT.values())
    options = set(re.findall(r"-m ingest[^`\n]*?(--[a-z-]+)", text))
    assert options <= set(re.findall(r"(--[a-z-]+)", ingest_command_line().format_help()))
