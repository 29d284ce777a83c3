"""An answer is sent once, until the library changes."""

import time
from pathlib import Path

from starlette.testclient import TestClient

from tests.support.markup import Markup
from tests.support.pages import simple_page
from tests.support.portal import build_library, portal_over

NOTICED_SECONDS = 1.5
"""A new generation is to be seen within a second; the rest is for a loaded machine."""

ADDRESSES = ("/", "/search?q=pain", "/search.json?q=pain", "/a-z", "/about.json")


def test_an_answer_already_held_is_not_sent_again(client: TestClient) -> None:
    """The tag stands for the generation, so no search is needed to say so."""
    for address in ADDRESSES:
        tag = client.get(address).headers["etag"]
        again = client.get(address, headers={"if-none-match": tag})
        assert (again.status_code, again.content) == (304, b"")


def test_a_page_that_is_not_there_has_no_tag(client: TestClient) -> None:
    """It may come with the next generation."""
    answer = client.get("/topics/not-yet")
    assert answer.status_code == 404
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


def test_a_new_generation_has_new_answers(tmp_path: Path) -> None:
    """Within a second the new page is served, and old tags are worth nothing."""
    build_library(tmp_path, [simple_page("first")])
    with portal_over(tmp_path) as client:
        tag = client.get("/").headers["etag"]
        assert client.get("/topics/second").status_code == 404
        build_library(tmp_path, [simple_page("second")])
        deadline = time.monotonic() + NOTICED_SECONDS
        while client.get("/topics/second").status_code != 200:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert client.get("/", headers={"if-none-match": tag}).status_code == 200
        assert client.get("/healthz").json()["pages"] == 2


def test_static_files_are_kept_for_good(client: TestClient) -> None:
    """Their address carries a fingerprint of their content."""
    page = Markup(client.get("/").text)
    (style,) = page.attributes("link[rel=stylesheet]", "href")
    answer = client.get(style)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert "immutable" not in client.get("/static/portal.css").headers["cache-control"]


def test_long_answers_are_compressed(client: TestClient) -> None:
    """And small ones are not worth it."""
    assert client.get("/").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/healthz").headers
