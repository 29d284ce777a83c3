"""Which lines of a page are sentences of its own.

A PageText enters, places of lines leave. Pure; for the text format only.
"""

from ingest.formats.sentences import NOTICE_SIGNS, is_notice, is_shaped_as_sentence
from ingest.formats.text.characters import lines_saying
from ingest.formats.text.signs import NOTICE
from ingest.formats.text.words import PageText


def find_sentences(page: PageText) -> tuple[int, ...]:
    """Return the places of the lines that are sentences, and none that a site says on every
    page."""
    texts = page.layout.texts
    may_be_notices = set(page.word_lines[page.signs & NOTICE > 0].tolist())
    for sign in NOTICE_SIGNS:
        may_be_notices.update(lines_saying(sign, page.characters.text))
    return tuple(
        [
            place
            for place, text in enumerate(texts)
            if is_shaped_as_sentence(text) and not (place in may_be_notices and is_notice(text))
        ]
    )
