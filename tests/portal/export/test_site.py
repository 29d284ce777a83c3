"""The exported site: whole, linked through and through, the same at every run."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from portal.__main__ import main
from portal.export.links import PLACEHOLDER
from tests.support.markup import Markup
from tests.support.portal import TWINS, build_library, clinic_pages

ADDRESS = "https://clinic.example/library"
PAGES = {f"topics/{page.slug}.html" for page in clinic_pages()}


@pytest.fixture(scope="module")
def folder(clinic: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an export that will be at ADDRESS."""
    folder = tmp_path_factory.mktemp("export") / "site"
    assert main(["export", str(folder), "--library", str(clinic), "--address", ADDRESS]) == 0
    return folder


def test_every_kind_of_page_is_there(folder: Path) -> None:
    """And what only a server can answer is not."""
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    lists = {"index.html", "a-z.html", "search.html", "about.html", "conditions/index.html"}
    machines = {"sitemap.xml", "llms.txt", "robots.txt", f"topics/{TWINS}.md"}
    assert PAGES | lists | machines | {f"topics/{TWINS}/differences.html"} <= names
    assert not {name for name in names if name.endswith(".json") or "leaflet" in name}
    assert "static/portal.js" not in names


def test_every_link_leads_to_a_file(folder: Path) -> None:
    """From every page, none to the root of a server, none to the stand-in for its address."""
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert PLACEHOLDER not in text
        page = Markup(text)
        for selector, attribute in (("[href]", "href"), ("[src]", "src"), ("[action]", "action")):
            for value in filter(None, page.attributes(selector, attribute)):
                parts = urlsplit(value)
                if parts.scheme:
                    assert parts.scheme in {"tel", "https", "mailto"}, value
                    continue
                assert not value.startswith("/"), f"{path} links {value}"
                target = path.parent / unquote(parts.path) if parts.path else path
                assert target.is_file(), f"{path} links {value}"


def test_machines_read_the_addresses_it_will_have(folder: Path) -> None:
    """Site map, list for language models, linked data."""
    places = etree.parse(folder / "sitemap.xml").getroot().findall(".//{*}loc")
    for place in places:
        name = str(place.text).removeprefix(f"{ADDRESS}/")
        assert (folder / name).is_file(), name
    assert f"({ADDRESS}/topics/{TWINS}.md)" in (folder / "llms.txt").read_text()
    assert f'"{ADDRESS}/topics/{TWINS}.html"' in (folder / f"topics/{TWINS}.html").read_text()


def test_the_same_library_gives_the_same_files(clinic: Path, folder: Path) -> None:
    """So a second run writes nothing, and copying to the host is short."""
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}
    assert main(["export", str(folder), "--library", str(clinic), "--address", ADDRESS]) == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")} == before


def test_what_a_new_generation_lacks_is_gone(tmp_path: Path) -> None:
    """Page, sections and what was found of them."""
    library, folder = tmp_path / "library", tmp_path / "site"
    build_library(library, clinic_pages())
    assert main(["export", str(folder), "--library", str(library)]) == 0
    assert (folder / "topics/dry-needling/risks.html").is_file()
    other = tmp_path / "other"
    build_library(other, [page for page in clinic_pages() if page.slug != "dry-needling"])
    assert main(["export", str(folder), "--library", str(other)]) == 0
    assert not list(folder.rglob("dry-needling*"))


@pytest.mark.parametrize("words", [["export", "DIR"], ["export", "DIR", "--library", "MISSING"]])
def test_what_cannot_be_done_is_one_line(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of others, a library that is not there."""
    (tmp_path / "letter.txt").write_text("mine")
    places = {"DIR": tmp_path if len(words) == 2 else tmp_path / "new", "MISSING": tmp_path / "no"}
    assert main([str(places.get(word, word)) for word in words]) == 1
    assert capsys.readouterr().err.count("\n") == 1
