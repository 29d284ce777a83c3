"""What was worked out once and may be asked for again, and what is worked out only when asked for.

Any values enter and leave. Safe for many threads: a value depends on its key alone and never
changes, so it matters neither which thread has made it nor if two have.
"""

from collections.abc import Callable, Hashable
from threading import Lock
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


class Late(Generic[_Value]):
    """A value that takes long to make and may never be asked for."""

    __slots__ = ("_lock", "_made", "_make")

    def __init__(self, make: Callable[[], _Value]) -> None:
        """Prepare to call ``make``, once."""
        self._make: Callable[[], _Value] | None = make
        self._made: list[_Value] = []
        self._lock = Lock()

    def get(self) -> _Value:
        """Return the value; the first to ask makes it, others wait for that."""
        if not self._made:
            with self._lock:
                if self._make is not None:
                    self._made.append(self._make())
                    self._make = None  # and all that it holds
        return self._made[0]
