"""`python -m portal`: serves the library. The portal's only entry point.

Command line and environment enter here and become Settings; logging is set up here.
"""

import os
import socket
import sys
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace

import uvicorn
from starlette.applications import Starlette
from uvicorn.supervisors import Multiprocess

from index.errors import LibraryError
from index.library import LibraryReader
from portal import doctor, missed
from portal.allocation import bound_allocation
from portal.app import create_app
from portal.connection import BoundedProtocol
from portal.export import command as export
from portal.logs import set_up_logging
from portal.look import DEFAULT_FILE, read_look
from portal.metrics import shared_counts
from portal.settings import Settings, SettingsError, parse_arguments, settings_from
from portal.templating import InstallationError, Templates

SWITCH_SECONDS = 0.0005
"""How long a thread may hold the interpreter while others wait. While a generation of 17,908
sections is opened beside requests, these were held up for 20 to 90 ms by Python's own 5 ms, and for
at most 18 by this, at the same cost of opening."""

COMMANDS = {"doctor": doctor.main, "export": export.main, "words": missed.main}
"""First word of the command line -> what carries it out; without one of these, serve."""


def app_from_environment() -> Starlette:
    """Return the app of a worker process, which learns its settings from the environment."""
    settings = settings_from(os.environ)
    sys.setswitchinterval(SWITCH_SECONDS)
    bound_allocation()
    set_up_logging(settings.log_format)
    app = create_app(settings)
    # Ready before the first visitor comes, who would wait a second for it in every process. Where
    # there is no library yet, `main` has said so, and the shelf finds the one that comes.
    app.state.templates.compile_all()
    with suppress(LibraryError):
        app.state.shelf.open()
    return app


def main(words: Sequence[str]) -> int:
    """Serve until stopped, or carry out a command; return the exit status."""
    try:
        defaults = with_look(settings_from(os.environ))
        if words and words[0] in COMMANDS:
            return COMMANDS[words[0]](words[1:], defaults)
        settings = with_look(parse_arguments(words, defaults))
        look = read_look(settings.look)
        Templates(look).compile_all()
    except SettingsError as error:
        _complain(str(error))
        return 2
    except InstallationError as error:
        _complain(f"the program is not whole: {error.fault}; run: {error.remedy}")
        return 1
    for remark in look.remarks:
        _complain(remark)
    for doubt in doctor.doubts(settings):
        _complain(f"{doubt.text} {doubt.remedy}")
    set_up_logging(settings.log_format)
    _say_if_not_ready(settings)
    os.environ.update(settings.environment())
    try:
        listening = _listening(settings)
    except OSError as error:
        # Python adds the address to the text of some of these errors; the system's own is plain.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        _complain(f"cannot listen at {settings.host}:{settings.port}: {reason}")
        return 1
    with listening:
        _serve(settings, listening)
    return 0


def with_look(settings: Settings) -> Settings:
    """Return ``settings`` with the usual file of the look if none is named and that is there."""
    is_found = settings.look is None and DEFAULT_FILE.is_file()
    return replace(settings, look=DEFAULT_FILE) if is_found else settings


def _listening(settings: Settings) -> socket.socket:
    """Return a socket that listens where ``settings`` say; port 0 is any that is free."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.create_server((settings.host, settings.port), family=family)
    # Head and body go out as two writes. Without this, which connections inherit, the second waits
    # for the browser's delayed acknowledgement of the first: 40 ms on every answer, measured.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _serve(settings: Settings, listening: socket.socket) -> None:
    """Say where the portal is and answer until stopped, in as many processes as asked for."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"Serving on http://{host}:{listening.getsockname()[1]}", flush=True)  # noqa: T201  # output
    config = uvicorn.Config(
        "portal.__main__:app_from_environment",
        factory=True,
        workers=settings.workers,
        access_log=False,
        http=BoundedProtocol,
        forwarded_allow_ips=settings.trusted_proxies,
        server_header=False,
        log_config=None,
    )
    if settings.workers > 1:
        with shared_counts() if settings.metrics_token else nullcontext():
            Multiprocess(config, sockets=[listening]).run()
    else:
        uvicorn.Server(config).run(sockets=[listening])


def _say_if_not_ready(settings: Settings) -> None:
    """Print one clear line if there is no library to serve yet; it is picked up when it comes."""
    try:
        LibraryReader(settings.library).current().close()
    except LibraryError as error:
        _complain(str(error))


def _complain(message: str) -> None:
    print(f"portal: {message}", file=sys.stderr, flush=True)  # noqa: T201  # the command's output


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
