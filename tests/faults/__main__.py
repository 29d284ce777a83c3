"""The long form of the fault suite: ``make faults``; prints figures, ends at the first fault."""

import argparse
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.killing import ANYWHERE, WRITING, Killed, spread
from tests.faults.load import reingest_under_load


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=300, help="(default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=100, help="(default: %(default)s)")
    choices = parser.parse_args()
    with TemporaryDirectory() as name:
        kill(Path(name), choices.kills)
    with TemporaryDirectory() as name:
        load(Path(name), choices.rounds)


def kill(folder: Path, kills: int) -> None:
    """Kill ingest at ``kills`` points: half over the whole run, half while it writes."""
    killed = Killed(folder)
    killed.prepare()
    for kind in (ANYWHERE, WRITING):
        points = killed.points(kind)
        chosen = spread(points, kills // 2)
        rounds = [killed.kill_at(kind, point) for point in chosen]
        say(
            f"killed at {len(chosen)} of {points} points {kind}: "
            f"{rounds.count(1)} times the old library was served, {rounds.count(2)} times the new, "
            "each time whole, and brought up to date by the next run"
        )


def load(folder: Path, rounds: int) -> None:
    """Ingest ``rounds`` times under load."""
    seen = reingest_under_load(folder, rounds)
    for fault in seen.faults:
        say(fault)
    waits = sorted(seen.waits)
    say(
        f"{rounds} ingests under load: {seen.answers} answers, {len(seen.faults)} faults; served "
        f"{statistics.median(waits):.2f} s after ingest ended (median), {waits[-1]:.2f} s at most"
    )
    sys.exit(bool(seen.faults))


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
