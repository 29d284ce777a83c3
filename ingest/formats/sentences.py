"""What is a sentence of a page's own, and what a site says on every page.

A text enters, yes or no leaves. For the formats of this package.
"""

from functools import cache

SENTENCE_WORDS = 6
"""Words from which a line with an end mark is a sentence; buttons and teasers are shorter."""

TEXT_WORDS = 15
"""Words from which a line is text even if it breaks off; no menu entry is so long."""

_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_CLOSINGS = "\"'”’)]"

_NOTICES = (
    "copyright", "©", "all rights reserved", "recaptcha", "use cookies", "uses cookies",
    "accept all", "privacy policy", "newsletter", "powered by", "skip to", "sign up for",
    "droits réservés", "politique de confidentialité", "mentions légales", "utilise des cookies",
    "derechos reservados", "política de privacidad", "aviso de privacidad", "aviso legal",
    "usa cookies", "utiliza cookies", "rechte vorbehalten",
)  # fmt: skip
"""What makes a line the site's and not the page's."""

NOTICE_SIGNS = "©"
"""Those of them that are no words."""


@cache
def notice_pieces() -> tuple[str, ...]:
    """Return pieces of words, one of which each notice holds that is no sign: its longest run of
    letters. What holds none of them, and no sign, is no notice."""
    longest = (max(notice.split(), key=len) for notice in _NOTICES)
    return tuple(dict.fromkeys(piece for piece in longest if piece.isalpha()))


def is_sentence(text: str) -> bool:
    """Return whether ``text`` is a sentence, and none that a site says on every page."""
    return is_shaped_as_sentence(text) and not is_notice(text)


def is_shaped_as_sentence(text: str) -> bool:
    """Return whether ``text``, white space folded, has the length and the end of a sentence."""
    words = text.count(" ") + 1
    return words >= TEXT_WORDS or (words >= SENTENCE_WORDS and ends_as_sentence(text))


def ends_as_sentence(text: str) -> bool:
    """Return whether ``text`` ends with the mark of a sentence, quotes and brackets aside."""
    return text.rstrip(_CLOSINGS).endswith(_SENTENCE_ENDS)


def is_notice(text: str) -> bool:
    """Return whether ``text`` says what a site says on every page."""
    return any(map(text.lower().__contains__, _NOTICES))
