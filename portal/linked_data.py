"""The site in the words of schema.org, for search engines: what a page is about, who stands behind.

Pages, conditions and the site's facts enter; JSON-LD values leave. Addresses are absolute: ``site``
is the site's public address without a closing slash. Only what the pages state is stated: no review
dates, no authors. The types and properties are those of https://schema.org/docs/meddocs.html.
"""

from collections.abc import Iterable
from typing import Any

from index.document import Condition, Page
from index.site import SiteFacts
from portal import urls
from portal.places import Link, Place

Json = dict[str, Any]

CONTEXT = "https://schema.org"


def home(site: str, facts: SiteFacts, name: str) -> Json:
    """Return the site with its search, published by the clinic."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": name,
        "url": f"{site}{urls.HOME}",
        "publisher": clinic(facts, name),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{site}{urls.SEARCH}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def clinic(facts: SiteFacts, name: str) -> Json:
    """Return the clinic, with as much of it as its pages say."""
    stated = {
        "telephone": list(facts.phones),
        "faxNumber": facts.fax,
        "address": facts.address,
        "url": f"https://{facts.domain}/" if facts.domain else None,
    }
    known = {key: value for key, value in stated.items() if value}
    return {"@type": "MedicalClinic", "name": name, **known}


def page(site: str, found: Page, publisher: Json) -> Json:
    """Return a whole page with its sections as parts, each with its aspect."""
    return {
        "@context": CONTEXT,
        "@type": "MedicalWebPage",
        "name": found.title,
        "url": site + urls.page_url(found.slug),
        "about": [condition(site, known) for known in found.conditions],
        "publisher": publisher,
        "hasPart": [
            {
                "@type": "HealthTopicContent",
                "name": section.title,
                "url": site + urls.page_url(found.slug, section.anchor),
                **_aspect(section.aspect.schema_org),
            }
            for section in found.sections
        ],
    }


def section(site: str, found: Page, place: Place, publisher: Json) -> Json:
    """Return one section or item of a page."""
    return {
        "@context": CONTEXT,
        "@type": "HealthTopicContent",
        "name": place.section.title,
        "url": site + place.url,
        **_aspect(place.section.aspect.schema_org),
        "about": [condition(site, Condition(name)) for name in place.conditions],
        "isPartOf": {
            "@type": "MedicalWebPage",
            "name": found.title,
            "url": site + urls.page_url(found.slug),
        },
        "publisher": publisher,
    }


def condition(site: str, known: Condition) -> Json:
    """Return a condition with its abbreviations and the page that gathers all about it."""
    names = {"alternateName": list(known.abbreviations)} if known.abbreviations else {}
    return {
        "@type": "MedicalCondition",
        "name": known.name,
        **names,
        "url": site + urls.condition_url(known.slug),
    }


def breadcrumbs(site: str, links: Iterable[Link]) -> Json:
    """Return the way from home to a page, the page itself last."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": link.label, "item": site + link.url}
            for position, link in enumerate((Link("Home", urls.HOME), *links), start=1)
        ],
    }


def _aspect(name: str | None) -> Json:
    return {"hasHealthAspect": f"{CONTEXT}/{name}"} if name else {}
