"""The last lines of a page that are the clinic's and not the page's: forms, hours, addresses.

The content's texts enter, how many of them are none leaves; for the formats of this package that
decide by looks what is content.

A short page runs into its contact form without anything between that looks like an edge. But the
lines of a form or a footer say what they are.
"""

import re
from collections.abc import Sequence

from ingest.formats.sentences import is_notice, is_sentence
from ingest.formats.wording import CONTACT, FORM_WORDS, FURNITURE_PHRASES, FURNITURE_WORDS

_WORD = re.compile(r"\w+")

_TEASERS = (
    "related ",
    "you may also",
    "you might also",
    "more from",
    "recent posts",
    "latest posts",
)
"""How a list of other pages is headed."""


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


def is_contact(text: str) -> bool:
    """Return whether ``text`` is nothing but a line of a form, of hours or of a footer."""
    if is_sentence(text):
        return False
    if is_notice(text) or CONTACT.search(text):
        return True
    words = _WORD.findall(text.lower())
    if any(_follows(words, place) for place in range(len(words))):
        return True
    return bool(words) and all(
        word in FURNITURE_WORDS or word in FORM_WORDS or word.isdigit() for word in words
    )


def _follows(words: Sequence[str], place: int) -> bool:
    """Return whether a phrase of furniture begins at ``place``, and one that is whole.

    What "find a" goes on with may be advice: "Find a comfortable position".
    """
    return any(
        rest[-1:] != ("a",) and tuple(words[place + 1 : place + 1 + len(rest)]) == rest
        for rest in FURNITURE_PHRASES.get(words[place], ())
    )
