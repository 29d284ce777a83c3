"""Functions that are imported when they are first called.

"module:function" enters, the function leaves. For what costs more to import than the common run
takes, and is seldom needed. May be imported by any module of ingest.
"""

from functools import cache
from importlib import import_module
from typing import Any


@cache
def late(name: str) -> Any:
    """Return the function, or other member, that ``name`` ("package.module:function") tells.

    Raises:
        ModuleNotFoundError: there is no such module.
        AttributeError: the module has no such member.
    """
    module, _, member = name.partition(":")
    return getattr(import_module(module), member)
