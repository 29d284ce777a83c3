"""Which words are English, whether or not the library has them: none of them is a misspelling.

Nothing enters, a set of words leaves. The list is that of symspellpy, 82,000 words that both a
spelling checker's dictionary and Google's books have (https://github.com/mammothb/symspellpy).
"""

from functools import cache
from importlib.resources import files

_LIST = "frequency_dictionary_en_82_765.txt"


@cache
def english_words() -> frozenset[str]:
    """Return the words, in lower case; read once, in a few hundredths of a second."""
    text = files("symspellpy").joinpath(_LIST).read_text(encoding="utf-8-sig")
    return frozenset(line.partition(" ")[0] for line in text.splitlines())
