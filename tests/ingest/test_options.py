"""What staff are told of the options is what there is."""

import re
from pathlib import Path

from ingest.options import command_line

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_names_every_option_and_no_other() -> None:
    """Its table and ``--help`` agree, with the names of what an option takes."""
    row = re.compile(r"^\| `(--[a-z-]+)(?: [A-Za-z.]+)?` \|", re.M)
    in_readme = set(row.findall(README.read_text(encoding="utf-8")))
    in_help = set(re.findall(r"^  (--[a-z-]+)", command_line().format_help(), re.M))
    assert in_readme == in_help - {"--help"}
