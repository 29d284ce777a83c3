"""What goes wrong is said plainly, with a way on; machines get JSON."""

from http import HTTPStatus
from pathlib import Path

import pytest
from httpx2 import Response as Answer
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.app import create_app
from portal.errors import PLAIN_WORDS
from portal.guard import LARGEST_BODY, LONGEST_ADDRESS
from portal.settings import Settings
from tests.support.markup import Markup
from tests.support.pages import simple_page
from tests.support.portal import TWINS, build_library, portal_over


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere",
        "/topics/nothing",
        f"/topics/{TWINS}/nothing",
        "/conditions/nothing",
        "/aspects/nothing",
        "/treatments/nothing-mentions-this",
        "/topics/nothing.md",
    ],
)
def test_a_page_that_is_not_there_says_so_and_helps(client: TestClient, address: str) -> None:
    """A search box, the other ways in and the clinic's phone; the twin says it in JSON."""
    answer = client.get(address)
    assert answer.status_code == 404
    page = Markup(answer.text)
    assert page.texts("h1") == ["This page is not here"]
    assert page.attributes("main form", "action") == ["/search"]
    assert "/a-z" in page.attributes("main a", "href")
    assert "tel:5550107770" in page.attributes("main a", "href")
    twin = client.get(f"{address}.json")
    assert twin.status_code == 404
    assert twin.json()["error"]["status"] == 404


def refused(folder: Path) -> dict[int, Answer]:
    """Return what the portal over ``folder`` answers to each kind of request it refuses."""
    app = create_app(Settings(library=folder, allowed_hosts=("clinic.example",), rate=1))
    near = TestClient(app, base_url="http://clinic.example")
    far = TestClient(app, base_url="http://clinic.example", client=("198.51.100.7", 1))
    near.get("/")
    while (flooded := far.get("/search?q=pain")).status_code == 200:
        pass
    return {
        400: near.get("/search", headers={"host": "not a host"}),
        404: near.get("/nowhere"),
        405: near.post("/search"),
        413: near.post("/search", content=b"x" * (LARGEST_BODY + 1)),
        414: near.get(f"/search?q={'x' * LONGEST_ADDRESS}"),
        421: near.get("/", headers={"host": "elsewhere.example"}),
        429: flooded,
    }


def test_every_refusal_is_a_page_in_plain_words_with_a_way_on(clinic: Path) -> None:
    """What happened, a search box, the lists, the clinic's phone; robots do not keep it."""
    for status, answer in refused(clinic).items():
        assert answer.status_code == status
        shown = Markup(answer.text)
        title, message = PLAIN_WORDS[HTTPStatus(status)]
        assert shown.texts("h1") == [title]
        assert shown.texts(".lead") == [message]
        assert shown.attributes("main form", "action") == ["/search"]
        assert {"/", "/a-z", "/conditions/"} <= set(shown.attributes("main a", "href"))
        assert "tel:5550107770" in shown.attributes("main a", "href")
        assert shown.attributes("meta[name=robots]", "content") == ["noindex"]
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_machines_are_refused_in_json(clinic: Path) -> None:
    """In the same words."""
    client = TestClient(create_app(Settings(library=clinic)))
    answer = client.get(f"/search.json?q={'x' * LONGEST_ADDRESS}")
    title, message = PLAIN_WORDS[HTTPStatus.REQUEST_URI_TOO_LONG]
    assert answer.json() == {"error": {"status": 414, "title": title, "message": message}}


def test_a_method_that_is_not_allowed_names_those_that_are(client: TestClient) -> None:
    """As HTTP asks for."""
    answer = client.post("/search")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_without_a_library_the_page_names_the_command(tmp_path: Path) -> None:
    """And serves it as soon as it is there."""
    with portal_over(tmp_path / "library") as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "python -m ingest" in Markup(answer.text).texts("main")[0]
        assert int(answer.headers["retry-after"]) > 0
        assert client.get("/healthz").json()["error"]["status"] == 503
        build_library(tmp_path / "library", [simple_page("first")])
        assert client.get("/").status_code == 200
        assert client.get("/topics/first").status_code == 200


def test_a_damaged_library_names_the_command(tmp_path: Path) -> None:
    """A file that has been cut short is noticed when the library is opened."""
    build_library(tmp_path, [simple_page("first")])
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.parent != tmp_path:
            path.write_bytes(path.read_bytes()[:-1])
    with portal_over(tmp_path) as client:
        answer = client.get("/search.json")
        assert answer.status_code == 503
        assert "python -m ingest" in answer.json()["error"]["message"]


def test_a_fault_of_ours_is_a_page_without_details(clinic: Path) -> None:
    """No trace, no words of the request; the headers that protect are there too."""
    app = create_app(Settings(library=clinic))
    for path in ("/fails", "/fails.json"):
        app.router.routes.insert(0, Route(path, _fail))
    broken = TestClient(app, raise_server_exceptions=False)
    for path in ("/fails", "/fails.json"):
        answer = broken.get(path, params={"q": "secret"})
        assert answer.status_code == 500
        assert "The fault is ours" in answer.text
        assert "secret" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def _fail(request: Request) -> Response:
    raise RuntimeError(f"secret details of {request.url}")
