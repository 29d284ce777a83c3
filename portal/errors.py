"""Errors become pages worth reading, and JSON on JSON addresses; the only HTTP mapping of errors.

An exception, or the status that the guard refuses a request with, enters; a response leaves.
Nothing of the request is logged or repeated.
"""

import logging
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from index.errors import LibraryError
from portal.answer import NothingHereError
from portal.frame import Frame, Here, frame_of
from portal.headers import SECURITY_HEADERS
from portal.templating import Templates

LOG = logging.getLogger(__name__)

RETRY_SECONDS = 10
"""When to come back to a portal without a library: ingest of a clinic's pages takes seconds."""

PAGES_KEPT = 32
"""Error pages kept ready, a few kilobytes each: refusing a flood must cost next to nothing."""

PLAIN_WORDS = {
    HTTPStatus.BAD_REQUEST: (
        "We cannot read that address",
        "The link you followed may be broken. Please search, or start from one of the lists.",
    ),
    HTTPStatus.NOT_FOUND: (
        "This page is not here",
        "There is no page at this address. It may have moved, or the link has a mistake.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: (
        "This page is for reading only",
        "Something tried to send data to it. Nothing was kept and nothing has changed.",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "That was too much to send",
        "This site takes no files. Nothing was kept.",
    ),
    HTTPStatus.REQUEST_URI_TOO_LONG: (
        "That is too long to search for",
        "Please search again with fewer words: two or three are often enough.",
    ),
    HTTPStatus.MISDIRECTED_REQUEST: (
        "This site has another name",
        "Please check the address that you typed, or the link that brought you here.",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        "Please wait a moment",
        "Too many pages were asked for from where you are. Wait a few seconds, then try again.",
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        "Something went wrong",
        "The fault is ours, not yours, and has been noted. Please try again in a minute.",
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "The pages are not ready yet",
        "They are being prepared. Please come back in a few minutes.",
    ),
}
"""Status -> what visitors read: what happened, and what to do about it."""


@dataclass(frozen=True, slots=True)
class ErrorModel:
    """What an error page says: the status, what happened, what a visitor, and staff, can do."""

    status: int
    title: str
    message: str
    for_staff: str = ""


def on_nothing_here(request: Request, error: Exception) -> Response:
    """Answer 404 for a page, section, condition or term there is not."""
    title, _ = PLAIN_WORDS[HTTPStatus.NOT_FOUND]
    return _answer(request, ErrorModel(404, title, str(error)), _frame(request))


def on_http_error(request: Request, error: Exception) -> Response:
    """Answer for what routing refuses: an address there is not, a method not allowed."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = _answer(request, _told(status), _frame(request))
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
    return response


def on_library_error(request: Request, error: Exception) -> Response:
    """Answer 503 while there is no library to serve; staff are told the command to run."""
    LOG.error("cannot serve: %s", error)
    told = _told(HTTPStatus.SERVICE_UNAVAILABLE)
    model = ErrorModel(told.status, told.title, told.message, for_staff=str(error))
    response = _answer(request, model, Frame(name=request.app.state.name))
    response.headers["retry-after"] = str(RETRY_SECONDS)
    return response


def on_failure(request: Request, _error: Exception) -> Response:
    """Answer 500; the server logs the error itself, without the request's words or address."""
    response = refusal(request, HTTPStatus.INTERNAL_SERVER_ERROR)
    # Errors are answered outside all middleware, which would have added these.
    response.headers.update(SECURITY_HEADERS)
    return response


def refusal(request: Request, status: HTTPStatus) -> Response:
    """Answer ``status`` in plain words, without opening anything for it."""
    held = request.app.state.shelf.held
    frame = frame_of(held.catalogue) if held else Frame(name=request.app.state.name)
    return _answer(request, _told(status), frame)


HANDLERS = {
    NothingHereError: on_nothing_here,
    LibraryError: on_library_error,
    HTTPException: on_http_error,
    Exception: on_failure,
}


def _told(status: int) -> ErrorModel:
    """Return what is said of ``status``; of one without plain words, what HTTP calls it."""
    known = HTTPStatus(status)
    title, message = PLAIN_WORDS.get(known, (known.phrase, known.description))
    return ErrorModel(known.value, title, message)


def _answer(request: Request, model: ErrorModel, frame: Frame) -> Response:
    if request.scope["path"].endswith((".json", "/healthz", "/suggest")):
        message = " ".join(filter(None, (model.message, model.for_staff)))
        body = {"error": {"status": model.status, "title": model.title, "message": message}}
        response: Response = JSONResponse(body, status_code=model.status)
    else:
        page = _page(request.app.state.templates, model, frame)
        response = Response(page, status_code=model.status, media_type="text/html")
    response.headers["cache-control"] = "no-store"
    return response


@lru_cache(PAGES_KEPT)
def _page(templates: Templates, model: ErrorModel, frame: Frame) -> str:
    return templates.render("views/error.html", model, frame, Here())


def _frame(request: Request) -> Frame:
    """Return the site's frame if there is a library, so that an error page shows the clinic."""
    try:
        _, catalogue = request.app.state.shelf.open()
    except LibraryError:
        return Frame(name=request.app.state.name)
    return frame_of(catalogue)
