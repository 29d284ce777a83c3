"""Which lines of a page are sentences of its own.

A PageText enters, places of lines leave. Pure; for the text format only.
"""

import numpy as np

from ingest.formats.sentences import (
    NOTICE_SIGNS,
    SENTENCE_WORDS,
    TEXT_WORDS,
    ends_as_sentence,
    is_notice,
)
from ingest.formats.text.characters import lines_saying
from ingest.formats.text.signs import NOTICE
from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PageText


def find_sentences(page: PageText, spaces: Places) -> tuple[int, ...]:
    """Return the places of the lines that are sentences, and none that a site says on every page.

    ``spaces`` is how many each line has.
    """
    texts = page.layout.texts
    notices = set(page.word_lines.compress(page.signs & NOTICE > 0).tolist())
    for sign in NOTICE_SIGNS:
        notices.update(lines_saying(sign, page.characters.text))
    long = spaces >= TEXT_WORDS - 1
    places = np.flatnonzero(spaces >= SENTENCE_WORDS - 1)
    return tuple(
        [
            place
            for place, is_long in zip(places.tolist(), long.take(places).tolist(), strict=True)
            if (is_long or ends_as_sentence(texts[place]))
            and not (place in notices and is_notice(texts[place]))
        ]
    )
