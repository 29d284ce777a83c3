"""What is furniture wherever it stands: buttons, menus, bylines, related pages, addresses."""

import pytest

from ingest.formats.html import read
from tests.ingest.formats.html_pages import PROSE, content, plain

AFTER = "<h2>Afterwards</h2><p>Rest the arm for a day, then move it gently.</p>"
AFTERWARDS = [("h2", "Afterwards"), "Rest the arm for a day, then move it gently."]


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


def test_the_heading_of_a_form_goes_with_it() -> None:
    """In any language: below it stands nothing but what the form asks."""
    form = "<form><label>Nombre</label><input><label>Teléfono</label><input></form>"
    assert content(f"{AFTER}<h2>Pida su cita</h2>{form}") == AFTERWARDS


def test_a_contact_form_s_section_is_left_out_with_what_stands_around_the_form() -> None:
    """The clinic's kind words, address and hours are of the clinic, headed as such."""
    section = (
        "<section><h2>Contact Us</h2><form><input><button>Send</button></form><h4>See us</h4>"
        "<p>We love our patients, so feel free to visit us.</p><p>5 Elm Court</p></section>"
    )
    assert content(f"{AFTER}{section}") == AFTERWARDS


def test_a_section_on_whom_to_call_is_advice_without_a_form() -> None:
    """What a heading alone says does not make a section the clinic's."""
    advice = "<section><h2>Contact us</h2><p>Call us at once if your leg goes numb.</p></section>"
    assert content(f"{AFTER}{advice}")[2:] == [
        ("h2", "Contact us"),
        "Call us at once if your leg goes numb.",
    ]


def test_a_button_for_more_is_no_text() -> None:
    """A button that commands is one, as a link is."""
    body = "<p>Strength returns.</p><div><button>Read more</button></div><p>Go on with it.</p>"
    assert content(body) == ["Strength returns.", "Go on with it."]


def test_a_call_to_act_is_left_out_but_a_price_is_not() -> None:
    """A heading, a line and a link, in an element named for it; a figure is what patients ask."""
    call = '<div class="cta"><h2>Find a doctor</h2><p>{}</p><a href="/f">Search now</a></div>'
    assert content(f"{AFTER}{call.format('We are here for you.')}<p>{PROSE}</p>") == [
        *AFTERWARDS,
        PROSE,
    ]
    price = content(f"{AFTER}{call.format('First visit: $120')}<p>{PROSE}</p>")
    assert "First visit: $120" in price


def test_cards_of_other_pages_at_the_end_are_left_out() -> None:
    """Their headings are links, and nothing is said below; one such heading may be the text's."""
    card = '<div><h3><a href="/{0}">{0}, MD</a></h3><p>Orthopedic Surgery</p></div>'
    cards = f"<h2>Our surgeons</h2>{card.format('Chan')}{card.format('Patel')}"
    whole = f"<main><h1>Hip</h1><p>{PROSE}</p><h2>Care</h2><p>{PROSE}</p>{{}}</main>"
    texts = [plain(block) for block in read(whole.format(cards).encode(), "p.html").content]
    assert texts == [PROSE, ("h2", "Care"), PROSE]
    told = '<h3><a href="/x">The operation</a></h3><p>It takes an hour, then you go home.</p>'
    texts = [plain(block) for block in read(whole.format(told * 2).encode(), "p.html").content]
    assert texts.count(("h3", "The operation")) == 2


def test_a_table_s_caption_below_it_goes_with_it() -> None:
    """It stands in the table's figure, last on the page or not."""
    table = (
        "<table><tr><td>Steroid</td><td>Weeks</td></tr><tr><td>Salt</td><td>Day</td></tr></table>"
    )
    figure = f"<figure>{table}<figcaption>How long each one works</figcaption></figure>"
    whole = f"<main><h1>Blocks</h1><p>{PROSE}</p>{figure}</main><footer><p>Terms</p></footer>"
    assert [plain(block) for block in read(whole.encode(), "p.html").content][-1] == (
        "How long each one works"
    )


@pytest.mark.parametrize(
    "line",
    [
        '<div class="ad-slot"><span>Advertisement</span></div>',
        '<div class="entry-meta"><span>March 3, 2023</span> by <span>Dr. Lena Ortiz</span></div>',
    ],
)
def test_a_line_that_says_what_it_is_is_left_out(line: str) -> None:
    """An advertisement's mark; a date and who wrote."""
    assert content(f"{line}{AFTER}") == AFTERWARDS


def test_other_languages_head_links_to_other_pages_too() -> None:
    """Those that a clinic's leaflets are most often translated into."""
    links = '<h3>Artículos relacionados</h3><ul><li><a href="/a">Ciática</a></li></ul>'
    whole = f"<main><h1>Lumbalgia</h1><p>{PROSE}</p><p>{PROSE}</p>{links}</main>"
    texts = [plain(block) for block in read(whole.encode(), "p.html").content]
    assert texts == [PROSE, PROSE]


def test_praise_is_left_out_where_name_and_heading_agree() -> None:
    """What patients say of the clinic is not what the clinic says of a condition."""
    quote = (
        '<blockquote>"Dr. Moss is the best, and I recommend her to everyone I know."</blockquote>'
    )
    praise = '<section class="testimonials"><{0}>What our patients say</{0}>{1}</section>'
    assert content(f"{AFTER}{praise.format('h2', quote)}") == AFTERWARDS
    told = '<section class="reviews"><h2>What research says</h2><p>It helps, in some trials.</p>'
    assert content(f"{AFTER}{told}</section>")[2:] == [
        ("h2", "What research says"),
        "It helps, in some trials.",
    ]


def test_links_to_print_or_send_the_page_are_left_out() -> None:
    """Content systems put a list of them below the title; a print to read is an item."""
    links = "".join(
        f'<li><a href="/x">{said}</a></li>'
        for said in ("Printer-friendly version", "E-mail to a friend")
    )
    assert content(f"<ul>{links}</ul>{AFTER}") == AFTERWARDS
    assert content("<ul><li>Print the diary and fill it in</li><li>Bring it</li></ul>") == [
        ("-", "Print the diary and fill it in"),
        ("-", "Bring it"),
    ]


def test_a_section_headed_contact_at_the_end_goes_with_its_address() -> None:
    """Nothing of it is left when its address, number and form are the clinic's."""
    section = (
        '<section id="contact"><h2>Contact</h2><p>12 Birch Lane, Duluth, MN 55802</p>'
        "<p>Phone 218-555-0177</p><form><input><button>Send</button></form></section>"
    )
    whole = f"<body><h1>Gout</h1><p>{PROSE}</p><h2>Care</h2><p>{PROSE}</p>{section}</body>"
    texts = [plain(block) for block in read(whole.encode(), "p.html").content]
    assert texts == [PROSE, ("h2", "Care"), PROSE]
