"""What is looked for only where the arrays of a page tell that it may stand is never missed."""

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.formats.sentences import is_sentence
from ingest.formats.text.contacts import Contacts, find_contacts
from ingest.formats.text.counts import count_characters
from ingest.formats.text.lines import Line, Lines
from ingest.formats.text.phrases import count_phrases
from ingest.formats.text.sentences import find_sentences
from ingest.formats.text.usual import usual_share, usual_shares
from ingest.formats.text.words import PageText, take_apart
from ingest.formats.wording import (
    ADDRESS_SIGNS,
    CONTACT,
    FURNITURE_PHRASES,
    STATEMENT_PHRASES,
    TIME,
)

_EXAMPLES = settings(max_examples=300)


def page_of(*texts: str) -> PageText:
    """Return a page of these lines, white space folded, those left out that say nothing."""
    folded = [" ".join(text.split()) for text in texts]
    said = [text for text in folded if text] or ["."]
    lines = [Line(n, n, 0, "", text, 0) for n, text in enumerate(said, start=1)]
    return take_apart(Lines.of(lines))


def contacts_of(page: PageText) -> Contacts:
    """Return what the arrays tell of contacts on ``page``."""
    return find_contacts(page, count_characters(page)["digits"])


@_EXAMPLES
@given(st.text("0123456789+() .-,AB", min_size=1, max_size=24))
@example("Call (01632) 960 123")
@example("Boston MA 02115 USA")
@example("London W1A 1AA")
@example("٠١٢٣ ٤٥٦ ٧٨٩٠")
def test_no_telephone_number_or_post_code_is_missed(text: str) -> None:
    """A line in which CONTACT is found is one that may give a contact."""
    page = page_of("Some text", text, "1 more")
    flags = contacts_of(page).may_give
    for line, said in enumerate(page.layout.texts):
        assert flags[line] or not CONTACT.search(said)


@_EXAMPLES
@given(st.text("0123459:. apm", min_size=1, max_size=12))
@example("8 a.m. to 5 p.m")
@example("17:30")
def test_no_time_of_day_is_missed(text: str) -> None:
    """A line with two digits in which TIME is found is flagged."""
    page = page_of("Some text", text)
    digits = count_characters(page)["digits"]
    flags = contacts_of(page).give
    for line, said in enumerate(page.layout.texts):
        assert flags[line] or digits[line] < 2 or not TIME.search(said)


@_EXAMPLES
@given(st.text("@.cnomretg A9", min_size=1, max_size=12))
@example("clinic@example")
@example("www.example.org")
def test_no_address_is_missed(text: str) -> None:
    """A line with the sign of a mail or web address is flagged, one with nothing is not."""
    page = page_of("Some text", text)
    flags = contacts_of(page).give
    for line, said in enumerate(page.layout.texts):
        assert flags[line] == (
            any(sign in said for sign in ADDRESS_SIGNS)
            or (sum(map(str.isdigit, said)) > 1 and bool(CONTACT.search(said) or TIME.search(said)))
        )


_PHRASED = (
    "sign up in for our newsletter all rights reserved table of contents read more about us find a "
    "todos los derechos reservados copyright Privacy policy, recaptcha you may also like"
)


@_EXAMPLES
@given(st.lists(st.sampled_from(_PHRASED.split()), min_size=1, max_size=9).map(" ".join))
@example("todos los derechos reservados")
@example("Read more")
def test_no_phrase_is_missed(text: str) -> None:
    """The phrases of a line are those that begin at its words one by one."""
    page = page_of("sign", text, "up")
    for counts, phrases in zip(
        count_phrases(page), (FURNITURE_PHRASES, STATEMENT_PHRASES), strict=True
    ):
        for line in range(len(page)):
            said = page.words_of(line)
            rests = [(said[at + 1 :], phrases.get(word, ())) for at, word in enumerate(said)]
            begun = [more == rest[: len(more)] for rest, known in rests for more in known]
            assert counts[line] == sum(begun)


_HEADINGS = (
    "signs symptoms and & of risk factors what are the causes self-care how is it treated "
    "Patient's side effects vitamins Übersicht – it’s living with when to see"
)


@_EXAMPLES
@given(st.lists(st.sampled_from(_HEADINGS.split()), min_size=1, max_size=8).map(" ".join))
@example("Self-care")
@example("Signs & symptoms")
@example("Risk fa\u0301ctors")
def test_no_usual_wording_is_missed(text: str) -> None:
    """The shares of a page's lines are those that each has by itself."""
    page = page_of("Home", text, "Factors")
    shares = [usual_share(said) for said in page.layout.texts]
    np.testing.assert_allclose(usual_shares(page), shares, rtol=1e-6)


_NOTICES = (
    "we use cookies © 2024 all rights reserved sign up for our newsletters, recaptcha. Mentions "
    "légales by and privacy policy powered skip to the content! derechos Reservados"
)


@_EXAMPLES
@given(st.lists(st.sampled_from(_NOTICES.split()), min_size=4, max_size=18).map(" ".join))
def test_sentences_are_those_that_are_one_by_themselves(text: str) -> None:
    """No notice passes for a sentence, and no sentence for a notice."""
    page = page_of(text, "The pain gets better in a week or two.", text.upper())
    alone = [place for place, said in enumerate(page.layout.texts) if is_sentence(said)]
    assert list(find_sentences(page, count_characters(page)["spaces"])) == alone
