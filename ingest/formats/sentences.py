"""What is a sentence of a page's own, and what a site says on every page.

A text enters, yes or no leaves. For the formats of this package.
"""

_SENTENCE_WORDS = 6
"""Words from which a line with an end mark is a sentence; buttons and teasers are shorter."""

_TEXT_WORDS = 15
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


def is_sentence(text: str) -> bool:
    """Return whether ``text`` is a sentence, and none that a site says on every page."""
    words = text.count(" ") + 1  # white space is folded
    if words < _SENTENCE_WORDS:
        return False
    ends = words >= _TEXT_WORDS or text.rstrip(_CLOSINGS).endswith(_SENTENCE_ENDS)
    return ends and not is_notice(text)


def is_notice(text: str) -> bool:
    """Return whether ``text`` says what a site says on every page."""
    return any(map(text.lower().__contains__, _NOTICES))
