"""The exported site: whole, linked through and through, the same at every run."""

import shutil
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from portal.__main__ import main
from portal.export.folder import LIST, ExportError
from portal.export.links import PLACEHOLDER
from portal.export.making import Job, made_by_processes, static_app
from portal.export.site import export
from portal.settings import Settings
from portal.views.browse import LISTED_NAMES
from tests.support.markup import Markup
from tests.support.pages import page, section
from tests.support.portal import TWINS, build_library, clinic_pages

ADDRESS = "https://clinic.example/library"
PAGES = {f"topics/{page.slug}.html" for page in clinic_pages()}


@pytest.fixture(scope="module")
def folder(clinic: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an export that will be at ADDRESS."""
    folder = tmp_path_factory.mktemp("export") / "site"
    assert main(["export", str(folder), "--library", str(clinic), "--address", ADDRESS]) == 0
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files below ``folder`` by name."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


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


def test_several_processes_make_the_same_files(clinic: Path, folder: Path, tmp_path: Path) -> None:
    """A big library's pages are made by all cores."""
    done = export(Settings(library=clinic), tmp_path / "site", ADDRESS, processes=2)
    assert contents(tmp_path / "site") == contents(folder)
    assert done.files == done.changed == len(contents(folder)) - len((LIST,))


def test_processes_that_see_another_generation_write_nothing(clinic: Path, tmp_path: Path) -> None:
    """Half of the one and half of the other would be neither."""
    generation, _ = static_app(Settings(library=clinic)).state.shelf.open()
    before = replace(generation.info, number=generation.info.number - 1)
    job = Job(Settings(library=clinic), before, tmp_path, "")
    with (
        made_by_processes(job, 1) as submit,
        pytest.raises(ExportError, match="brought up to date"),
    ):
        submit(["/"]).result()
    assert not contents(tmp_path)


def test_no_file_is_made_twice(clinic: Path, tmp_path: Path) -> None:
    """However many words to mark and places on it a page is linked with."""
    library, site = tmp_path / "library", tmp_path / "site"
    shutil.copytree(clinic, library)
    first = export(Settings(library=library), site, ADDRESS)
    assert first.changed == first.files
    marked = [path for path in site.rglob("*.html") if "?mark=" in path.read_text()]
    assert not marked
    assert "<mark>" not in (site / "topics/neck-pain/symptoms.html").read_text()


def test_only_what_has_changed_has_a_history(clinic: Path, folder: Path, tmp_path: Path) -> None:
    """A page more for every page, saying that nothing changed, would help nobody."""
    assert not (folder / "history").exists()
    library, site = tmp_path / "library", tmp_path / "site"
    shutil.copytree(clinic, library)
    build_library(library, [page("Neck Pain", section("Treatment", "Rest."))])
    export(Settings(library=library), site, ADDRESS)
    names = {path.name for path in (site / "history").rglob("*") if path.is_file()}
    assert {"neck-pain.html", "neck-pain.atom", "treatment.html"} == names


def test_the_letters_of_a_long_list_are_files(tmp_path: Path) -> None:
    """Each with the names that begin with it, linked from the others."""
    library, site = tmp_path / "library", tmp_path / "site"
    names = [f"{letter}{number} Pain" for letter in "AB" for number in range(LISTED_NAMES // 2 + 1)]
    build_library(library, [page(name, section("What", "It hurts.")) for name in names])
    export(Settings(library=library), site, "", processes=0)
    shown = Markup((site / "a-z/letter-B.html").read_text())
    assert shown.texts(".letter h2") == ["B"]
    assert "letter-A.html" in shown.attributes(".letters a", "href")[0]


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
