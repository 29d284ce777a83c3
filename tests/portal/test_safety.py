"""Nothing that visitors or pages say becomes markup; nothing is kept of a visit."""

import logging
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.support.markup import Markup
from tests.support.portal import HOSTILE, TWINS

EVERYWHERE = (
    "/",
    "/search?q=pain",
    "/topics/tags",
    "/topics/tags/heading-script-alert-x-script",
    "/conditions/",
    "/aspects/other",
    "/treatments/",
    "/a-z",
    "/about",
    "/privacy",
    "/nowhere",
    "/search.json?q=markup",
    "/suggest?q=tags",
    "/healthz",
    "/static/portal.css",
)

HOSTILE_TEXTS = (
    HOSTILE,
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "slug:tags",
    '"unclosed',
    "(((",
    "-",
    "* ~ ^ OR AND NOT [a TO z]",
    "a\x00b",
    "é" * 5_000,
    "word " * 5_000,
    "\u202eabc",
    "<mark>",
)


def scripts_of(page: Markup) -> list[str]:
    """Return what each script of ``page`` that is not mere data has: "src" or its own text."""
    running = page.select("script:not([type='application/ld+json'])")
    return ["src" if script.attribute("src") else "text" for script in running]


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_answer_tells_the_browser_to_be_careful(client: TestClient, address: str) -> None:
    """Own files only, no frames, no guessing of types, no referrer, no cookie."""
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert "set-cookie" not in headers
    assert "server" not in headers


@pytest.mark.parametrize("address", EVERYWHERE[:11])
def test_text_of_pages_never_becomes_markup(client: TestClient, address: str) -> None:
    """The only script is ours; what a page says in angle brackets is shown as it is said."""
    answer = client.get(address)
    page = Markup(answer.text)
    assert scripts_of(page) == ["src"]
    assert HOSTILE not in answer.text
    assert not any("onerror" in str(value) for value in page.attributes("img", "onerror"))


def test_hostile_text_of_a_page_is_shown_as_text(client: TestClient) -> None:
    """In heading, paragraph, label, table and other names."""
    page = Markup(client.get("/topics/tags").text)
    for selector in ("h1", "article h2", "article p", "li strong", "td", "th", ".also", "abbr"):
        assert any(HOSTILE in text for text in page.texts(selector)), selector


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_nothing_a_visitor_types_can_fail_or_become_markup(client: TestClient, text: str) -> None:
    """In the box, in a filter, in the page number, in the path; HTML and JSON."""
    for address in ("/search", "/search.json", "/suggest"):
        for parameters in ({"q": text}, {"q": "pain", "topic": text, "page": text}):
            answer = client.get(address, params=parameters)
            assert answer.status_code == 200
            if address == "/search":
                page = Markup(answer.text)
                assert scripts_of(page) == ["src"]
                assert not page.select("img")
                assert all(
                    link.startswith(("/", "#", "tel:")) for link in page.attributes("a", "href")
                )
    for folder in ("topics", "conditions", "aspects", "treatments"):
        answer = client.get(f"/{folder}/{quote(text[:300], safe='')}")
        assert answer.status_code in (200, 308, 404)
        assert scripts_of(Markup(answer.text or "<p>")) in (["src"], [])


def test_the_box_shows_what_was_typed(client: TestClient) -> None:
    """Quotes and brackets included."""
    page = Markup(client.get("/search", params={"q": '"a" <b> & c'}).text)
    assert page.attributes("#search-q", "value") == ['"a" <b> & c']


def test_nothing_of_a_visit_is_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """Not the words, not the address, at the most talkative level."""
    caplog.set_level(logging.DEBUG)
    client.get("/search", params={"q": "embarrassing"})
    client.get("/topics/secret-slug")
    said = "\n".join(record.getMessage() for record in caplog.records if "portal" in record.name)
    assert "embarrassing" not in said
    assert "secret-slug" not in said
    assert "testclient" not in said


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/topics/../../etc"]
)
def test_no_path_leads_out_of_the_site(client: TestClient, path: str) -> None:
    """Neither static files nor slugs reach the disk beside them."""
    assert client.get(path).status_code == 404


def test_no_address_takes_anything_but_questions(client: TestClient) -> None:
    """Nothing can be posted, put or deleted."""
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, f"/topics/{TWINS}").status_code == 405
