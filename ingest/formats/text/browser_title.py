"""The title that a browser shows, where a dump begins with it, and the lines that say it again.

Texts enter, places leave. Pure; for the text format only.
"""

import re
from collections.abc import Sequence

from ingest.formats.wording import names_organisation
from ingest.wording import words

_MARK = re.compile(r"\s+[|–—•·-]\s+|\s*\|\s*")
"""What stands between the page's name and the site's: "Gout - Harbour Clinic"."""

_LEAST_WORDS = 3
"""Words of a first line without such a mark: a word or two is the site's name, or a menu's."""

_MARKS_MORE = 3
"""Characters by which two wordings of the same words may differ: a mark or two, a double space."""


def repeated_name(texts: Sequence[str]) -> list[int]:
    """Return the places of lines that say the page's name as the first of ``texts`` does.

    Of the two names in a browser's title the page's is the one of more words, and the first of two
    as long; an organisation's is the site's.
    """
    parts = [part for part in _MARK.split(texts[0]) if not names_organisation(part)]
    named = max(parts, key=lambda part: len(words(part)), default="")
    name = words(named)
    if not name or (parts == [texts[0]] and len(name) < _LEAST_WORDS):
        return []
    return [
        place
        for place, text in enumerate(texts)
        if place and abs(len(text) - len(named)) <= _MARKS_MORE and words(text) == name
    ]
