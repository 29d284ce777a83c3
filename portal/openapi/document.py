"""The OpenAPI document, made of the operations and their shapes.

A title, a version and the site's public address enter, the document leaves as JSON values.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from portal.openapi.operations import OPERATIONS, VARIABLES, Operation, Parameter
from portal.openapi.schema import Schema, Schemas
from portal.replies.site import ErrorJson

OPENAPI = "3.1.0"

DESCRIPTION = (
    "Every page of the site as JSON, read only, without a key. Nothing a client may ask for is an "
    "error: what cannot be meant is left out, and the answer says what was read. Answers carry an "
    "ETag that changes with the library; ask again with If-None-Match and get 304 until it does."
)

_VARIABLE = re.compile(r"{(\w+)}")

_ERRORS = {
    HTTPStatus.BAD_REQUEST: "The request cannot be read",
    HTTPStatus.NOT_FOUND: "There is nothing of that name",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests; Retry-After says when to come back",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The fault is the site's",
    HTTPStatus.SERVICE_UNAVAILABLE: "There is no library yet; Retry-After says when to come back",
}


def openapi_document(
    title: str, version: str, site: str, examples: Mapping[str, str]
) -> dict[str, Any]:
    """Return the description of every JSON address of the ``site`` called ``title``.

    ``examples`` has values of the variable parts of addresses that there are in the library.
    """
    schemas = Schemas()
    failure = _json(schemas.of(ErrorJson))
    paths = {one.path: {"get": _operation(one, schemas, failure, examples)} for one in OPERATIONS}
    return {
        "openapi": OPENAPI,
        "info": {"title": title, "version": version, "description": DESCRIPTION},
        "servers": [{"url": site}],
        "paths": paths,
        "components": {"schemas": dict(sorted(schemas.components.items()))},
    }


def _operation(
    one: Operation, schemas: Schemas, failure: Schema, examples: Mapping[str, str]
) -> Schema:
    responses: Schema = {
        "200": {"description": one.summary, "content": _json(schemas.of(one.shape))},
        "304": {"description": "The client holds this answer already"},
    }
    if one.moves:
        responses["308"] = {"description": "It is at another address now, for good"}
    for status, meaning in _ERRORS.items():
        responses[str(status.value)] = {"description": meaning, "content": failure}
    return {
        "operationId": _name(one.path),
        "summary": one.summary,
        "parameters": [
            *(_variable(name, examples.get(name)) for name in _VARIABLE.findall(one.path)),
            *(_parameter(parameter) for parameter in one.parameters),
        ],
        "responses": responses,
    }


def _name(path: str) -> str:
    """Return the name of the operation at ``path`` ("/topics/{page}.json" -> "topics_page")."""
    return "_".join(re.findall(r"\w+", path.removesuffix(".json")))


def _variable(name: str, example: str | None) -> Schema:
    return {
        **({"example": example} if example else {}),
        "name": name,
        "in": "path",
        "required": True,
        "description": VARIABLES[name],
        "schema": {"type": "string"},
    }


def _parameter(parameter: Parameter) -> Schema:
    value: Schema = {"type": "string"}
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.description,
        "schema": {"type": "array", "items": value} if parameter.several else value,
    }


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}
