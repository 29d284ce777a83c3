"""What other programs read: site map, search description, the library as text, page as Markdown.

A Visit and the site's public address (without a closing slash) enter, text leaves.
"""

from collections.abc import Iterable
from importlib.metadata import version
from json import dumps
from xml.etree.ElementTree import Element, SubElement, tostring

from portal import urls
from portal.answer import NothingHereError, Visit
from portal.frame import frame_of
from portal.markdown import escaped, page_to_markdown
from portal.openapi.document import openapi_document
from portal.views.browse import list_urls

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"

MOST_PLACES = 50_000
"""Addresses of one site map, by its protocol (sitemaps.org); they take 4 of its 50 MB."""

LONGEST_SHORT_NAME = 16
"""Characters of an OpenSearch ShortName, by that specification."""


def sitemap(visit: Visit, site: str) -> str:
    """Return the site map: every page there is to read, none that is a search.

    One of more than MOST_PLACES is the list of its parts.
    """
    paths = _paths(visit)
    if len(paths) <= MOST_PLACES:
        return _places(visit, site, paths)
    return sitemap_index(site, -(-len(paths) // MOST_PLACES))


def sitemap_part(visit: Visit, site: str) -> str:
    """Return one part of the site map, by its number from 1."""
    last = int(visit.path["number"]) * MOST_PLACES
    paths = _paths(visit)[max(0, last - MOST_PLACES) : last]
    if not paths:
        raise NothingHereError("The site map has no such part.")
    return _places(visit, site, paths)


def sitemap_index(site: str, parts: int) -> str:
    """Return the list of so many ``parts`` of a site map."""
    root = Element("sitemapindex", xmlns=SITEMAP)
    for number in range(1, parts + 1):
        SubElement(SubElement(root, "sitemap"), "loc").text = site + urls.sitemap_url(number)
    return _xml(root)


def _places(visit: Visit, site: str, paths: Iterable[str]) -> str:
    """Return a site map of ``paths``.

    A page has a lastmod where the library knows when its words last changed; the time of an ingest
    that found them as they were is not that.
    """
    root = Element("urlset", xmlns=SITEMAP)
    changed = visit.generation.history().last_changes()
    modified = {urls.page_url(slug): when for slug, when in changed.items()}
    for path in paths:
        place = SubElement(root, "url")
        SubElement(place, "loc").text = site + path
        if path in modified:
            SubElement(place, "lastmod").text = modified[path].isoformat(timespec="seconds")
    return _xml(root)


def opensearch(visit: Visit, site: str) -> str:
    """Return the description by which browsers offer the site's search in their own box."""
    name = frame_of(visit.catalogue).name
    root = Element("OpenSearchDescription", xmlns=OPENSEARCH)
    SubElement(root, "ShortName").text = name[:LONGEST_SHORT_NAME]
    SubElement(root, "Description").text = f"Search the pages of {name}"
    SubElement(root, "InputEncoding").text = "UTF-8"
    template = f"{site}{urls.SEARCH}?q={{searchTerms}}"
    SubElement(root, "Url", type="text/html", template=template)
    return _xml(root)


def llms(visit: Visit, site: str) -> str:
    """Return the list of pages for language models: what the site is, and every page's Markdown."""
    frame = frame_of(visit.catalogue)
    lines = [
        f"# {escaped(frame.name)}",
        "",
        "> The clinic's own pages, section by section. General information, not medical advice.",
        "",
        "## Pages",
        "",
        *(
            f"- [{escaped(page.title)}]({site}{urls.markdown_url(page.slug)})"
            for page in visit.catalogue.pages
        ),
        "",
        "## Search",
        "",
        f"- [Search as JSON]({site}{urls.twin_of(urls.SEARCH)}?q=words)",
        "",
    ]
    return "\n".join(lines)


def markdown(visit: Visit, site: str) -> str:
    """Return a page as Markdown."""
    page = visit.generation.page(visit.path["page"])
    if page is None:
        raise NothingHereError("The library has no page of that name.")
    return page_to_markdown(page, site + urls.page_url(page.slug))


def openapi(visit: Visit, site: str) -> str:
    """Return the description of every JSON address."""
    name = frame_of(visit.catalogue).name
    document = openapi_document(name, version("clinic-library"), site, _examples(visit))
    return dumps(document, ensure_ascii=False)


def _examples(visit: Visit) -> dict[str, str]:
    """Return a value of every variable part of an address, as far as the library has one."""
    catalogue = visit.catalogue
    conditions = list(catalogue.conditions)
    page = visit.generation.page(catalogue.pages[0].slug) if catalogue.pages else None
    first_of = {
        "page": [page.slug] if page else [],
        "section": [section.anchor for section in page.sections] if page else [],
        "condition": conditions,
        "first": conditions,
        "second": conditions[1:],
        "aspect": [entry.slug for entry in catalogue.aspects],
        "treatment": list(catalogue.treatments),
    }
    return {name: values[0] for name, values in first_of.items() if values}


def _paths(visit: Visit) -> list[str]:
    catalogue = visit.catalogue
    return [
        urls.HOME,
        *list_urls(catalogue),
        urls.ASPECTS,
        urls.ABOUT,
        urls.PRIVACY,
        *(urls.page_url(page.slug) for page in catalogue.pages),
        *(entry.url for entry in catalogue.conditions.values()),
        *(entry.url for entry in catalogue.aspects),
        *(entry.url for entry in catalogue.treatments.values()),
    ]


def _xml(root: Element) -> str:
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text.decode()
