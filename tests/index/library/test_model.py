"""Whatever the updates, the library holds what a plain dictionary would."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from index.engine import Changes
from index.library import verify
from index.query import Query
from index.site import SiteFacts
from index.writer import LibraryWriter
from tests.support.file_engine import FileEngine
from tests.support.library import open_library, texts
from tests.support.pages import simple_page

SLUGS = st.sampled_from(["arthritis", "bursitis", "chorea", "dystonia", "epilepsy"])
WORDS = st.sampled_from(["rest", "heat", "cold " * 100, "walk"])
UPDATES = st.dictionaries(SLUGS, st.none() | WORDS, max_size=4)
"""What to put in, by slug; None takes the page out."""

BACK = "back"
STEPS = st.lists(UPDATES | st.just(BACK), min_size=1, max_size=6)


@settings(max_examples=20, deadline=None)
@given(STEPS)
def test_a_library_equals_a_dictionary(steps: list[dict[str, str | None] | str]) -> None:
    """After each update or step back: the same pages, the same finds, every file as written."""
    with TemporaryDirectory() as name, LibraryWriter(Path(name), FileEngine()) as writer:
        earlier: dict[str, str] | None = None
        model: dict[str, str] | None = None
        for step in steps:
            if isinstance(step, dict):
                pages = [simple_page(slug, text) for slug, text in step.items() if text]
                removed = frozenset(slug for slug, text in step.items() if not text)
                writer.write(Changes(pages, removed), SiteFacts())
                kept = {slug: text for slug, text in (model or {}).items() if slug not in removed}
                earlier, model = model, kept | {slug: text for slug, text in step.items() if text}
            elif earlier is not None:
                writer.rollback()
                earlier, model = None, earlier
            if model is not None:
                check(Path(name), model)


def check(folder: Path, model: dict[str, str]) -> None:
    """Compare the live generation with ``model``, slug -> text."""
    assert texts(folder) == model
    generation = open_library(folder).current()
    assert {summary.slug for summary in generation.summaries} == model.keys()
    found = generation.search(Query("rest"))
    assert {hit.page for hit in found.hits} == {slug for slug in model if model[slug] == "rest"}
    assert verify(folder) == ()
