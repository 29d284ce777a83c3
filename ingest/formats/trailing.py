"""What at the ends of a page is the clinic's and not the page's: bylines; forms, hours, addresses.

The content's texts enter, how many of them are none leaves; for the formats of this package that
decide by looks what is content.

A short page runs into its contact form without anything between that looks like an edge. But the
lines of a form or a footer say what they are.
"""

import re
from collections.abc import Sequence

from ingest.formats.sentences import is_notice, is_sentence
from ingest.formats.wording import CONTACT, FORM_WORDS, FURNITURE_PHRASES, FURNITURE_WORDS

_WORD = re.compile(r"\d+(?=[ap]m\b)|\w+")
_FIGURE = re.compile(r"\d")
_CLINICS_WORDS = FURNITURE_WORDS | FORM_WORDS

_ADVICE = frozenset({"if", "when", "unless", "until", "before", "after", "emergency"})
"""Words with which a telephone number is advice: "Call 01632 960123 if the pain gets worse."."""

_TEASERS = (
    "related ",
    "you may also",
    "you might also",
    "more from",
    "recent posts",
    "latest posts",
    "was this page",
    "was this article",
    "was this information",
    "did you find this",
    "rate this",
    "share this",
    "artículos relacionados",
    "también te puede interesar",
    "articles similaires",
    "à lire aussi",
    "ähnliche artikel",
    "weitere artikel",
)
"""How a list of other pages is headed, and buttons to rate or share this one."""


_SIGN_OFF = re.compile(
    r"(?:thank you|thanks)(?: for (?:submitting|subscribing|contacting us|your \w+))?!*$"
    r"|(?:web ?)?site (?:designed |built |developed )?by \S"
    r"|(?:page |site )?last (?:updated|modified)\b"
    r"|you are visitor\b|best viewed (?:in|with)\b",
    re.IGNORECASE,
)
"""What a form says once it is sent, and what stands last on the pages of old sites."""


_STREET = re.compile(
    r"\d{1,5}[a-z]?,? (?:[\w.'-]+ ){1,3}?(?:street|st|road|rd|avenue|ave|boulevard|blvd|drive|dr"
    r"|lane|ln|way|court|ct|place|pl|square|sq|terrace|highway|hwy|parkway|pkwy)\b",
    re.IGNORECASE,
)
"""A house number and a street, as the language of these pages writes them."""


def count_trailing(texts: Sequence[str]) -> int:
    """Return how many of ``texts``, the content of a page, are the clinic's at its end.

    The content ends before them or nowhere: texts are looked at from the last one up to the first
    that is neither form, hours nor address, and to the last heading of links with nothing but short
    texts below.
    """
    end = len(texts)
    while end and is_contact(texts[end - 1]):
        end -= 1
    for place in reversed(range(end)):
        if is_sentence(texts[place]):
            break
        if texts[place].lower().startswith(_TEASERS):
            end = place
    return len(texts) - end


_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_BYLINE = re.compile(
    r"(?i:(?:last |page last |medically |date )*(?:posted|published|updated|reviewed|written)\W*"
    rf"(?:(?:on|by|in|at|date)\b|\d|{_MONTH}))"
    r"|(?i:(?:authors?|reviewers?|dates?|version|revision|review due|edited by):\s)"
    r"|(?i:by)(?: [A-Z][\w.'’-]*){2}|(?i:by dr\b|by the (?:staff|team)\b)"
    r"|(?i:\d+ min(?:ute)?s? read)"
    rf"|(?i:(?:{_MONTH})[a-z]*\.? \d{{1,2}},? \d{{4}} (?:by\b|[|·•–—-]))"
)
_LONGEST_BYLINE = 12
"""Words: two names with their titles and a date."""


def is_byline(text: str) -> bool:
    """Return whether ``text`` says nothing but who wrote the page, or when."""
    short = text.count(" ") < _LONGEST_BYLINE and not text.endswith((".", "?", ":"))
    return short and _BYLINE.match(text) is not None


def is_contact(text: str) -> bool:
    """Return whether ``text`` is nothing but a line of a form, of hours or of a footer.

    A sentence is one if it gives the clinic's number and does not say when to call it.
    """
    if is_sentence(text):
        gives_number = _FIGURE.search(text) is not None and CONTACT.search(text) is not None
        return gives_number and _ADVICE.isdisjoint(_WORD.findall(text.lower()))
    if _SIGN_OFF.match(text) or is_notice(text):
        return True
    if _FIGURE.search(text) and (CONTACT.search(text) or _STREET.match(text)):
        return True
    words = _WORD.findall(text.lower())
    return _says_furniture(words) or (
        bool(words) and all(word in _CLINICS_WORDS or word.isdigit() for word in words)
    )


def _says_furniture(words: Sequence[str]) -> bool:
    """Return whether a phrase of furniture stands among ``words``, and one that is whole.

    What "find a" goes on with may be advice: "Find a comfortable position".
    """
    if FURNITURE_PHRASES.keys().isdisjoint(words):
        return False
    return any(
        rest[-1:] != ("a",) and tuple(words[place : place + len(rest)]) == rest
        for place, word in enumerate(words, start=1)
        for rest in FURNITURE_PHRASES.get(word, ())
    )
