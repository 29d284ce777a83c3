"""Settings: from the environment, overridden by the command line, refused in one clear line."""

from pathlib import Path

import pytest

from portal.settings import Settings, SettingsError, parse_arguments, settings_from


def test_without_anything_the_defaults_hold() -> None:
    """The portal serves var/library on the loopback interface."""
    assert settings_from({}) == Settings(Path("var/library"), "127.0.0.1", 8000, 1, None)


def test_the_environment_gives_defaults_and_the_command_line_wins() -> None:
    """What is typed is what is meant."""
    environment = {"PORTAL_PORT": "9000", "PORTAL_HOST": "::", "PORTAL_WORKERS": ""}
    defaults = settings_from(environment)
    assert (defaults.host, defaults.port, defaults.workers) == ("::", 9000, 1)
    chosen = parse_arguments(["--port", "9001", "--library", "x"], defaults)
    assert (chosen.host, chosen.port, chosen.library) == ("::", 9001, Path("x"))


def test_settings_survive_the_way_to_a_worker_process(tmp_path: Path) -> None:
    """Workers learn their settings from the environment, and read what was set."""
    settings = Settings(tmp_path, "::1", 0, 3, "https://library.example.org")
    assert settings_from(settings.environment()) == settings


@pytest.mark.parametrize("value", ["x", "-1", "65536", "1.5", "٣x"])
def test_a_wrong_variable_is_named(value: str) -> None:
    """The message names the variable and what it takes."""
    with pytest.raises(SettingsError, match="PORTAL_PORT must be a number from 0 to 65535"):
        settings_from({"PORTAL_PORT": value})


def test_a_wrong_option_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2 and one line that names the option."""
    with pytest.raises(SystemExit) as stopped:
        parse_arguments(["--workers", "0"], Settings())
    assert stopped.value.code == 2
    assert "--workers must be a number from 1 to 64, not '0'" in capsys.readouterr().err
