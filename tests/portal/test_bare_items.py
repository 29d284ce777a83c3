"""Items without text: the lists below them are shown further in, and nothing is said of them."""

import pytest
from markdown_it import MarkdownIt
from starlette.testclient import TestClient

from index.document import Item
from index.passage import find_passage
from portal.markdown import page_to_markdown
from tests.support.markup import Markup
from tests.support.pages import bullets, page, section
from tests.support.portal import build_library, portal_over

GOUT, FM = "Gout", "Fibromyalgia"


def _for(condition: str, text: str) -> Item:
    label = f"For {condition}"
    anchor = f"treatment-{condition.lower()}"
    told = (Item(text, conditions=(condition,)),)
    return Item(f"{label}:", label=label, conditions=(condition,), anchor=anchor, items=told)


PAGE = page(
    "Fibromyalgia and Gout",
    section("Treatment", bullets(Item("", items=(Item("Rest first"), Item("Ice"))), "A brace")),
    section(
        "Medication",
        bullets(
            Item("", items=(_for(GOUT, "Allopurinol"), _for(FM, "Duloxetine"), Item("Ask first"))),
        ),
    ),
    conditions=(GOUT, FM),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A portal over a library that holds the page."""
    folder = tmp_path_factory.mktemp("bare")
    build_library(folder, [PAGE])
    return portal_over(folder)


def test_the_page_marks_the_item_as_bare(client: TestClient) -> None:
    """A class takes its bullet away; its list is nested all the same."""
    shown = Markup(client.get(f"/topics/{PAGE.slug}").text)
    assert shown.texts("li.bare > ul > li")[:2] == ["Rest first", "Ice"]
    assert shown.texts("li:not(.bare) > ul > li") == ["Allopurinol", "Duloxetine"]


def test_markdown_nests_what_has_nothing_above_it() -> None:
    """A reader of Markdown sees the same lists."""
    text = page_to_markdown(PAGE, "https://clinic.example/")
    assert "- - Rest first\n  - Ice\n- A brace\n" in text
    html = MarkdownIt().render(text).replace("\\n", "")
    assert (
        "<ul>\n<li>\n<ul>\n<li>Rest first</li>\n<li>Ice</li>\n</ul>\n</li>\n<li>A brace</li>"
        in html
    )


def test_a_search_finds_what_hangs_below(client: TestClient) -> None:
    """The item has no line of its own, so nothing empty is shown in a result or an excerpt."""
    passage = find_passage(PAGE, "treatment")
    assert passage is not None
    assert passage.text == "Rest first\nIce\nA brace"
    (hit, *_) = client.get("/search.json", params={"q": "brace"}).json()["hits"]
    assert hit["url"].endswith("/treatment")


def test_a_condition_s_item_below_is_a_passage(client: TestClient) -> None:
    """It is found by itself, and what is left of its list stays with the section."""
    passage = find_passage(PAGE, "treatment-gout")
    rest = find_passage(PAGE, "medication")
    assert passage is not None
    assert rest is not None
    assert (passage.heading, passage.text) == ("Gout", "For Gout:\nAllopurinol")
    assert rest.text == "Ask first"
    assert client.get(f"/topics/{PAGE.slug}/treatment-gout").status_code == 200


def test_two_conditions_are_compared_point_by_point(client: TestClient) -> None:
    """What stands below an item without text is compared as any other point."""
    shown = client.get("/compare/gout/fibromyalgia").text
    assert "Allopurinol" in shown
    assert "Duloxetine" in shown
