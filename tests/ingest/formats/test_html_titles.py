"""What names a saved page: its main heading, its `<title>`, or the line that shows one of them."""

from ingest.blocks import Extract
from ingest.formats.html import read
from tests.ingest.formats.html_pages import PROSE, plain


def whole(title: str, body: str) -> Extract:
    """Read a page with nothing in it but ``body``."""
    return read(
        f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(), "p"
    )


def test_a_main_heading_with_which_the_title_element_begins_is_the_title() -> None:
    """Search engines are told what else the page has; another heading may say as much of that."""
    body = f"<h1>Gabapentin</h1><p>{PROSE}</p><h2>Side effects</h2><p>{PROSE}</p>"
    found = whole("Gabapentin: Uses, Side Effects | MedRef", body)
    assert found.title == "Gabapentin"
    assert ("h2", "Side effects") in map(plain, found.content)


def test_the_name_that_a_line_shows_nearest_to_the_text_is_the_title() -> None:
    """A practice puts its own name first; the page shows which part of it is the page's."""
    line = '<font size="5"><b>Carpal Tunnel Syndrome</b></font>'
    body = f"<p>Dr. Harold Finch</p>{line}<p>{PROSE}</p><p>{PROSE}</p>"
    found = whole("Dr. Harold Finch - Carpal Tunnel Syndrome", body)
    assert found.title == "Carpal Tunnel Syndrome"
    assert [plain(block) for block in found.content] == [PROSE, PROSE]


def test_lines_above_the_title_are_the_site_s() -> None:
    """A logo's text stands there; it is kept, for it may be the clinic's name."""
    body = (
        '<div><div class="top">St Brendan\'s Hospital</div></div>'
        '<div><p style="font-size:28px">Your knee arthroscopy</p>'
        f"<p>{PROSE}</p><p>{PROSE}</p></div>"
    )
    found = whole("Your knee arthroscopy", body)
    assert found.title == "Your knee arthroscopy"
    assert [plain(block) for block in found.content] == [PROSE, PROSE]
    assert [plain(block) for block in found.before] == ["St Brendan's Hospital"]


def test_the_first_heading_is_the_title_if_the_title_element_begins_with_it() -> None:
    """Of any level, where nothing stands above it."""
    body = f"<h2>Methotrexate</h2><h5>For patients</h5><p>{PROSE}</p><h4>Dose</h4><p>{PROSE}</p>"
    found = whole("Methotrexate information sheet", body)
    assert found.title == "Methotrexate"
    assert plain(found.content[0]) == ("h5", "For patients")


def test_a_menu_right_above_the_title_is_the_site_s() -> None:
    """However near it stands to the text."""
    menu = '<ul><li><a href="/m">Main page</a></li></ul>'
    found = whole("Tendinopathy", f"<div>{menu}<h1>Tendinopathy</h1><p>{PROSE}</p></div>")
    assert [plain(block) for block in found.content] == [PROSE]
