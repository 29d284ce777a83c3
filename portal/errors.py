"""Errors become pages worth reading, and JSON on JSON addresses; the only HTTP mapping of errors.

An exception enters a handler, a response leaves. Nothing of the request is logged or repeated but
the address of the page that is not there, escaped.
"""

import logging
from dataclasses import dataclass
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from index.errors import LibraryError
from portal.answer import NothingHereError
from portal.frame import Frame, Here, frame_of
from portal.headers import SECURITY_HEADERS

LOG = logging.getLogger(__name__)

RETRY_SECONDS = 10
"""When to come back to a portal without a library: ingest of a clinic's pages takes seconds."""


@dataclass(frozen=True, slots=True)
class ErrorModel:
    """What an error page says: the status, what happened, what a visitor or staff can do."""

    status: int
    title: str
    message: str


def on_nothing_here(request: Request, error: Exception) -> Response:
    """Answer 404 for a page, section, condition or term there is not."""
    return _answer(request, ErrorModel(404, "This page is not here", str(error)), _frame(request))


def on_http_error(request: Request, error: Exception) -> Response:
    """Answer for what routing refuses: an address there is not, a method not allowed."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == HTTPStatus.NOT_FOUND:
        message = "There is no page at this address. It may have moved, or the link has a mistake."
        return on_nothing_here(request, NothingHereError(message))
    model = ErrorModel(status, HTTPStatus(status).phrase, HTTPStatus(status).description)
    response = _answer(request, model, _frame(request))
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
    return response


def on_library_error(request: Request, error: Exception) -> Response:
    """Answer 503 while there is no library to serve; the message names the command to run."""
    LOG.error("cannot serve: %s", error)
    model = ErrorModel(503, "The library is not ready yet", str(error))
    response = _answer(request, model, Frame(name=request.app.state.name))
    response.headers["retry-after"] = str(RETRY_SECONDS)
    return response


def on_failure(request: Request, _error: Exception) -> Response:
    """Answer 500; the server logs the error itself, without the request's words or address."""
    message = "The fault is ours and has been noted. Please try again, or call the clinic."
    response = _answer(
        request,
        ErrorModel(500, "Something went wrong", message),
        Frame(name=request.app.state.name),
    )
    # Errors are answered outside all middleware, which would have added these.
    response.headers.update(SECURITY_HEADERS)
    return response


HANDLERS = {
    NothingHereError: on_nothing_here,
    LibraryError: on_library_error,
    HTTPException: on_http_error,
    Exception: on_failure,
}


def _answer(request: Request, model: ErrorModel, frame: Frame) -> Response:
    if request.url.path.endswith((".json", "/healthz", "/suggest")):
        body = {"error": {"status": model.status, "title": model.title, "message": model.message}}
        response: Response = JSONResponse(body, status_code=model.status)
    else:
        page = request.app.state.templates.render("views/error.html", model, frame, Here())
        response = Response(page, status_code=model.status, media_type="text/html")
    response.headers["cache-control"] = "no-store"
    return response


def _frame(request: Request) -> Frame:
    """Return the site's frame if there is a library, so that an error page shows the clinic."""
    try:
        _, catalogue = request.app.state.shelf.open()
    except LibraryError:
        return Frame(name=request.app.state.name)
    return frame_of(catalogue)
