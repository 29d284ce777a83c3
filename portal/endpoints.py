"""From HTTP to a view and back: the only place that knows both.

A view enters, an endpoint for its HTML page or its JSON twin leaves. A request that already holds
the answer of this generation gets a 304 before anything is searched.
"""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from index.library import GenerationInfo
from index.results import Results
from portal import urls
from portal.answer import Answer, Moved, View, Visit
from portal.frame import Here, frame_of
from portal.guard import HOST
from portal.tallies import Tallies

Endpoint = Callable[[Request], Response]


def html_endpoint(view: View) -> Endpoint:
    """Return the endpoint that shows what ``view`` gives as a page."""

    def endpoint(request: Request) -> Response:
        return _respond(request, view, _html)

    return endpoint


def json_endpoint(view: View) -> Endpoint:
    """Return the endpoint that gives what ``view`` gives as JSON."""

    def endpoint(request: Request) -> Response:
        return _respond(request, view, _json)

    return endpoint


def text_endpoint(write: Callable[[Visit, str], str], media_type: str) -> Endpoint:
    """Return the endpoint for what ``write`` makes of a visit and the site's public address."""

    def endpoint(request: Request) -> Response:
        def view(visit: Visit) -> Response:
            text = write(visit, public_address(request))
            return Response(text, media_type=media_type)

        return _answered(request, view)

    return endpoint


def public_address(request: Request) -> str:
    """Return the address visitors use, without a closing slash: as set, else as they asked.

    A Host header that is no name is not repeated; the address listened at stands in for it.
    """
    settings = request.app.state.settings
    if settings.public_address:
        return str(settings.public_address)
    host = request.headers.get("host", "")
    named = host if HOST.fullmatch(host) else f"{settings.host}:{settings.port}"
    return f"{request.url.scheme}://{named}"


def entity_tag(info: GenerationInfo, version: str) -> str:
    """Return the tag of all that a portal of ``version`` shows; weak, as gzip may differ."""
    return f'W/"{info.number}-{info.created.timestamp():.0f}-{version}"'


def _respond(
    request: Request, view: View, face: Callable[[Request, Answer, Visit], Response]
) -> Response:
    def respond(visit: Visit) -> Response:
        answer = view(visit)
        if isinstance(answer, Moved):
            return RedirectResponse(_moved_to(request, answer), status_code=308)
        if answer.searched is not None and request.app.state.tallies is not None:
            _tally(request.app.state.tallies, answer.searched)
        return face(request, answer, visit)

    return _answered(request, respond)


def _tally(tallies: Tallies, results: Results) -> None:
    """Count the words of a search as it was first asked: turning pages or filtering counts not."""
    query = results.query
    if query.page == 1 and not query.filters:
        asked = (*query.words.words, *query.words.phrases)
        missed = results.dropped if results.total else asked
        tallies.count([word for word in asked if word not in missed], missed)


def _answered(request: Request, respond: Callable[[Visit], Response]) -> Response:
    """Return a 304 if the client holds what this generation answers, else what ``respond`` does."""
    generation, catalogue = request.app.state.shelf.open()
    tag = entity_tag(generation.info, request.app.state.fingerprint)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": tag})
    state = request.app.state
    visit = Visit(
        generation,
        catalogue,
        request.path_params,
        request.query_params,
        kept=state.kept,
        for_program=request.url.path.endswith(".json"),
    )
    response = respond(visit)
    response.headers["etag"] = tag
    return response


def _moved_to(request: Request, moved: Moved) -> str:
    return urls.twin_of(moved.url) if request.url.path.endswith(".json") else moved.url


def _html(request: Request, answer: Answer, visit: Visit) -> Response:
    path, mark, query = answer.canonical.partition("?")
    here = Here(
        canonical=answer.canonical,
        twin=f"{urls.twin_of(path)}{mark}{query}",
        indexed=answer.indexed,
        linked=answer.linked(public_address(request)),
    )
    page = request.app.state.templates.render(
        answer.template, answer.model, frame_of(visit.catalogue), here
    )
    return Response(page, media_type="text/html")


def _json(_request: Request, answer: Answer, _visit: Visit) -> Response:
    return JSONResponse(answer.json())
