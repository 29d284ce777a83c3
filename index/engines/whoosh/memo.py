"""What was worked out once and may be asked for again, as much as memory is meant to hold.

Any values enter and leave. Safe for many threads: a value depends on its key alone and never
changes, so it matters neither which thread has made it nor if two have.
"""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Memo(Generic[_Key, _Value]):
    """At most ``limit`` values; all are forgotten when there would be one more."""

    __slots__ = ("_kept", "_limit")

    def __init__(self, limit: int) -> None:
        """Begin empty."""
        self._kept: dict[_Key, _Value] = {}
        self._limit = limit

    def of(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """Return the value of ``key``, made by ``make`` where it is not kept."""
        try:
            return self._kept[key]
        except KeyError:
            value = make()
        if len(self._kept) >= self._limit:
            self._kept.clear()
        self._kept[key] = value
        return value
