"""Lines to evidence: each line's own measures, its relations, and those of its neighbourhood.

Lines enter, Evidence leaves; which reading it adds up to is decided elsewhere. Pure; for the text
format, the training of its model and its explanations.
"""

from dataclasses import dataclass

import numpy as np

from ingest.formats.text.capitals import lowered
from ingest.formats.text.characters import Flags
from ingest.formats.text.contacts import find_contacts
from ingest.formats.text.counts import count_characters
from ingest.formats.text.lexicon import TONES, Lexicon, write_tones
from ingest.formats.text.lines import Lines
from ingest.formats.text.measures import MEASURES, measure
from ingest.formats.text.relations import RELATIONS, relate
from ingest.formats.text.sentences import find_sentences
from ingest.formats.text.shapes import number_shapes
from ingest.formats.text.surroundings import SURROUNDINGS, surround
from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PageText, take_apart
from ingest.trees import Matrix

FEATURES = (*MEASURES, *RELATIONS, *TONES, *SURROUNDINGS)
"""Names of the features, in the order of the rows."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is to be seen of a page's lines.

    Attributes:
        values: One row a feature, in the order of FEATURES, one column a line.
        shapes: The number of each line's shape: lines with the same one look alike.
        sentences: The places of the lines that are sentences of the page's own, in order.
        may_contact: Whether each line may give a telephone number or a post code.
        page: The lines taken apart, as they were measured.
    """

    values: Matrix
    shapes: Places
    sentences: tuple[int, ...]
    may_contact: Flags
    page: PageText


def gather(lines: Lines, lexicon: Lexicon) -> Evidence:
    """Measure ``lines``, one at least, and what stands around them."""
    return gather_from(take_apart(lowered(lines)), lexicon)


def gather_from(page: PageText, lexicon: Lexicon) -> Evidence:
    """Measure the lines of ``page``, already taken apart, and what stands around them."""
    values = np.empty((len(FEATURES), len(page)), dtype=np.float32)
    parts = np.split(values, np.cumsum([len(MEASURES), len(RELATIONS), len(TONES)]))
    measures, relations, toned, surroundings = parts
    shapes = number_shapes(page)
    counts = count_characters(page.characters)
    contacts = find_contacts(page, counts["digits"])
    measure(page, counts, contacts.give, measures)
    relate(page, shapes, relations)
    write_tones(page, lexicon, toned)
    own = dict(zip(FEATURES, values[: -len(SURROUNDINGS)], strict=False))
    surround(own, surroundings)
    return Evidence(values, shapes, find_sentences(page), contacts.may_give, page)
