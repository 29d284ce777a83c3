"""Whoever watches the portal sees whether it is well, and nothing of its visitors."""

import json
import logging
import os
import sys
import urllib.request
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from portal.app import create_app
from portal.logs import set_up_logging
from portal.settings import Settings
from tests.support.server import fetch, running_portal

TOKEN = "a-long-token"  # noqa: S105  # opens nothing but this test
WITH_TOKEN = {"authorization": f"Bearer {TOKEN}"}


def counts(text: str, name: str) -> dict[str, float]:
    """Return label text -> value of the samples called ``name``."""
    lines = (line.rpartition(" ") for line in text.splitlines() if line.startswith(name))
    return {labels.removeprefix(name): float(value) for labels, _, value in lines}


def test_healthz_says_which_library_and_how_old(client: TestClient) -> None:
    """Live, ready, generation, age."""
    health = client.get("/healthz").json()
    assert (health["live"], health["ready"], health["generation"]) == (True, True, 1)
    assert 0 <= health["age"] < 3_600


def test_a_portal_without_a_library_is_live_and_not_ready(tmp_path: Path) -> None:
    """So that it is not restarted for what ingest has to mend."""
    client = TestClient(create_app(Settings(library=tmp_path)))
    assert client.get("/livez").status_code == 200
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "python -m ingest" in answer.json()["error"]["message"]


def test_metrics_are_for_whoever_has_the_token(clinic: Path) -> None:
    """Without a token set there is no such page; a wrong one is no key."""
    assert TestClient(create_app(Settings(library=clinic))).get("/metrics").status_code == 404
    client = TestClient(create_app(Settings(library=clinic, metrics_token=TOKEN)))
    assert client.get("/metrics").status_code == 401
    assert client.get("/metrics", headers={"authorization": "Bearer x"}).status_code == 401
    assert client.get("/metrics", headers=WITH_TOKEN).status_code == 200


def test_metrics_count_by_kind_of_page_and_hold_no_word(clinic: Path) -> None:
    """However many addresses are asked for, the labels stay the routes."""
    client = TestClient(create_app(Settings(library=clinic, metrics_token=TOKEN)))
    for number in range(5):
        client.get(f"/search?q=secret{number}")
        client.get(f"/topics/secret{number}")
        client.get(f"/secret{number}")
    text = client.get("/metrics", headers=WITH_TOKEN).text
    found = counts(text, "portal_request_seconds_count")
    assert found['{route="/search",status="200"}'] == 5
    assert found['{route="/topics/{page}",status="404"}'] == 5
    assert found['{route="(none)",status="404"}'] == 5
    assert counts(text, "portal_library_generation") == {"": 1}
    assert "secret" not in text


@pytest.mark.slow
def test_workers_count_together(clinic: Path) -> None:
    """Whichever of them is asked."""
    os.environ["PORTAL_METRICS_TOKEN"] = TOKEN
    try:
        with running_portal(sys.executable, clinic, "--workers", "2") as address:
            for _ in range(40):
                fetch(f"{address}/about")
            request = urllib.request.Request(f"{address}/metrics", headers=WITH_TOKEN)  # noqa: S310
            with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310  # loopback only
                text = answer.read().decode()
    finally:
        del os.environ["PORTAL_METRICS_TOKEN"]
    found = counts(text, "portal_request_seconds_count")
    assert found['{route="/about",status="200"}'] == 40


def test_a_log_line_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Also where it has a line break or an error with a traceback in it."""
    before = logging.getLogger().handlers[:]
    set_up_logging("json")
    try:
        try:
            int("broken\nin two")
        except ValueError:
            logging.getLogger("portal.test").exception("it said %s", "a\nb")
    finally:
        logging.basicConfig(handlers=before, force=True)
    (line,) = capsys.readouterr().err.splitlines()
    record = json.loads(line)
    assert (record["level"], record["logger"]) == ("error", "portal.test")
    assert record["message"] == "it said a\nb"
    assert "ValueError" in record["error"]
