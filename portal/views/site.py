"""About the clinic and the library, privacy, and the addresses that only machines visit.

A Visit enters the views, an Answer leaves; the two plain endpoints answer without a template.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from index.codec import site_to_json
from index.library import GenerationInfo
from index.site import SiteFacts
from portal import urls
from portal.answer import Answer, NothingHereError, Visit
from portal.endpoints import public_address
from portal.frame import Phone, phone_of
from portal.kept import Kept
from portal.replies.site import AboutJson, HealthJson, LibraryJson, PrivacyJson


@dataclass(frozen=True, slots=True)
class AboutModel:
    """What the clinic's pages say of it, and how fresh the library is."""

    site: SiteFacts
    phones: tuple[Phone, ...]
    info: GenerationInfo


@dataclass(frozen=True, slots=True)
class PrivacyModel:
    """What this site keeps of its visitors, as the code that keeps it says."""

    kept: tuple[Kept, ...]


def about(visit: Visit) -> Answer:
    """Show what this site is, who stands behind it and how fresh it is."""
    site, info = visit.catalogue.site, visit.catalogue.info
    model = AboutModel(site, tuple(phone_of(phone) for phone in site.phones), info)

    def to_json() -> AboutJson:
        return {"site": site_to_json(site), "library": library_to_json(info)}

    return Answer("views/about.html", model, to_json, urls.ABOUT)


def privacy(visit: Visit) -> Answer:
    """Show what is kept of visits."""
    model = PrivacyModel(visit.kept)

    def to_json() -> PrivacyJson:
        return {
            "kept": [
                {"what": one.what, "purpose": one.purpose, "where": one.where, "until": one.until}
                for one in model.kept
            ]
        }

    return Answer("views/privacy.html", model, to_json, urls.PRIVACY)


def healthz(request: Request) -> Response:
    """Tell a watching program whether there is a library to serve, and which."""
    generation, _ = request.app.state.shelf.open()
    info = generation.info
    age = (datetime.now(UTC) - info.created).total_seconds()
    health: HealthJson = {
        "status": "ok",
        "live": True,
        "ready": True,
        "age": max(0, int(age)),
        **library_to_json(info),
    }
    return JSONResponse(health)


def livez(_request: Request) -> Response:
    """Tell a watching program that the process answers, be there a library or not."""
    return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


def static(request: Request) -> Response:
    """Give a style sheet, script or picture; its address changes with its content."""
    file = request.app.state.templates.files.get(request.path_params["name"])
    if file is None:
        raise NothingHereError("There is no such file.")
    return Response(file.content, media_type=file.media_type)


def robots(request: Request) -> Response:
    """Keep robots out of searches: every facet choice would be one more address."""
    lines = (
        "User-agent: *",
        f"Disallow: {urls.SEARCH}",
        "Disallow: /suggest",
        f"Disallow: {urls.LEAFLET}",
        f"Sitemap: {public_address(request)}{urls.SITEMAP}",
        "",
    )
    return PlainTextResponse("\n".join(lines))


def library_to_json(info: GenerationInfo) -> LibraryJson:
    """Return what is said of a generation to machines."""
    return {
        "generation": info.number,
        "created": info.created.isoformat(),
        "pages": info.page_count,
        "passages": info.passage_count,
        "engine": info.engine,
    }
