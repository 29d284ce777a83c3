"""How many school years a page's sentences ask for.

Texts enter, a grade leaves. Only here is textstat imported. Used by `ingest.lint.examine`.

The formula is Coleman and Liau's ("A computer readability formula designed for machine scoring",
Journal of Applied Psychology 1975): letters a word and words a sentence. The better known ones of
Flesch and Kincaid count syllables, for which textstat fetches a dictionary over the network on
first use; ingest reaches for no network.
"""

from collections.abc import Iterable

import textstat

FEWEST_WORDS = 100
"""The formula was fitted on samples of that length; less says nothing."""

_SENTENCE_ENDS = (".", "!", "?", ".”", '."', ".)")


def reading_grade(texts: Iterable[str]) -> float | None:
    """Return the grade (years of school in the United States) of ``texts``, to a tenth.

    Only what ends like a sentence is measured: headings and bullets of three words have none.
    """
    sentences = [text.strip() for text in texts if text.strip().endswith(_SENTENCE_ENDS)]
    if sum(len(text.split()) for text in sentences) < FEWEST_WORDS:
        return None
    return round(float(textstat.coleman_liau_index("\n".join(sentences))), 1)
