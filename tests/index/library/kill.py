"""Kills a writer at a random moment and looks at what is left.

The test suite does it a dozen times; the long form is ``python -m tests.index.library.kill 300``,
which prints what it saw and ends at the first fault.
"""

import argparse
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from index.engine import Changes
from index.library import verify
from index.query import Query
from index.site import SiteFacts
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine
from tests.support.library import first_text, open_library
from tests.support.pages import many_pages, simple_page

ROOT = Path(__file__).parents[3]
CHANGING = tuple(f"changing-{number}" for number in range(10))
LASTING = 40
LONGEST_DELAY = 0.15
"""Seconds after its first write in which the writer is killed: a few writes' time."""

WRITER = "from tests.index.library.kill import write_for_ever; write_for_ever()"


@dataclass(frozen=True, slots=True)
class Outcome:
    """After a kill: the last round said to be written, and what a reader found."""

    said: int
    found: int
    left_behind: int


def write_for_ever() -> None:
    """Write round after round of the changing pages, and say what is done."""
    with LibraryWriter(Path(sys.argv[1]), FileEngine()) as writer:
        number = int(sys.argv[2])
        if writer.live is None:
            writer.write(Changes(many_pages(LASTING, words=30)), SiteFacts())
        while True:
            number += 1
            pages = [simple_page(slug, f"Round {number}.") for slug in CHANGING]
            writer.write(Changes(pages), SiteFacts())
            print(number, flush=True)  # noqa: T201  # this is how the killer follows it


def kill_once(folder: Path, first: int, delay: float) -> Outcome:
    """Start a writer after round ``first``, kill it ``delay`` seconds after its first write, look.

    Raises:
        AssertionError: the library is not whole, mixes rounds, or has lost a round said written.
    """
    command = [sys.executable, "-c", WRITER, str(folder), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = int(process.stdout.readline())
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        said = max([said, *(int(line) for line in process.stdout if line.endswith("\n"))])
    return Outcome(said, _look(folder, said), len(list(folder.glob("building-*"))))


def _look(folder: Path, said: int) -> int:
    assert verify(folder) == ()
    generation = open_library(folder).current()
    pages = {page.slug: page for page in generation.pages()}
    assert len(pages) == len(CHANGING) + LASTING
    rounds = {first_text(pages[slug]) for slug in CHANGING}
    assert len(rounds) == 1
    text = rounds.pop()
    found = int(text.removeprefix("Round ").removesuffix("."))
    assert said <= found <= said + 1
    assert generation.search(Query(text)).total == len(CHANGING)
    return found


def main() -> None:
    """Kill as often as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many times to kill")
    count = parser.parse_args().count
    chance = random.Random(count)  # noqa: S311  # repeatable moments, nothing secret
    rounds = unfinished = 0
    with TemporaryDirectory() as name:
        for _ in range(count):
            outcome = kill_once(Path(name), rounds, chance.uniform(0, LONGEST_DELAY))
            rounds = outcome.found
            unfinished += bool(outcome.left_behind)
    print(f"{count} kills, {unfinished} in mid-write, {rounds} rounds written, library whole")  # noqa: T201  # the report of the long form


if __name__ == "__main__":
    main()
