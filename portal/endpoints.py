"""From HTTP to a view and back: the only place that knows both.

A view enters, an endpoint for its HTML page or its JSON twin leaves. A request that already holds
the answer of this generation gets a 304 before anything is searched.
"""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from index.library import GenerationInfo
from portal import urls
from portal.answer import Answer, Moved, View, Visit
from portal.frame import Here, frame_of
from portal.templating import Templates

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


def entity_tag(info: GenerationInfo, templates: Templates) -> str:
    """Return the tag of everything this portal shows of a generation; weak, as gzip may differ."""
    return f'W/"{info.number}-{info.created.timestamp():.0f}-{templates.fingerprint}"'


def _respond(
    request: Request, view: View, face: Callable[[Request, Answer, Visit], Response]
) -> Response:
    generation, catalogue = request.app.state.shelf.open()
    tag = entity_tag(generation.info, request.app.state.templates)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": tag})
    visit = Visit(generation, catalogue, request.path_params, request.query_params)
    answer = view(visit)
    if isinstance(answer, Moved):
        return RedirectResponse(_moved_to(request, answer), status_code=308)
    response = face(request, answer, visit)
    response.headers["etag"] = tag
    return response


def _moved_to(request: Request, moved: Moved) -> str:
    return urls.twin_of(moved.url) if request.url.path.endswith(".json") else moved.url


def _html(request: Request, answer: Answer, visit: Visit) -> Response:
    templates: Templates = request.app.state.templates
    path, mark, query = answer.canonical.partition("?")
    here = Here(answer.canonical, f"{urls.twin_of(path)}{mark}{query}", answer.indexed)
    page = templates.render(answer.template, answer.model, frame_of(visit.catalogue), here)
    return Response(page, media_type="text/html")


def _json(_request: Request, answer: Answer, _visit: Visit) -> Response:
    return JSONResponse(answer.json())
