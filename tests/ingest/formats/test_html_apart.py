"""What stands apart from the text: forms, calls to act, praise, cards, and what goes with them."""

import pytest

from ingest.formats.html import read
from tests.ingest.formats.html_pages import AFTER, AFTERWARDS, PROSE, content, plain


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


def test_an_invitation_is_a_call_to_act_whatever_its_element_is_named() -> None:
    """A heading that invites, a line and a link that asks for a click."""
    call = (
        '<div class="p-6"><h2>{}</h2><p>We are happy to help.</p><a href="/c">Contact us</a></div>'
    )
    assert content(f"{AFTER}{call.format('Still have questions?')}") == AFTERWARDS
    kept = content(f"{AFTER}{call.format('Questions to ask us')}")
    assert ("h2", "Questions to ask us") in kept


def test_a_form_around_the_whole_page_tells_nothing() -> None:
    """Old servers make every page one form; its parts are what they would be without."""
    advice = "<div><h2>Contact us</h2><p>Call us at once if your leg goes numb.</p></div>"
    texts = f"<h1>Sciatica</h1><p>{PROSE}</p><h2>Care</h2><p>{PROSE}</p>{advice}<p>{PROSE}</p>"
    whole = f"<body><form action='/Page.aspx'><div class='content'>{texts}</div></form></body>"
    found = [plain(block) for block in read(whole.encode(), "p.html").content]
    assert ("h2", "Contact us") in found
    assert "Call us at once if your leg goes numb." in found
