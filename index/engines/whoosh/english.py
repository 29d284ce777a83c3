"""How often words are used in English: which are English at all, which are talk on any matter.

Nothing enters, counts leave. The list is that of symspellpy, 82,000 words that both a spelling
checker's dictionary and Google's books have (https://github.com/mammothb/symspellpy).
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_LIST = "frequency_dictionary_en_82_765.txt"


@cache
def english_counts() -> Mapping[str, int]:
    """Return how often the books have each word, in lower case.

    Read once, in less than a tenth of a second.
    """
    text = files("symspellpy").joinpath(_LIST).read_text(encoding="utf-8-sig")
    pairs = (line.partition(" ") for line in text.splitlines())
    return {word: int(count) for word, _, count in pairs}


@cache
def english_total() -> int:
    """Return how many words the books have in all."""
    return sum(english_counts().values())
