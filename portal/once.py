"""A value that is made when first asked for, and then kept.

What makes it enters, the value leaves; safe for many threads, of which one makes it.
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Once(Generic[Value]):
    """Room for one value."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._lock = Lock()
        self._made: list[Value] = []

    def get(self, make: Callable[[], Value]) -> Value:
        """Return the value; ``make`` makes it if nobody has asked before.

        If ``make`` raises, nothing is kept, and the next one to ask tries again.
        """
        if not self._made:
            with self._lock:
                if not self._made:
                    self._made.append(make())
        return self._made[0]
