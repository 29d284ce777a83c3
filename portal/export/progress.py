"""How far an export has come, for whoever watches it on a terminal.

Numbers enter, one line that rewrites itself leaves; nothing where nobody watches.
"""

import time
from typing import TextIO

EVERY_SECONDS = 0.2
"""Between two rewritings: fast enough to be seen to move."""

_CLEAR = "\r\x1b[K"
# To the line's beginning, and what is on it gone (ECMA-48).


class Progress:
    """One line on a terminal."""

    def __init__(self, stream: TextIO) -> None:
        """Write to ``stream`` if it is a terminal."""
        self._stream = stream
        self._shown = stream.isatty()
        self._next = time.monotonic() + EVERY_SECONDS

    def tell(self, done: int, left: int) -> None:
        """Show that ``done`` pages are made and ``left`` more are known of."""
        now = time.monotonic()
        if self._shown and now >= self._next:
            self._next = now + EVERY_SECONDS
            self._stream.write(f"{_CLEAR}{done:,} pages made, {left:,} to go")
            self._stream.flush()

    def finish(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
