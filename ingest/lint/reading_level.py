"""How many school years a page's sentences ask for.

Texts enter, a grade leaves. Used by `ingest.lint.examine`.

The formula is Coleman and Liau's ("A computer readability formula designed for machine scoring",
Journal of Applied Psychology 1975): letters a word and sentences a word, nothing else. The better
known ones of Flesch and Kincaid count syllables, which needs a dictionary. A test holds the result
to textstat's, whose way of counting is kept here; the library itself is not loaded, because it
brings a language toolkit that takes longer to import than the update of a page (decision 13).
"""

import re
from collections.abc import Iterable

FEWEST_WORDS = 100
"""The formula was fitted on samples of that length; less says nothing."""

_SENTENCE_ENDS = (".", "!", "?", ".”", '."', ".)")
_SENTENCE = re.compile(r"\b[^.!?]+")
_LETTERS = re.compile(r"\w+")
_WORD = re.compile(r"\w\S*+")
# A piece between spaces that has a letter or a digit, from that on.
_THREE_WORDS = re.compile(r"(?:\W*+\w\S*+){3}")
# The shortest sentence; what is shorter comes from full stops that end none ("e.g.", "vitamin D.").
_OF_LETTERS, _OF_SENTENCES, _AT_NOUGHT = 5.88, 29.6, 15.8
# Coleman and Liau's weights: letters a word, sentences a word, and the constant.


def reading_grade(texts: Iterable[str]) -> float | None:
    """Return the grade (years of school in the United States) of ``texts``, to a tenth.

    Only what ends like a sentence is measured: headings and bullets of three words have none.
    """
    stripped = [text.strip() for text in texts]
    text = "\n".join([text for text in stripped if text.endswith(_SENTENCE_ENDS)])
    words = len(_WORD.findall(text))
    if words < FEWEST_WORDS:
        return None
    ends = len(list(filter(_THREE_WORDS.match, _SENTENCE.findall(text))))
    letters = sum(map(len, _LETTERS.findall(text)))
    return round(
        _OF_LETTERS * letters / words - _OF_SENTENCES * max(1, ends) / words - _AT_NOUGHT, 1
    )
