"""The search API: its exact shape, true addresses, and counts that hold."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from starlette.testclient import TestClient

from index.query import Facet
from tests.support.portal import FIBROMYALGIA, MYOFASCIAL, TWINS

Json = dict[str, Any]

QUERIES = (
    "q=",
    "q=pain",
    "q=sleep",
    "q=dry+needling",
    "q=medications&aspect=treatment",
    "q=pain&condition=fibromyalgia",
    "q=pain&condition=fibromyalgia&condition=neck-pain",
    "aspect=causes&aspect=treatment&condition=fibromyalgia",
    "topic=medications&category=conditions",
    "q=pain&aspect=causes&topic=nothing-has-this",
)
"""With and without words; nothing, one value, several of one facet, several facets chosen."""


def ask(client: TestClient, address: str) -> Json:
    """Return the JSON twin of the page at ``address``."""
    path, mark, query = address.partition("?")
    answer = client.get(f"{path}.json{mark}{query}")
    assert answer.status_code == 200
    body: Json = answer.json()
    return body


def test_explanations_come_with_the_hits_when_asked_for(client: TestClient) -> None:
    """In the order of the hits; the words' sum times the factors is the score."""
    found = ask(client, "/search?q=how+is+fibromyalgia+treated&explain=1")
    assert [one["url"].split("?")[0] for one in found["explanations"]] == [
        hit["url"].split("?")[0] for hit in found["hits"]
    ]
    first = found["explanations"][0]
    score = sum(word["weight"] for word in first["words"])
    for factor in first["factors"]:
        score *= factor["value"]
    assert score == pytest.approx(found["hits"][0]["score"], rel=1e-4)
    assert {word["asked"] for word in first["words"]} == {"fibromyalgia", "treated"}
    assert "explanations" not in ask(client, "/search?q=fibromyalgia&explain=0")
    assert "explanations" not in ask(client, "/search?explain=1")


def values_of(results: Json) -> Iterator[Json]:
    """Yield every value of every facet."""
    for values in results["facets"].values():
        yield from values


def test_the_shape_is_the_promised_one(client: TestClient) -> None:
    """Other programs rely on these keys, in this nesting, and on no others."""
    found = ask(client, "/search?q=needling")
    assert list(found) == ["query", "total", "pages", "page", "hits", "facets", "corrections"]
    assert (found["query"], found["page"], found["pages"]) == ("needling", 1, 1)
    assert list(found["facets"]) == ["aspect", "condition", "topic", "category"]
    for hit in found["hits"]:
        assert list(hit) == [
            "page",
            "title",
            "anchor",
            "heading",
            "aspect",
            "condition",
            "topic",
            "breadcrumb",
            "url",
            "snippet",
            "score",
        ]
        assert all(list(part) == ["text", "match"] for part in hit["snippet"])
    for value in values_of(found):
        assert list(value) == ["value", "label", "count", "selected", "url"]


def test_a_hit_says_which_passage_of_which_page_it_is(client: TestClient) -> None:
    """The item on dry needling, deep below Medications, is found with its whole path."""
    found = ask(client, "/search?q=dry+needling")
    (hit,) = (hit for hit in found["hits"] if hit["page"] == TWINS)
    assert hit["breadcrumb"] == ["Treatment Options", "Medications", MYOFASCIAL]
    assert (hit["aspect"], hit["condition"]) == ("treatment", MYOFASCIAL)
    assert hit["topic"] == "Medications"
    assert hit["url"] == f"/topics/{TWINS}/treatment-options-medications-myofascial-pain-syndrome"
    marked = [part["text"] for part in hit["snippet"] if part["match"]]
    assert " ".join(marked).replace("-", " ").casefold() == "dry needling"


def test_several_conditions_are_a_list_and_none_is_null(client: TestClient) -> None:
    """As in the structured page: a name, several names, or nothing."""
    everything = ask(client, "/search")["hits"]
    conditions = {hit["anchor"]: hit["condition"] for hit in everything}
    assert conditions["understanding-both"] == [FIBROMYALGIA, MYOFASCIAL]
    assert conditions["treatment-options-lifestyle"] is None


@pytest.mark.parametrize("query", QUERIES)
def test_every_hit_leads_to_its_passage(client: TestClient, query: str) -> None:
    """Both faces of the address of every hit are there, and show its heading."""
    for hit in ask(client, f"/search?{query}")["hits"]:
        assert ask(client, hit["url"])["anchor"] == hit["anchor"]
        assert client.get(hit["url"]).status_code == 200


@pytest.mark.parametrize("query", QUERIES)
def test_every_facet_link_leads_to_as_many_as_it_says(client: TestClient, query: str) -> None:
    """Chosen or not, alone or beside others: the count is the total behind the link."""
    found = ask(client, f"/search?{query}")
    values = list(values_of(found))
    assert values
    for value in values:
        assert ask(client, value["url"])["total"] == value["count"], value


def test_counts_of_a_facet_do_not_depend_on_its_own_choice(client: TestClient) -> None:
    """Choosing Treatment leaves the other subjects as they were: they are alternatives."""
    before = ask(client, "/search?q=pain")["facets"]["aspect"]
    after = ask(client, "/search?q=pain&aspect=treatment")["facets"]["aspect"]
    assert {(one["value"], one["count"]) for one in before} == {
        (one["value"], one["count"]) for one in after
    }
    assert [one["value"] for one in after if one["selected"]] == ["treatment"]


def test_values_of_one_facet_are_alternatives_and_facets_narrow(client: TestClient) -> None:
    """Any two subjects together have as many passages as both apart: each passage has one."""
    aspects = ask(client, "/search?q=pain")["facets"]["aspect"]
    for one, other in combinations(aspects, 2):
        both = ask(client, f"/search?q=pain&aspect={one['value']}&aspect={other['value']}")
        assert both["total"] == one["count"] + other["count"]


def test_treatment_and_one_condition_narrow_as_the_counts_said(client: TestClient) -> None:
    """Each step's total is the count that was shown before the step."""
    treatment = _value(ask(client, "/search?q=pain"), Facet.ASPECT, "treatment")
    narrowed = ask(client, treatment["url"])
    myofascial = _value(narrowed, Facet.CONDITION, "myofascial-pain-syndrome")
    last = ask(client, myofascial["url"])
    assert last["total"] == myofascial["count"] > 0
    assert all(hit["aspect"] == "treatment" for hit in last["hits"])
    assert all(MYOFASCIAL in hit["condition"] for hit in last["hits"])


def test_a_value_that_nothing_has_is_shown_and_finds_nothing(client: TestClient) -> None:
    """An old bookmark never quietly shows more than it promises."""
    found = ask(client, "/search?q=pain&topic=hypnosis")
    assert found["total"] == 0
    chosen = _value(found, Facet.TOPIC, "hypnosis")
    assert (chosen["label"], chosen["count"], chosen["selected"]) == ("hypnosis", 0, True)


def test_a_page_beyond_the_last_is_the_last(client: TestClient) -> None:
    """The JSON says which page it is."""
    found = ask(client, "/search?q=&page=500")
    assert found["page"] == found["pages"] == 2
    assert found["hits"]


def test_pages_of_results_hold_every_passage_once(client: TestClient) -> None:
    """Paging neither repeats nor skips."""
    first = ask(client, "/search")
    hits = first["hits"] + ask(client, "/search?page=2")["hits"]
    assert len({(hit["page"], hit["anchor"]) for hit in hits}) == len(hits) == first["total"]


def test_suggestions_lead_somewhere(client: TestClient) -> None:
    """Whatever is offered while typing has an address that answers."""
    offered = client.get("/suggest", params={"q": "nec"}).json()
    assert {"Neck Pain"} <= {one["text"] for one in offered}
    for one in offered:
        assert list(one) == ["text", "kind", "url"]
        assert client.get(one["url"]).status_code == 200


def _value(results: Json, facet: Facet, value: str) -> Json:
    (found,) = (one for one in results["facets"][facet.value] if one["value"] == value)
    body: Json = found
    return body
