"""How texts write what was asked for, to be marked in snippets.

A Question and the library's words enter, written forms leave.
"""

from collections.abc import Iterator
from itertools import islice, product

from index.engines.whoosh.asking import Question
from index.engines.whoosh.lexicon import Lexicon
from index.engines.whoosh.thesaurus import Stems

_MOST_FORMS = 24
"""Written forms of one row of words that are looked for; three words of three forms make 27."""


def written_forms(question: Question, lexicon: Lexicon) -> list[str]:
    """Return the forms, in lower case, in which the words of ``question`` may stand in a text.

    Words that were typed are marked wherever they stand, a synonym of several words as a whole.
    """
    stems = dict.fromkeys(asked.word.stem for asked in question.required)
    stems |= dict.fromkeys(stem for phrase in question.phrases for stem in phrase)
    rows = dict.fromkeys(
        alternative.stems for asked in question.required for alternative in asked.alternatives
    )
    forms = [form for stem in stems for form in lexicon.forms.get(stem, ())]
    return [*forms, *(form for row in rows for form in _row_forms(row, lexicon))]


def _row_forms(row: Stems, lexicon: Lexicon) -> Iterator[str]:
    ways = product(*(lexicon.forms.get(stem, ()) for stem in row))
    for words in islice(ways, _MOST_FORMS):
        yield " ".join(words)
        if len(words) > 1:
            yield "-".join(words)
