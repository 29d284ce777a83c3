"""The description of the JSON answers is valid, whole, and true to each of them."""

import copy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.openapi.schema import Schemas
from portal.routes import ROUTES
from tests.support.portal import TWINS
from tests.support.server import running_portal

Json = dict[str, Any]

NO_TWIN = {"/openapi.json"}
"""JSON that the description does not describe: itself."""

OTHER_JSON = {"/suggest", "/healthz"}
"""JSON whose addresses do not end so."""

EXAMPLES = {
    "/index.json": "/index.json",
    "/search.json": "/search.json?q=pain&aspect=causes&page=2&explain=1",
    "/suggest": "/suggest?q=fi",
    "/topics/{page}.json": f"/topics/{TWINS}.json",
    "/topics/{page}/{section}.json": f"/topics/{TWINS}/differences.json",
    "/conditions/{condition}.json": "/conditions/fibromyalgia.json",
    "/aspects/{aspect}.json": "/aspects/causes.json",
    "/treatments/{treatment}.json": "/treatments/medications.json",
    "/history/{page}.json": f"/history/{TWINS}.json",
    "/history/{page}/{section}.json": f"/history/{TWINS}/differences.json",
    "/leaflet.json": f"/leaflet.json?s={TWINS}/differences",
    "/compare/{first}/{second}.json": "/compare/fibromyalgia/myofascial-pain-syndrome.json",
}
"""Described path -> an address of that kind; a path without variables is one itself."""


@pytest.fixture(scope="session")
def description(client: TestClient) -> Json:
    """Return the description as the portal gives it."""
    document: Json = client.get("/openapi.json").json()
    return document


def closed(schema: Any) -> Any:
    """Return ``schema`` such that an object may have no key that it does not name."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: closed(part) for key, part in schema.items()}
    return parts | {"additionalProperties": False} if "properties" in schema else parts


def test_the_description_is_valid_openapi(description: Json) -> None:
    """By the specification's own schema."""
    validate(description)
    assert description["openapi"].startswith("3.1")
    assert description["info"]["title"] == "Hillside Pain Clinic"


def test_every_json_address_is_described_and_no_other(description: Json) -> None:
    """A page whose row in portal/openapi/operations.py is missing fails here."""
    served = {
        route.path
        for route in ROUTES
        if isinstance(route, Route) and (route.path.endswith(".json") or route.path in OTHER_JSON)
    }
    assert set(description["paths"]) == served - NO_TWIN


def test_every_answer_has_exactly_the_described_shape(
    client: TestClient, description: Json
) -> None:
    """No key is missing, none is there that the description does not name."""
    document = closed(copy.deepcopy(description))
    for path, operations in document["paths"].items():
        schema = operations["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        answer = client.get(EXAMPLES.get(path, path))
        assert answer.status_code == 200, path
        Draft202012Validator({**schema, "components": document["components"]}).validate(
            answer.json()
        )


def test_an_error_has_the_described_shape(client: TestClient, description: Json) -> None:
    """A page that is not there, on a JSON address."""
    responses = description["paths"]["/topics/{page}.json"]["get"]["responses"]
    schema = responses["404"]["content"]["application/json"]["schema"]
    answer = client.get("/topics/nothing.json")
    assert answer.status_code == 404
    Draft202012Validator({**schema, "components": description["components"]}).validate(
        answer.json()
    )


def test_a_shape_of_an_unknown_kind_is_refused() -> None:
    """Rather than described as anything at all."""
    with pytest.raises(TypeError, match="no schema is known"):
        Schemas().of(set[str])


@pytest.mark.slow
def test_nothing_that_a_program_invents_breaks_the_promises(clinic: Path, tmp_path: Path) -> None:
    """Schemathesis asks a real server; answers keep to the description whatever is asked.

    That odd input is refused is not promised, on the contrary: what cannot be meant is left out
    (docs/decisions/0004-portal.md). So that one check of schemathesis is left out.
    """
    with running_portal(sys.executable, clinic) as address:
        run = subprocess.run(
            [
                Path(sys.executable).with_name("schemathesis"),
                "run",
                f"{address}/openapi.json",
                "--exclude-checks=negative_data_rejection",
                "--max-examples=15",
                "--no-color",
                "--generation-database=none",
            ],
            capture_output=True,
            cwd=tmp_path,
            text=True,
            check=False,
        )
    assert run.returncode == 0, run.stdout[-5000:]
    assert "No issues found" in run.stdout
