"""How the portal is run: read once at the entry point, then only passed on.

Command-line words and an environment enter, a frozen Settings leaves. Nothing else in this package
looks at the environment.
"""

from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ENVIRONMENT = {
    "library": "PORTAL_LIBRARY",
    "host": "PORTAL_HOST",
    "port": "PORTAL_PORT",
    "workers": "PORTAL_WORKERS",
    "public_address": "PORTAL_PUBLIC_ADDRESS",
    "look": "PORTAL_LOOK",
    "allowed_hosts": "PORTAL_ALLOWED_HOSTS",
    "trusted_proxies": "PORTAL_TRUSTED_PROXIES",
    "rate": "PORTAL_RATE",
    "log_format": "PORTAL_LOG_FORMAT",
    "metrics_token": "PORTAL_METRICS_TOKEN",
    "tallies": "PORTAL_TALLIES",
    "tally_days": "PORTAL_TALLY_DAYS",
    "tally_least": "PORTAL_TALLY_LEAST",
}
"""Setting -> environment variable that gives its default."""

HIGHEST_PORT = 65535
MOST_WORKERS = 64
"""More processes than any machine this is meant for has cores."""


HIGHEST_RATE = 10_000
"""Searches a second; a limit above this is none."""

NEAR_NETWORKS = "127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7"
"""This machine and the private networks (RFC 1918, RFC 4193): where a server in front or the bridge
of a container is. Were it not believed, all visitors behind it would share one visitor's rate; a
visitor within these networks who forges a header gains no more than a rate of their own."""

MOST_TALLY_DAYS = 400
"""Days that counts may be kept: a year to compare with, and a month to do it in."""

LEAST_TALLY = 3
"""The lowest threshold: a word asked for once or twice a day may be one person's."""

LOG_FORMATS = ("text", "json")


class SettingsError(ValueError):
    """A setting has a value that cannot be used; the message names the setting."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the library is and how it is served.

    ``public_address`` is the address visitors use, without a closing slash
    ("https://library.example.org"), where a server in front changes it; None if they reach the
    portal directly. ``look`` is the file of the clinic's own look; None for the usual one.
    ``allowed_hosts`` are the names it answers to, without ports; none for any. ``trusted_proxies``
    are the servers in front, whose word on who the visitor is is taken: addresses and networks with
    commas between them. ``rate`` is how many searches a second one visitor may ask for in the long
    run, 0 for any number (`portal.limits`). ``log_format`` is one of LOG_FORMATS; ``metrics_token``
    opens /metrics, which without it does not exist. ``tallies`` is the folder for counts of words
    searched for (`portal.tallies`), None to count nothing; kept for ``tally_days``, of words asked
    for at least ``tally_least`` times in a day.
    """

    library: Path = Path("var/library")
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    public_address: str | None = None
    look: Path | None = None
    allowed_hosts: tuple[str, ...] = ()
    trusted_proxies: str = NEAR_NETWORKS
    rate: int = 20
    log_format: str = "text"
    metrics_token: str = ""
    tallies: Path | None = None
    tally_days: int = 30
    tally_least: int = 5

    def environment(self) -> dict[str, str]:
        """Return the environment variables from which `settings_from` reads these settings."""
        values = {
            "library": str(self.library.resolve()),
            "host": self.host,
            "port": str(self.port),
            "workers": str(self.workers),
            "public_address": self.public_address or "",
            "look": str(self.look.resolve()) if self.look else "",
            "allowed_hosts": ",".join(self.allowed_hosts),
            "trusted_proxies": self.trusted_proxies,
            "rate": str(self.rate),
            "log_format": self.log_format,
            "metrics_token": self.metrics_token,
            "tallies": str(self.tallies.resolve()) if self.tallies else "",
            "tally_days": str(self.tally_days),
            "tally_least": str(self.tally_least),
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
        allowed_hosts=_names(given["allowed_hosts"]),
        trusted_proxies=given["trusted_proxies"] or default.trusted_proxies,
        rate=_number(given["rate"] or str(default.rate), ENVIRONMENT["rate"], 0, HIGHEST_RATE),
        log_format=_choice(
            given["log_format"] or default.log_format, ENVIRONMENT["log_format"], LOG_FORMATS
        ),
        metrics_token=given["metrics_token"],
        tallies=Path(given["tallies"]) if given["tallies"] else None,
        tally_days=_number(
            given["tally_days"] or str(default.tally_days),
            ENVIRONMENT["tally_days"],
            1,
            MOST_TALLY_DAYS,
        ),
        tally_least=_number(
            given["tally_least"] or str(default.tally_least),
            ENVIRONMENT["tally_least"],
            LEAST_TALLY,
            HIGHEST_RATE,
        ),
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
        return replace(
            defaults,
            library=chosen.library,
            host=chosen.host,
            port=_number(chosen.port, "--port", 0, HIGHEST_PORT),
            workers=_number(chosen.workers, "--workers", 1, MOST_WORKERS),
            look=chosen.look,
        )
    except SettingsError as error:
        parser.error(str(error))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := part.strip()))


def _choice(text: str, name: str, choices: Sequence[str]) -> str:
    if text not in choices:
        raise SettingsError(f"{name} must be one of {', '.join(choices)}, not {text!r}")
    return text


def _number(text: str, name: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{name} must be a number from {least} to {most}, not {text!r}")
    return int(text)
