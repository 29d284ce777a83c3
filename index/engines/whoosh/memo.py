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
    """At most ``limit`` values, those asked for last.

    Half of them are young: when those are enough, they become the old ones, of which only what is
    asked for again is kept.
    """

    __slots__ = ("_half", "_old", "_young")

    def __init__(self, limit: int) -> None:
        """Begin empty; ``limit`` is at least 2."""
        self._half = limit // 2
        self._young: dict[_Key, _Value] = {}
        self._old: dict[_Key, _Value] = {}

    def of(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """Return the value of ``key``, made by ``make`` where it is not kept."""
        young, old = self._young, self._old
        if key in young:
            return young[key]
        value = old[key] if key in old else make()
        if len(young) >= self._half:
            self._old, self._young = young, {key: value}
        else:
            young[key] = value
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
