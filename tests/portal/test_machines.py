"""What other programs read is whole, true and well-formed."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from markdown_it import MarkdownIt
from starlette.testclient import TestClient

from portal.app import create_app
from portal.settings import Settings
from portal.views.machines import OPENSEARCH, SITEMAP, sitemap_index
from tests.support.markup import Markup
from tests.support.pages import page, section
from tests.support.portal import HOSTILE, TWINS, build_library, clinic_pages, portal_over

Json = dict[str, Any]
SITE = "http://testserver"


def linked_data(client: TestClient, address: str) -> list[Json]:
    """Return the JSON-LD values of the page at ``address``."""
    page = Markup(client.get(address).text)
    return [json.loads(block) for block in page.texts("script[type='application/ld+json']")]


def things(value: object) -> Iterator[Json]:
    """Yield every typed value within ``value``."""
    if isinstance(value, list):
        for part in value:
            yield from things(part)
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            yield from things(part)


def test_the_site_map_lists_every_page_and_no_search(client: TestClient) -> None:
    """Each address is absolute and answers; none is listed twice."""
    root = fromstring(client.get("/sitemap.xml").text)  # noqa: S314  # our own answer
    assert root.tag == f"{{{SITEMAP}}}urlset"
    addresses = [str(place.text) for place in root.iter(f"{{{SITEMAP}}}loc")]
    assert len(set(addresses)) == len(addresses)
    assert {f"{SITE}/topics/{page.slug}" for page in clinic_pages()} <= set(addresses)
    for address in addresses:
        path = address.removeprefix(SITE)
        assert not path.startswith("/search")
        assert client.get(path).status_code == 200
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").text


def test_a_site_map_beyond_its_protocol_s_bound_has_parts(client: TestClient) -> None:
    """The list of parts keeps to the protocol too; each part is a site map."""
    root = fromstring(sitemap_index(SITE, 3))  # noqa: S314  # our own answer
    assert root.tag == f"{{{SITEMAP}}}sitemapindex"
    parts = [str(place.text) for place in root.iter(f"{{{SITEMAP}}}loc")]
    assert parts == [f"{SITE}/sitemap-{number}.xml" for number in (1, 2, 3)]
    assert client.get("/sitemap-1.xml").text == client.get("/sitemap.xml").text
    for number in (0, 2, 10**30):
        assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_browsers_can_offer_the_search(client: TestClient) -> None:
    """The description names the clinic and where to send the words."""
    answer = client.get("/opensearch.xml")
    assert answer.headers["content-type"].startswith("application/opensearchdescription+xml")
    root = fromstring(answer.text)  # noqa: S314  # our own answer
    assert root.tag == f"{{{OPENSEARCH}}}OpenSearchDescription"
    assert len(root.findtext(f"{{{OPENSEARCH}}}ShortName") or "") in range(1, 17)
    (url,) = root.iter(f"{{{OPENSEARCH}}}Url")
    assert url.get("template") == f"{SITE}/search?q={{searchTerms}}"
    page = Markup(client.get("/").text)
    assert page.attributes("link[rel=search]", "href") == ["/opensearch.xml"]


def test_the_list_for_language_models_leads_to_every_page_as_markdown(client: TestClient) -> None:
    """One link a page, each answered with Markdown."""
    text = client.get("/llms.txt").text
    addresses = re.findall(rf"\(({SITE}/topics/[^)]*)\)", text)
    assert len(addresses) == len(clinic_pages())
    for address in addresses:
        answer = client.get(address.removeprefix(SITE))
        assert answer.headers["content-type"].startswith("text/markdown")


@pytest.mark.parametrize("page", clinic_pages(), ids=lambda page: page.slug)
def test_markdown_has_every_heading_of_the_page_and_no_markup_of_its_text(
    client: TestClient, page: Any
) -> None:
    """Whatever a page says in brackets or angle brackets stays text."""
    tokens = MarkdownIt().enable("table").parse(client.get(f"/topics/{page.slug}.md").text)
    headings = [
        "".join(child.content for child in after.children or ())
        for token, after in pairwise(tokens)
        if token.type == "heading_open"
    ]
    assert headings == [page.title, *(section.heading for section in page.walk())]
    assert not any(token.type == "html_block" for token in tokens)
    children = [child.type for token in tokens for child in token.children or ()]
    assert "html_inline" not in children


@pytest.mark.parametrize(
    "address",
    ["/", f"/topics/{TWINS}", f"/topics/{TWINS}/causes-fibromyalgia", "/conditions/fibromyalgia"],
)
def test_linked_data_uses_schema_org_s_types_and_properties(
    client: TestClient, address: str
) -> None:
    """Nothing misspelled, every address absolute and answered."""
    blocks = linked_data(client, address)
    assert blocks
    for block in blocks:
        assert block["@context"] == "https://schema.org"
        for thing in things(block):
            url = thing.get("url") or thing.get("item") or f"{SITE}/"
            if url.startswith(SITE):
                assert client.get(url.removeprefix(SITE)).status_code == 200


def test_a_section_says_which_aspect_of_which_condition_it_is(client: TestClient) -> None:
    """Causes of fibromyalgia, part of the page, published by the clinic."""
    section, crumbs = linked_data(client, f"/topics/{TWINS}/causes-fibromyalgia")
    assert section["@type"] == "HealthTopicContent"
    assert section["hasHealthAspect"] == "https://schema.org/CausesHealthAspect"
    assert [about["name"] for about in section["about"]] == ["Fibromyalgia"]
    assert section["publisher"]["telephone"] == ["555-010-7770"]
    assert [step["name"] for step in crumbs["itemListElement"]][-2:] == ["Causes", "Fibromyalgia"]


def test_text_of_a_page_cannot_leave_its_linked_data(client: TestClient) -> None:
    """A closing script tag in a title is only text."""
    names = [thing.get("name") for thing in things(linked_data(client, "/topics/tags"))]
    assert f"Tags {HOSTILE}" in names


def test_addresses_are_those_that_visitors_use(clinic: Path) -> None:
    """As set; else as asked for; never what a forged Host header says."""
    settings = Settings(library=clinic, public_address="https://library.example.org")
    assert "https://library.example.org/topics/" in _llms(settings, "testserver")
    assert "http://named.example:81/topics/" in _llms(Settings(library=clinic), "named.example:81")
    forged = _llms(Settings(library=clinic), 'evil"><script>')
    assert "evil" not in forged
    assert "topics" not in forged


def _llms(settings: Settings, host: str) -> str:
    client = TestClient(create_app(settings))
    return str(client.get("/llms.txt", headers={"host": host}).text)


def test_the_site_map_says_when_words_changed_and_only_then(tmp_path: Path) -> None:
    """Not of pages that were always as they are, nor of those that an ingest found unchanged."""
    build_library(tmp_path, clinic_pages())
    with portal_over(tmp_path) as client:
        assert "lastmod" not in client.get("/sitemap.xml").text
    changed = page("Dry Needling", section("Risks", "Soreness for three days."))
    build_library(tmp_path, [changed])
    with portal_over(tmp_path) as client:
        root = fromstring(client.get("/sitemap.xml").text)  # noqa: S314  # our own answer
        created = datetime.fromisoformat(client.get("/healthz").json()["created"])
    places = {
        place.findtext(f"{{{SITEMAP}}}loc"): place.findtext(f"{{{SITEMAP}}}lastmod")
        for place in root
    }
    dated = {address: when for address, when in places.items() if when}
    assert dated == {f"{SITE}/topics/dry-needling": created.isoformat(timespec="seconds")}
