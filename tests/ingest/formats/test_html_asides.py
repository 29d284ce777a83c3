"""What is furniture wherever it stands: buttons, menus, bylines, related pages, addresses."""

import pytest

from ingest.formats.html import read
from tests.ingest.formats.html_pages import AFTER, AFTERWARDS, PROSE, content, plain


@pytest.mark.parametrize(
    "button",
    [
        '<p><a href="/book">Book an appointment</a></p>',
        '<div class="button"><a href="/b">Make an appointment</a></div>',
        '<p><a href="/more">Read more</a></p>',
        '<p><a href="/">Home</a> | <a href="/s">Our staff</a> | <a href="/map">Way here</a></p>',
        '<div class="share"><b>Share</b><a href="/f">Facebook</a><a href="/e">Email</a></div>',
        '<p class="byline">By Dr. A. Weir · Reviewed 12 March 2024 · 4 min read</p>',
    ],
)
def test_a_button_a_menu_or_a_byline_amid_the_text_is_left_out(button: str) -> None:
    """Each says by itself what it is, however surely the text around it is content."""
    assert content(f"<p>{PROSE}</p>{button}{AFTER}") == [PROSE, *AFTERWARDS]


def test_a_sentence_with_a_link_is_no_button() -> None:
    """What a sentence asks for is advice."""
    body = '<p>Call us if it swells; <a href="/book">book an appointment</a> if it does not.</p>'
    assert content(body) == ["Call us if it swells; book an appointment if it does not."]


def test_related_pages_are_left_out_where_name_heading_and_links_agree() -> None:
    """Cards with a sentence each read like content, but are of other pages."""
    card = '<li><a href="/a"><h3>Heat or ice?</h3><p>Which one to choose, and when to stop.</p></a>'
    body = f'{AFTER}<section class="related-posts"><h2>Related articles</h2><ul>{card * 2}</ul>'
    assert content(f"{body}</section>") == AFTERWARDS


def test_a_section_named_by_its_heading_is_content() -> None:
    """A heading's words in the element's id are one witness, not two."""
    body = (
        '<section id="more-on-splints"><h2>More on splints</h2><p>A splint rests the wrist, and '
        "with it the muscles that pull at the elbow.</p></section>"
    )
    assert content(body)[0] == ("h2", "More on splints")


def test_a_letter_to_subscribe_to_is_left_out_with_its_form() -> None:
    """Its heading may say nothing, but it is named a newsletter and asks for an address."""
    body = (
        f'{AFTER}<section class="newsletter"><h2>Stay in the loop</h2><p>Tips for elbows every '
        "month.</p><form><label>Email</label><input><button>Join</button></form></section>"
    )
    assert content(body) == AFTERWARDS


def test_the_record_of_a_forums_member_is_left_out() -> None:
    """Who wrote stays as a heading, when they joined does not."""
    record = "<dl><dt>Joined</dt><dd>May 2016</dd></dl><dl><dt>Messages</dt><dd>11</dd></dl>"
    body = f'<div class="user-details"><h4>tennisfan</h4>{record}</div><p>{PROSE}</p>'
    assert content(body) == [("h4", "tennisfan"), PROSE]


def test_a_contents_list_makes_no_section() -> None:
    """What heads it is no part of the page."""
    links = '<ul><li><a href="#x">Afterwards</a></li></ul>'
    assert content(f"<h2>Table of contents</h2>{links}{AFTER}")[0] == ("-", "Afterwards")


def test_a_cookie_notice_does_not_decide_where_the_content_is() -> None:
    """On a short page it may be the longest paragraph, and the rest of the page is around it."""
    page = extract_bare(
        '<div class="menu"><ul><li><a href="/">Home</a><li><a href="/ra">Arthritis</a></ul></div>'
        '<div class="wrap"><div class="text"><p>Fibromyalgia is long-lasting pain all over the '
        "body, with poor sleep and tiredness.</p><h3>Signs</h3><ul><li>Sleep that does not "
        "refresh</ul><h3>Self-care</h3><p>Pace yourself: plan rest before you need it.</p></div>"
        '<div class="side"><h3>Opening times</h3><p>Mon-Fri 8-17</p></div></div>'
        '<div id="info-bar">This website uses cookies to improve your experience. We assume that '
        "you are fine with this, but you can opt out at any time if you wish to.</div>"
    )
    assert page == [
        "Fibromyalgia is long-lasting pain all over the body, with poor sleep and tiredness.",
        ("h3", "Signs"),
        ("-", "Sleep that does not refresh"),
        ("h3", "Self-care"),
        "Pace yourself: plan rest before you need it.",
    ]


@pytest.mark.parametrize(
    "last",
    [
        "<h2>Get in touch</h2><p>88 Hill Road, Eastfield</p><p>Tel: 555-555-0177</p>"
        "<div>Thanks for submitting!</div>",
        "<p>Pinewood Pain Management<br>200 Forest Blvd, Suite 4<br>Pinewood, ST 00000<br>"
        "Phone: (555) 555-0123</p><p>Site by Webworks. Last modified: May 5, 2011</p>",
    ],
)
def test_the_address_at_the_end_is_not_content(last: str) -> None:
    """An address, what a form says once it is sent, who built the site."""
    assert extract_bare(f"<h1>Elbow pain</h1><p>{PROSE}</p>{AFTER}{last}") == [PROSE, *AFTERWARDS]


def extract_bare(body: str) -> list[object]:
    """Return the content of a page that has no other elements than ``body``."""
    page = f"<html><head><title>Elbow pain</title></head><body>{body}</body></html>"
    return [plain(block) for block in read(page.encode(), "page.html").content]


@pytest.mark.parametrize("element", ["aside", "nav", "div"])
def test_links_to_the_page_s_places_outside_its_text_are_a_menu(element: str) -> None:
    """Beside ``<main>`` they are the site's way around the page, within it the text's contents."""
    items = '<li><a href="#care">Self-care</a></li><li><a href="#when">When to call</a></li>'
    places = f'<{element} class="toc"><ul>{items}</ul></{element}>'
    body = (
        f'<p>{PROSE}</p><h2 id="care">Self-care</h2><p>{PROSE}</p><h2 id="when">When to call</h2>'
    )
    whole = f"<body>{{}}<main><h1>Elbow</h1>{{}}{body}<p>{PROSE}</p></main></body>"
    beside = [plain(block) for block in read(whole.format(places, "").encode(), "p.html").content]
    within = [plain(block) for block in read(whole.format("", places).encode(), "p.html").content]
    assert ("-", "Self-care") not in beside
    assert within[:2] == [("-", "Self-care"), ("-", "When to call")]
