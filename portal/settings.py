"""How the portal is run: read once at the entry point, then only passed on.

Command-line words and an environment enter, a frozen Settings leaves. Nothing else in this package
looks at the environment.
"""

from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = {
    "library": "PORTAL_LIBRARY",
    "host": "PORTAL_HOST",
    "port": "PORTAL_PORT",
    "workers": "PORTAL_WORKERS",
    "public_address": "PORTAL_PUBLIC_ADDRESS",
    "look": "PORTAL_LOOK",
}
"""Setting -> environment variable that gives its default."""

HIGHEST_PORT = 65535
MOST_WORKERS = 64
"""More processes than any machine this is meant for has cores."""


class SettingsError(ValueError):
    """A setting has a value that cannot be used; the message names the setting."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the library is and how it is served.

    ``public_address`` is the address visitors use, without a closing slash
    ("https://library.example.org"), where a server in front changes it; None if they reach the
    portal directly. ``look`` is the file of the clinic's own look; None for the usual one.
    """

    library: Path = Path("var/library")
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    public_address: str | None = None
    look: Path | None = None

    def environment(self) -> dict[str, str]:
        """Return the environment variables from which `settings_from` reads these settings."""
        values = {
            "library": str(self.library.resolve()),
            "host": self.host,
            "port": str(self.port),
            "workers": str(self.workers),
            "public_address": self.public_address or "",
            "look": str(self.look.resolve()) if self.look else "",
        }
        return {ENVIRONMENT[name]: value for name, value in values.items()}


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Return the settings that ``environment`` gives; an empty variable counts as absent.

    Raises:
        SettingsError: a variable holds something that cannot be used.
    """
    given = {name: environment.get(variable, "") for name, variable in ENVIRONMENT.items()}
    default = Settings()
    return Settings(
        library=Path(given["library"] or default.library),
        host=given["host"] or default.host,
        port=_number(given["port"] or str(default.port), ENVIRONMENT["port"], 0, HIGHEST_PORT),
        workers=_number(
            given["workers"] or str(default.workers), ENVIRONMENT["workers"], 1, MOST_WORKERS
        ),
        public_address=given["public_address"].rstrip("/") or None,
        look=Path(given["look"]) if given["look"] else None,
    )


def parse_arguments(words: Sequence[str], defaults: Settings) -> Settings:
    """Return ``defaults`` with what the command line says instead; exits with 2 on wrong use."""
    parser = ArgumentParser(
        prog="python -m portal",
        description="Serve the library that `python -m ingest` built.",
        epilog="Defaults may come from the environment: " + ", ".join(ENVIRONMENT.values()) + ".",
    )
    parser.add_argument(
        "--library", type=Path, default=defaults.library, metavar="DIR", help="the library folder"
    )
    parser.add_argument(
        "--host", default=defaults.host, metavar="H", help="the address to listen on"
    )
    parser.add_argument(
        "--port", default=str(defaults.port), metavar="N", help="the port to listen on"
    )
    parser.add_argument(
        "--workers", default=str(defaults.workers), metavar="N", help="how many processes serve"
    )
    parser.add_argument(
        "--look",
        type=Path,
        default=defaults.look,
        metavar="FILE",
        help="the clinic's name, logo and colour (default: portal.toml, if it is there)",
    )
    chosen = parser.parse_args(words)
    try:
        return Settings(
            library=chosen.library,
            host=chosen.host,
            port=_number(chosen.port, "--port", 0, HIGHEST_PORT),
            workers=_number(chosen.workers, "--workers", 1, MOST_WORKERS),
            public_address=defaults.public_address,
            look=chosen.look,
        )
    except SettingsError as error:
        parser.error(str(error))


def _number(text: str, name: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{name} must be a number from {least} to {most}, not {text!r}")
    return int(text)
