"""A renamed page is found under its old address, for good."""

from pathlib import Path

from index.engine import Changes, open_engine
from index.writer import LibraryWriter
from tests.support.pages import simple_page
from tests.support.portal import SITE, build_library, portal_over


def test_old_addresses_of_a_page_lead_to_the_new_ones(tmp_path: Path) -> None:
    """The page, its sections and their twins."""
    build_library(tmp_path, [simple_page("sciatica")])
    with LibraryWriter(tmp_path, open_engine("whoosh")) as writer:
        changes = Changes([simple_page("leg-pain")], removed=frozenset({"sciatica"}))
        writer.write(changes, SITE, renamed={"sciatica": "leg-pain"})
    with portal_over(tmp_path) as client:
        for old in ("", ".json", "/treatment", "/treatment.json"):
            answer = client.get(f"/topics/sciatica{old}")
            assert answer.status_code == 308
            assert answer.headers["location"] == f"/topics/leg-pain{old}"
            assert client.get(answer.headers["location"]).status_code == 200
