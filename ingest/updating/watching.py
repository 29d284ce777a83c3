"""When the raw folder has changed and come to rest, so that an update is due.

A folder enters; the moments when an update is due leave, each with the files that are still being
written. Used by ``--watch``. Pages are not read here: names, sizes and times are looked at.

The folder is looked at again and again. Being told by the operating system would be quicker, but
it is told of no change that another machine makes on a network drive, and has limits that a big
folder exceeds without a word.
"""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Snapshot = Mapping[str, tuple[int, int, int]]
"""Source -> size in bytes, time of change in nanoseconds, and number of the file on its disk."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a folder is watched; all in seconds.

    Attributes:
        between_looks: pause between two looks.
        at_rest: how long a file has to stay as it is to count as whole; a copy over a slow
            connection hardly ever stands still for so long.
        patience: how long a change waits for files that never come to rest (somebody writes on
            and on); then all others are taken, and these left aside.
        before_retry: pause after an update that failed for a reason beyond the folder, such as
            a full disk.
    """

    between_looks: float = 2.0
    at_rest: float = 4.0
    patience: float = 60.0
    before_retry: float = 30.0


_SHARE_OF_LOOKING = 0.02
# Looking takes at most this share of the time, however big the folder or slow its drive.


@dataclass(slots=True)
class Watcher:
    """Looks at a folder until an update is due."""

    folder: Path
    rhythm: Rhythm = field(default_factory=Rhythm)
    _seen: Snapshot = field(default_factory=dict)
    _moved: dict[str, float] = field(default_factory=dict)
    _is_due: bool = True
    _not_before: float = 0.0
    _has_looked: bool = False

    def wait(self) -> frozenset[str]:
        """Return when an update is due: the sources that are still being written.

        The first is due at once, but for files that were written just now.
        """
        while True:
            started = time.monotonic()
            self._look(started)
            moving = self._moving(started)
            first = min(self._moved.values(), default=started)
            is_patient = started - first < self.rhythm.patience
            if self._is_due and started >= self._not_before and not (moving and is_patient):
                self._moved = {source: self._moved[source] for source in moving}
                self._is_due = bool(moving)
                return moving
            cost = time.monotonic() - started
            time.sleep(max(self.rhythm.between_looks, cost / _SHARE_OF_LOOKING))

    def retry(self) -> None:
        """Have the update that was due last be due once more, after a while."""
        self._is_due = True
        self._not_before = time.monotonic() + self.rhythm.before_retry

    def _look(self, now: float) -> None:
        seen = look(self.folder)
        if self._has_looked:
            moved = {source for source, _ in seen.items() ^ self._seen.items()}
        else:
            recent = time.time_ns() - int(self.rhythm.at_rest * 1e9)
            moved = {source for source, (_, changed, _) in seen.items() if changed > recent}
        self._has_looked = True
        self._seen = seen
        if moved:
            self._is_due = True
            self._not_before = 0.0
            self._moved |= dict.fromkeys(moved, now)

    def _moving(self, now: float) -> frozenset[str]:
        """Return the files there are that changed a moment ago; those that went are no matter."""
        return frozenset(
            source
            for source, moved in self._moved.items()
            if now - moved < self.rhythm.at_rest and source in self._seen
        )


def look(folder: Path) -> Snapshot:
    """Return what lies in ``folder``, hidden files aside; what cannot be read is left out."""
    return dict(_entries(str(folder), ""))


def _entries(folder: str, above: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    try:
        with os.scandir(folder) as entries:
            listed = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:  # gone or forbidden: the update that follows says so
        return
    for entry in listed:
        source = above + entry.name
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path, f"{source}/")
                continue
            status = entry.stat()
        except OSError:  # gone between the two looks, or a link that leads nowhere
            continue
        yield source, (status.st_size, status.st_mtime_ns, status.st_ino)
