"""`python -m portal`: serves the library. The portal's only entry point.

Command line and environment enter here and become Settings; logging is set up here.
"""

import logging
import os
import sys
from collections.abc import Sequence

import uvicorn
from starlette.applications import Starlette
from uvicorn.supervisors import Multiprocess

from index.errors import LibraryError
from index.library import LibraryReader
from portal.app import create_app
from portal.settings import Settings, SettingsError, parse_arguments, settings_from

LOG_FORMAT = "%(asctime)s %(levelname)s %(message)s"


def app_from_environment() -> Starlette:
    """Return the app of a worker process, which learns its settings from the environment."""
    logging.basicConfig(level=logging.WARNING, format=LOG_FORMAT)
    return create_app(settings_from(os.environ))


def main(words: Sequence[str]) -> int:
    """Serve until stopped; return the exit status."""
    try:
        settings = parse_arguments(words, settings_from(os.environ))
    except SettingsError as error:
        print(f"portal: {error}", file=sys.stderr)  # noqa: T201  # output
        return 2
    _say_if_not_ready(settings)
    os.environ.update(settings.environment())
    _serve(settings)
    return 0


def _serve(settings: Settings) -> None:
    """Listen, say where, and answer until stopped, in as many processes as asked for."""
    config = uvicorn.Config(
        "portal.__main__:app_from_environment",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        access_log=False,
        server_header=False,
        log_level="warning",
    )
    listening = config.bind_socket()
    port = listening.getsockname()[1]
    print(f"Serving on http://{_in_address(settings.host)}:{port}", flush=True)  # noqa: T201  # output
    if settings.workers > 1:
        Multiprocess(config, sockets=[listening]).run()
    else:
        uvicorn.Server(config).run(sockets=[listening])


def _say_if_not_ready(settings: Settings) -> None:
    """Print one clear line if there is no library to serve yet; it is picked up when it comes."""
    try:
        LibraryReader(settings.library).current().close()
    except LibraryError as error:
        print(f"portal: {error}", file=sys.stderr, flush=True)  # noqa: T201  # output


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
