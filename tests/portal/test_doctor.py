"""`python -m portal doctor` says in plain words what is wrong and what to type."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from portal.doctor import doubts, main
from portal.settings import Settings
from tests.support.library import live_folder
from tests.support.portal import build_library, clinic_pages

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def settings(clinic: Path) -> Settings:
    """Return settings under which nothing is wrong."""
    return Settings(library=clinic, port=0)


def wrong(settings: Settings, capsys: Captured) -> str:
    """Return what the doctor says is wrong, with the remedies."""
    assert main([], settings) == 1
    lines = capsys.readouterr().out.splitlines()
    return "\n".join(
        line
        for at, line in enumerate(lines)
        if line.startswith("WRONG") or lines[max(0, at - 1)].startswith("WRONG")
    )


def test_a_portal_in_order_has_nothing_wrong(settings: Settings, capsys: Captured) -> None:
    """Every check has its line, all of them fine."""
    assert main([], settings) == 0
    said = capsys.readouterr().out
    assert said.endswith("Nothing is wrong.\n")
    assert "The library opens: generation 1, 4 pages" in said
    assert "Every file of it is as it was written." in said
    assert "WRONG" not in said


def test_no_library_names_the_command(settings: Settings, tmp_path: Path, capsys: Captured) -> None:
    """The commonest trouble of all."""
    said = wrong(replace(settings, library=tmp_path), capsys)
    assert "python -m ingest" in said


def test_a_flipped_byte_is_found(settings: Settings, tmp_path: Path, capsys: Captured) -> None:
    """Also in a file that no search has touched yet."""
    build_library(tmp_path, clinic_pages())
    pack = max(
        live_folder(tmp_path).rglob("*"), key=lambda path: path.is_file() and path.stat().st_size
    )
    content = bytearray(pack.read_bytes())
    content[len(content) // 2] ^= 1
    pack.write_bytes(content)
    assert pack.name in wrong(replace(settings, library=tmp_path), capsys)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"public_address": "library.example.org"}, "write it like https://"),
        (
            {"public_address": "https://a.example", "allowed_hosts": ("b.example",)},
            "PORTAL_ALLOWED_HOSTS=b.example,a.example",
        ),
        ({"trusted_proxies": "10.0.0.0/24, nginx"}, "'nginx', which is no address"),
        ({"host": "192.0.2.1"}, "name another with PORTAL_HOST"),
        ({"look": Path("nowhere.toml")}, "nowhere.toml"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_write(
    settings: Settings, change: dict[str, object], said: str, capsys: Captured
) -> None:
    """As it would be typed."""
    assert said in wrong(replace(settings, **change), capsys)  # type: ignore[arg-type]  # by name


def test_a_taken_port_is_only_remarked_on(settings: Settings, capsys: Captured) -> None:
    """It may well be this very portal."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main([], replace(settings, port=taken.getsockname()[1])) == 0
    assert "Something listens at 127.0.0.1" in capsys.readouterr().out


def test_answering_to_any_name_on_the_open_network_is_remarked_on(
    settings: Settings, capsys: Captured
) -> None:
    """It is no fault, but few mean it."""
    main([], replace(settings, host="0.0.0.0"))  # noqa: S104  # what is remarked on
    assert "answers to any name" in capsys.readouterr().out


def test_what_is_wrong_with_settings_is_said_at_the_start_as_well(settings: Settings) -> None:
    """The portal serves all the same: what is in front of it may know better."""
    doubtful = replace(settings, public_address="library.example.org", trusted_proxies="nginx")
    assert [finding.remedy[:5] for finding in doubts(doubtful)] == ["write", "write"]
    assert doubts(settings) == ()
