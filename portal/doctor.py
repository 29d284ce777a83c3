"""``python -m portal doctor``: what is wrong with the portal, in plain words, and what to type.

Settings enter, a line a check leaves. Nothing is changed, nothing is sent anywhere.
"""

import errno
import shutil
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from importlib.metadata import packages_distributions
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from index.errors import LibraryError
from index.library import Generation, LibraryReader, verify
from index.query import Query
from portal.look import read_look
from portal.settings import Settings, SettingsError
from portal.templating import InstallationError, Templates

OLD_DAYS = 31
"""After which a library is remarked on: staff who ingest by a timer do so daily or weekly."""

ROOM = 2.0
"""Free space asked for, in sizes of the library: the next generation is built beside this one, and
the one before is kept."""

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Verdict(Enum):
    """How bad a finding is."""

    FINE = "ok"
    REMARK = "note"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has found, and what to do about it ("" for nothing)."""

    verdict: Verdict
    text: str
    remedy: str = ""


def main(words: Sequence[str], defaults: Settings) -> int:
    """Print what every check finds; return 1 if anything is wrong, else 0."""
    parser = ArgumentParser(
        prog="python -m portal doctor",
        description="Say in plain words what is wrong with the portal, and what to type.",
    )
    parser.add_argument(
        "--library", type=Path, default=defaults.library, metavar="DIR", help="the library folder"
    )
    settings = replace(defaults, library=parser.parse_args(words).library)
    found = [finding for check in CHECKS for finding in check(settings)]
    for finding in found:
        print(f"{finding.verdict.value:6}{finding.text}")  # noqa: T201  # the command's output
        if finding.remedy:
            print(f"      → {finding.remedy}")  # noqa: T201  # the command's output
    wrong = sum(finding.verdict is Verdict.WRONG for finding in found)
    print(_sum(wrong))  # noqa: T201  # the command's output
    return 1 if wrong else 0


def _sum(wrong: int) -> str:
    if not wrong:
        return "Nothing is wrong."
    return "1 thing is wrong." if wrong == 1 else f"{wrong} things are wrong."


def _whoosh(_settings: Settings) -> Iterator[Finding]:
    """Two distributions that install the same package overwrite each other's files."""
    names = sorted(set(packages_distributions().get("whoosh", [])))
    if len(names) == 1:
        yield Finding(Verdict.FINE, f"The search engine is {names[0]}.")
        return
    several = " and ".join(names) or "nothing"
    yield Finding(
        Verdict.WRONG,
        f"{several} install the package whoosh; it must be whoosh-reloaded alone.",
        f"{sys.executable} -m pip uninstall {' '.join(names)} && make serve",
    )


def _look(settings: Settings) -> Iterator[Finding]:
    try:
        look = read_look(settings.look)
    except SettingsError as error:
        yield Finding(Verdict.WRONG, str(error))
        return
    try:
        Templates(look).compile_all()
    except InstallationError as error:
        yield Finding(Verdict.WRONG, f"The program is not whole: {error.fault}.", error.remedy)
        return
    yield Finding(Verdict.FINE, "Every template compiles.")
    yield from (Finding(Verdict.REMARK, remark) for remark in look.remarks)


def _library(settings: Settings) -> Iterator[Finding]:
    try:
        generation = LibraryReader(settings.library).current()
    except LibraryError as error:
        text, _, remedy = str(error).partition("; run: ")
        yield Finding(Verdict.WRONG, text, remedy)
        return
    info = generation.info
    yield Finding(
        Verdict.FINE,
        f"The library opens: generation {info.number}, {info.page_count} pages, "
        f"{info.passage_count} passages.",
    )
    faults = verify(settings.library)
    yield from (Finding(Verdict.WRONG, fault) for fault in faults)
    if not faults:
        yield Finding(Verdict.FINE, "Every file of it is as it was written.")
    yield from _contents(generation, settings.library)


def _contents(generation: Generation, library: Path) -> Iterator[Finding]:
    info = generation.info
    if not info.page_count:
        yield Finding(Verdict.REMARK, "It has no pages.", "python -m ingest raw/")
    days = (datetime.now(UTC) - info.created).days
    if days > OLD_DAYS:
        yield Finding(
            Verdict.REMARK, f"It was made {days} days ago; is ingest still run?", "make ingest"
        )
    total = generation.search(Query(page_size=1)).total
    if total == info.passage_count:
        yield Finding(Verdict.FINE, "A search over everything finds everything.")
    else:
        yield Finding(
            Verdict.WRONG,
            f"A search over everything finds {total} of {info.passage_count} passages.",
            f"python -m ingest --rollback --library {library}",
        )


def _room(settings: Settings) -> Iterator[Finding]:
    if not settings.library.is_dir():
        return
    files = (path for path in settings.library.rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in files)
    free = shutil.disk_usage(settings.library).free
    if free < ROOM * size:
        yield Finding(
            Verdict.WRONG,
            f"Only {free / 1e6:.0f} MB are free beside a library of {size / 1e6:.0f} MB; "
            "the next ingest may not fit.",
            f"free some space on the disk of {settings.library}",
        )
    else:
        yield Finding(Verdict.FINE, f"There is room for the next ingest: {free / 1e6:.0f} MB.")


def _port(settings: Settings) -> Iterator[Finding]:
    """Try to listen; whether what does already is this portal cannot be known from here."""
    where = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            yield Finding(Verdict.REMARK, f"Something listens at {where}: this portal, or another?")
        else:
            yield Finding(
                Verdict.WRONG,
                f"The portal cannot listen at {where}: {error.strerror}.",
                "name another with PORTAL_HOST or PORTAL_PORT",
            )
    else:
        yield Finding(Verdict.FINE, f"The portal can listen at {where}.")


def _names(settings: Settings) -> Iterator[Finding]:
    if settings.public_address:
        parts = urlsplit(settings.public_address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            yield Finding(
                Verdict.WRONG,
                f"PORTAL_PUBLIC_ADDRESS is no address: {settings.public_address}",
                "write it like https://library.example.org",
            )
        elif settings.allowed_hosts and parts.hostname not in settings.allowed_hosts:
            yield Finding(
                Verdict.WRONG,
                f"{parts.hostname} is the public address, but not among PORTAL_ALLOWED_HOSTS.",
                f"PORTAL_ALLOWED_HOSTS={','.join((*settings.allowed_hosts, parts.hostname))}",
            )
    if not settings.allowed_hosts and settings.host not in LOOPBACK:
        yield Finding(
            Verdict.REMARK,
            f"The portal listens at {settings.host} and answers to any name.",
            "PORTAL_ALLOWED_HOSTS=library.example.org, with the names it has",
        )


def _proxies(settings: Settings) -> Iterator[Finding]:
    for part in settings.trusted_proxies.split(","):
        try:
            ip_network(part.strip(), strict=False)
        except ValueError:
            yield Finding(
                Verdict.WRONG,
                f"PORTAL_TRUSTED_PROXIES has {part.strip()!r}, which is no address or network.",
                "write addresses like 10.0.0.5 or 10.0.0.0/24, with commas between them",
            )


CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    _whoosh,
    _look,
    _library,
    _room,
    _port,
    _names,
    _proxies,
)
"""In the order in which one would look."""


BEFORE_SERVING = (_names, _proxies)
"""Those that a portal asks itself when it starts, beside what it cannot start without."""


def doubts(settings: Settings) -> tuple[Finding, ...]:
    """Return what is wrong with ``settings`` that does not keep the portal from starting."""
    found = (finding for check in BEFORE_SERVING for finding in check(settings))
    return tuple(finding for finding in found if finding.verdict is Verdict.WRONG)
