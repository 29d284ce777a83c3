"""JSON Schema of the shapes that answers have.

A type as in `index.shapes` and `portal.replies` enters, its schema leaves; typed dictionaries
become components of their own, named without "Json" and referred to.
"""

from enum import Enum
from inspect import getdoc
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

if TYPE_CHECKING:
    from collections.abc import Callable

Schema = dict[str, Any]

COMPONENTS = "#/components/schemas/"

_PRIMITIVES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


class Schemas:
    """Makes schemas and gathers the components that they refer to."""

    def __init__(self) -> None:
        """Begin without components."""
        self.components: dict[str, Schema] = {}
        self._generics: dict[Any, Callable[..., Schema]] = {
            Annotated: self._annotated,
            NotRequired: self.of,
            Literal: _one_of,
            list: self._list,
            dict: self._object,
            Union: self._choice,
            UnionType: self._choice,
        }

    def of(self, shape: Any) -> Schema:
        """Return the schema of ``shape``.

        Raises:
            TypeError: ``shape`` is of a kind that no answer has had so far.
        """
        if is_typeddict(shape):
            return self._reference(shape)
        if shape in _PRIMITIVES:
            return {"type": _PRIMITIVES[shape]}
        make = self._generics.get(get_origin(shape))
        if make is None:
            raise TypeError(f"no schema is known for {shape!r}; teach portal.openapi.schema")
        return make(*get_args(shape))

    def _list(self, item: Any) -> Schema:
        return {"type": "array", "items": self.of(item)}

    def _object(self, _key: Any, value: Any) -> Schema:
        return {"type": "object", "additionalProperties": self.of(value)}

    def _choice(self, *choices: Any) -> Schema:
        return {"anyOf": [self.of(choice) for choice in choices]}

    def _annotated(self, shape: Any, *notes: Any) -> Schema:
        """Return the schema of ``shape`` with what its notes add: a description, an enum's values.

        The values of a string are the enum's; the keys of an object are, and all are there.
        """
        schema = self.of(shape)
        for note in notes:
            if isinstance(note, str):
                schema["description"] = note
            else:
                schema |= _values(schema, note)
        return schema

    def _reference(self, shape: Any) -> Schema:
        name = shape.__name__.removesuffix("Json")
        if name not in self.components:
            self.components[name] = {}  # stands while its parts, which may refer to it, are made
            hints = get_type_hints(shape, include_extras=True)
            self.components[name] = {
                "type": "object",
                "description": (getdoc(shape) or "").partition("\n")[0],
                "properties": {field: self.of(hint) for field, hint in hints.items()},
                "required": [field for field in hints if field in shape.__required_keys__],
            }
        return {"$ref": COMPONENTS + name}


def _one_of(*values: str) -> Schema:
    return {"enum": list(values)}


def _values(schema: Schema, note: type[Enum]) -> Schema:
    values = [member.value for member in note]
    if schema["type"] == "object":
        return {"required": values, "propertyNames": {"enum": values}}
    return {"enum": values}
