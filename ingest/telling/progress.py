"""How far a long run has come, for whoever watches.

Items pass through unchanged; a bar is drawn. Used by the entry point and the pipeline.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol, TextIO, TypeVar

from ingest.late import late

PATIENCE = 0.5
"""Seconds of work before a bar appears; a run that is done by then needs none."""

Item = TypeVar("Item")


class Progress(Protocol):
    """Something that is told of each step."""

    def track(self, items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
        """Yield ``items``, of which there are ``total``, while ``doing`` something with them."""


class TerminalProgress:
    """A bar on a terminal; nothing where the stream is a file or a pipe."""

    def __init__(self, stream: TextIO) -> None:
        """Draw on ``stream`` if it is a terminal."""
        self._stream = stream

    def track(self, items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
        """Yield ``items``; the bar goes when they are done."""
        if not self._stream.isatty():
            yield from items
            return
        yield from late("tqdm:tqdm")(
            items,
            desc=doing,
            total=total,
            unit=" pages",
            file=self._stream,
            delay=PATIENCE,
            leave=False,
            dynamic_ncols=True,
        )
