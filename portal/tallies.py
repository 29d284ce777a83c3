"""Which words visitors search for, and which ones find nothing: counts, if staff switch them on.

Words of searches enter; a file a day and process with counts leaves. Nothing tells who asked, when
within the day, or which words were asked for together. A word is counted in memory only, and
written once it has been asked for often enough to be nobody's own; rarer ones are gone at midnight
or when the process ends. Words with digits are never counted: they may be dates or numbers of
people.
"""

import json
import logging
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Lock

from index.words import STOP_WORDS, surfaces_of
from portal.kept import Kept

LOG = logging.getLogger(__name__)

MOST_WORDS = 20_000
"""Different words counted a day, some 2 MB; beyond them only those known are counted on."""

SHORTEST, LONGEST = 3, 30
"""Characters of a word that is counted; the longest words of medicine have fewer than thirty."""

WRITE_SECONDS = 60.0
"""Between two writings of the file; what was counted since may be lost with the process."""

SUFFIX = ".tally.json"


@dataclass(slots=True)
class _Day:
    date: date
    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)


class Tallies:
    """The counts of one process; safe for threads."""

    def __init__(
        self,
        folder: Path,
        days: int,
        least: int,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Count into ``folder``, keep ``days`` days, write words counted ``least`` times."""
        self._folder = folder
        self._days = days
        self._least = least
        self._now = now
        self._clock = clock
        self._lock = Lock()
        self._name = secrets.token_hex(8)
        self._day = _Day(now().date())
        self._written = clock()

    def kept(self) -> Kept:
        """Return what is held, for visitors to read."""
        return Kept(
            what=f"Single words that were searched for at least {self._least} times in a day, with "
            "how often, and whether they found something. No whole searches, no words with digits.",
            purpose="So that the clinic learns which words its pages lack.",
            where="In files on the clinic's server.",
            until=f"{self._days} days. Rarer words are never written, and gone at midnight.",
        )

    def count(self, found: Iterable[str], missed: Iterable[str]) -> None:
        """Count the words of texts that a search found, and of those that it missed."""
        with self._lock:
            today = self._now().date()
            if today != self._day.date:
                self._write()
                self._day = _Day(today)
            _add(self._day.found, found)
            _add(self._day.missed, missed)
            if self._clock() - self._written >= WRITE_SECONDS:
                self._write()

    def write(self) -> None:
        """Write what may be written now, and remove what is too old."""
        with self._lock:
            self._write()

    def _write(self) -> None:
        self._written = self._clock()
        day = self._day
        values = {"found": self._often(day.found), "missed": self._often(day.missed)}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if any(values.values()):
                path = self._folder / f"{day.date.isoformat()}-{self._name}{SUFFIX}"
                fresh = path.with_suffix(".new")
                fresh.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
                fresh.replace(path)
            for path in _files(self._folder):
                if _date_of(path) <= self._now().date() - timedelta(days=self._days):
                    path.unlink(missing_ok=True)
        except OSError as error:
            LOG.warning("tallies cannot be written to %s: %s", self._folder, error.strerror)

    def _often(self, counts: Mapping[str, int]) -> dict[str, int]:
        return {word: count for word, count in counts.items() if count >= self._least}


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over all days that are kept."""

    found: Counter[str]
    missed: Counter[str]


def read_tallies(folder: Path) -> Totals:
    """Return the counts in ``folder``, which need not exist.

    Raises:
        ValueError: a file there is no tally; the message names it.
    """
    totals = Totals(Counter(), Counter())
    for path in _files(folder):
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
            totals.found.update(values["found"])
            totals.missed.update(values["missed"])
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path} is no tally; delete it") from error
    return totals


def _add(counts: Counter[str], texts: Iterable[str]) -> None:
    for word in {word for text in texts for word in surfaces_of(text)}:
        usual = SHORTEST <= len(word) <= LONGEST and word.isalpha() and word not in STOP_WORDS
        if usual and (word in counts or len(counts) < MOST_WORDS):
            counts[word] += 1


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"????-??-??-*{SUFFIX}"))


def _date_of(path: Path) -> date:
    return date.fromisoformat(path.name[:10])
