"""The words of a query as all are asked them: no stop words, no engine's syntax."""

import re

from index.words import STOP_WORDS

_WORD = re.compile(r"[a-z0-9]+")


def asked_words(text: str) -> list[str]:
    """Return the different words of ``text`` in lower case, but for stop words."""
    words = dict.fromkeys(_WORD.findall(text.lower()))
    return [word for word in words if word not in STOP_WORDS] or list(words)
