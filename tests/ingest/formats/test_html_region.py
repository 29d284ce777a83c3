"""What of a saved web page is content, and what is furniture around it."""

import pytest

from ingest.blocks import Bullet, Extract, Text
from ingest.formats.html import read
from ingest.formats.html.wording import says
from tests.ingest.formats.html_pages import PROSE, plain

MENU = (
    '<li><a href="/">Home</a></li><li><a href="/t">Treatments</a><ul><li><a href="/s">Splints</a>'
)
BODY = f"<h1>Tennis elbow</h1><p>{PROSE}</p><h2>Causes</h2><ul><li>Gripping</li></ul><p>{PROSE}</p>"
CONTENT = [PROSE, ("h2", "Causes"), ("-", "Gripping"), PROSE]


def extract(body: str, title: str = "Tennis elbow | Riverside Clinic") -> Extract:
    """Read a page with a ``<title>`` and this body."""
    return read(f"<title>{title}</title><body>{body}</body>".encode(), "page.html")


def test_elements_that_say_what_they_are_are_believed() -> None:
    """Navigation before, footer after; both kept in page order, menus with their depth."""
    page = extract(
        f"<header><p>Riverside Clinic</p><nav><ul>{MENU}</ul></nav></header><main>{BODY}</main>"
        "<footer><h2>Contact</h2><p>14 Harbour Road<br>Springfield</p><p>© 2025</p></footer>"
    )
    assert page.title == "Tennis elbow"
    assert [plain(block) for block in page.content] == CONTENT
    assert [plain(block) for block in page.before] == [
        "Riverside Clinic",
        ("-", "Home"),
        ("-", "Treatments"),
        ("--", "Splints"),
    ]
    assert [plain(block) for block in page.after] == [
        ("h2", "Contact"),
        "14 Harbour Road",
        "Springfield",
        "© 2025",
    ]


def test_a_page_without_any_meaning_in_its_tags_is_read_as_well() -> None:
    """Layout tables and bare divisions: the prose, the links and the title tell."""
    page = extract(
        "<table><tr><td><a href=/>Home</a><br><a href=/c>Conditions</a><br><a href=/n>News</a></td>"
        f"<td><div>{BODY}</div></td></tr><tr><td colspan=2>Copyright 2025 Riverside Clinic."
        " All rights reserved.</td></tr></table>"
    )
    assert [plain(block) for block in page.content] == CONTENT
    assert Text("Home", page.before[0].lines) == page.before[0]
    assert "Copyright" in str(plain(page.after[-1]))


def test_a_page_of_nothing_but_bullets_is_content() -> None:
    """Short items under headings are content where there is no prose to find."""
    lists = "".join(
        f"<h2>{heading}</h2><ul><li>Widespread pain</li><li>Poor sleep:<ul><li>Restless nights"
        "</li></ul></li></ul>"
        for heading in ("Causes", "Symptoms", "Treatment")
    )
    page = extract(f"<nav><ul>{MENU}</ul></nav><main><h1>Tennis elbow</h1>{lists}</main>")
    assert len([block for block in page.content if isinstance(block, Bullet)]) == 9
    assert len(page.before) == 3


def test_furniture_between_parts_of_the_content_is_taken_out() -> None:
    """Share bars and forms stand in the middle of many articles."""
    page = extract(
        f"<main>{BODY}<form class=newsletter><h3>Newsletter</h3><label>Your email</label>"
        "<p>Subscribe to our newsletter and never miss a post.</p></form>"
        f"<h2>Outlook</h2><p>{PROSE}</p></main>"
    )
    assert [plain(block) for block in page.content] == [*CONTENT, ("h2", "Outlook"), PROSE]
    assert ("h3", "Newsletter") in [plain(block) for block in page.after]


def test_a_cookie_notice_is_furniture_wherever_it_stands() -> None:
    """Even when its text is long and comes first."""
    notice = (
        "We use cookies to analyze website traffic and optimize your website experience. By "
        "accepting our use of cookies, your data will be aggregated with all other user data."
    )
    page = extract(
        f'<div class="cookie-banner" role="dialog"><p>{notice}</p><button>Accept</button></div>'
        f"<main>{BODY}</main>"
    )
    assert [plain(block) for block in page.content] == CONTENT
    assert notice in [plain(block) for block in page.before]


def test_the_title_is_the_heading_that_the_page_names_itself_by() -> None:
    """A logo set as a heading is the site's name, not the page's."""
    page = extract(f"<header><h1>Riverside Clinic</h1></header><main>{BODY}</main>")
    assert page.title == "Tennis elbow"


def test_without_a_heading_the_title_element_names_the_page() -> None:
    """Without the site's name behind the bar."""
    assert extract(f"<main><p>{PROSE}</p><p>{PROSE}</p></main>").title == "Tennis elbow"


def test_a_page_hidden_until_a_script_shows_it_is_read() -> None:
    """Hiding everything hides nothing."""
    assert [plain(b) for b in extract(f'<div style="display:none">{BODY}</div>').content] == CONTENT


def test_a_page_without_text_gives_nothing() -> None:
    """An application's empty shell has no content; the pipeline warns of it."""
    page = read(b"<html><body><div id=app></div><script>run()</script></body></html>", "x.html")
    assert (page.title, page.content, page.before, page.after) == (None, (), (), ())


def test_the_form_and_the_hours_below_the_content_are_not_its_last_section() -> None:
    """In a builder's nest of unnamed elements they look like content, but say what they are."""
    page = extract(
        "<div><ul><li><a href=/>Home</a><li><a href=/c>Contact</a></ul></div><div>"
        "<h1>Frozen Shoulder</h1><p>Frozen shoulder is stiffness and pain in the shoulder joint, "
        "which comes slowly and goes slowly.</p><h2>How long does it last?</h2>"
        "<p>Usually one to three years.</p></div><div><h4>Drop us a line!</h4><p>Attach Files</p>"
        "<h4>Hours</h4><p>Mon 08:30 am – 04:30 pm</p><p>Call (555) 555-0142</p></div>",
        "Frozen Shoulder | Lakeside Pain Clinic",
    )
    assert plain(page.content[-1]) == "Usually one to three years."
    assert "Call (555) 555-0142" in [plain(block) for block in page.after]


@pytest.mark.parametrize("line", ["Joined", "Member since 2019", "Messages: 1,204", "Posts 31"])
def test_what_a_forum_tells_of_a_member_is_about_who_wrote(line: str) -> None:
    """Beside each post of a patients' forum stands its author's record, which is no content."""
    assert "says who wrote" in says(line)


def test_a_sentence_about_joining_is_not() -> None:
    """The same words in running text tell nothing."""
    assert says("Joined-up care means one plan for your whole team to follow.") == frozenset()
