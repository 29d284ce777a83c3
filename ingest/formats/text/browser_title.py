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
"""Characters by which the same words may be shorter: a mark or two, a double space."""

_LONGEST_REST = 60
"""Characters behind the name that make a longer title of it; with more it is a sentence."""

_ENDS = ".,;:"

_LETTERS = re.compile("[A-Za-z]+")
_ENDING = 3
"""Letters by which singular and plural of a word may differ: what is before them in the longest
word is in every wording of the name, a quick look before the words are taken apart."""


def repeated_name(texts: Sequence[str]) -> list[int]:
    """Return the places of lines that say the page's name as the first of ``texts`` does.

    More may stand behind it: "Back Pain: Causes and Treatment" below "Back Pain - Harbour Clinic".

    Of the two names in a browser's title the page's is the one of more words, and the first of two
    as long; an organisation's is the site's.
    """
    parts = [part for part in _MARK.split(texts[0]) if not names_organisation(part)]
    named = max(parts, key=lambda part: len(words(part)), default="")
    name = words(named)
    if not name or (parts == [texts[0]] and len(name) < _LEAST_WORDS):
        return []
    stem = max(_LETTERS.findall(named), key=len, default="")[:-_ENDING].lower()
    shortest, longest = len(named) - _MARKS_MORE, len(named) + _LONGEST_REST
    return [
        place
        for place, text in enumerate(texts)
        if shortest <= len(text) <= longest
        and (stem in text.lower() or not text.isascii())
        and place
        and words(text)[: len(name)] == name
        and text[-1] not in _ENDS
    ]
