"""Every address of the site, on one screen.

A page is at its path and its JSON twin at the same path with ``.json`` (home: ``/index.json``).
"""

from starlette.routing import BaseRoute, Route

from portal import urls
from portal.answer import View
from portal.endpoints import html_endpoint, json_endpoint, text_endpoint
from portal.metrics import metrics
from portal.views import (
    browse,
    choosing,
    compare,
    feeds,
    glossary,
    history,
    leaflet,
    machines,
    passages,
    search,
    site,
    topics,
)

ATOM_TYPE = "application/atom+xml"

PAGES: tuple[tuple[str, View], ...] = (
    (urls.HOME, browse.home),
    (urls.SEARCH, search.show),
    ("/topics/{page}", topics.page),
    ("/topics/{page}/{section}", topics.section),
    (urls.CONDITIONS, browse.conditions),
    ("/conditions/{condition}", passages.condition),
    (urls.ASPECTS, browse.aspects),
    ("/aspects/{aspect}", passages.aspect),
    (urls.TREATMENTS, browse.treatments),
    ("/treatments/{treatment}", passages.treatment),
    (urls.COMPARE, choosing.choose),
    ("/compare/{first}/{second}", compare.show),
    (urls.LETTERS, browse.letters),
    (urls.GLOSSARY, glossary.show),
    (urls.HISTORY, history.library),
    ("/history/{page}", history.page),
    ("/history/{page}/{section}", history.section),
    (urls.LEAFLET, leaflet.show),
    (urls.ABOUT, site.about),
    (urls.PRIVACY, site.privacy),
)
"""Path -> view of every page that has an HTML and a JSON face."""

ROUTES: tuple[BaseRoute, ...] = (
    # Twins first: "/topics/{page}" would take "/topics/back-pain.json" for a page's name.
    *(Route(urls.twin_of(path), json_endpoint(view)) for path, view in PAGES),
    Route("/topics/{page}.md", text_endpoint(machines.markdown, "text/markdown")),
    Route("/history/{page}.atom", text_endpoint(feeds.page, ATOM_TYPE)),
    *(Route(path, html_endpoint(view)) for path, view in PAGES),
    Route(urls.FEED, text_endpoint(feeds.library, ATOM_TYPE)),
    Route(urls.SITEMAP, text_endpoint(machines.sitemap, "application/xml")),
    Route("/sitemap-{number:int}.xml", text_endpoint(machines.sitemap_part, "application/xml")),
    Route(
        urls.DESCRIPTION,
        text_endpoint(machines.opensearch, "application/opensearchdescription+xml"),
    ),
    Route(urls.OPENAPI, text_endpoint(machines.openapi, "application/json")),
    Route("/llms.txt", text_endpoint(machines.llms, "text/plain")),
    Route("/suggest", search.suggest),
    Route("/healthz", site.healthz),
    Route("/livez", site.livez),
    Route("/metrics", metrics),
    Route("/robots.txt", site.robots),
    Route("/static/{name}", site.static),
)
