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
from ingest.formats.text.relations import relate
from ingest.formats.text.sentences import find_sentences
from ingest.formats.text.shapes import number_shapes
from ingest.formats.text.surroundings import OWN, SURROUNDINGS, surround
from ingest.formats.text.word_table import Places
from ingest.formats.text.words import PageText, take_apart
from ingest.trees import Matrix

FEATURES = (*OWN, *SURROUNDINGS)
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
    own, surroundings = values[: len(OWN)], values[len(OWN) :]
    counts = count_characters(page)
    contacts = find_contacts(page, counts["digits"])
    shapes = number_shapes(page)
    measure(page, counts, contacts.give, own[: len(MEASURES)])
    relate(page, shapes, own[len(MEASURES) : -len(TONES)])
    write_tones(page, lexicon, own[-len(TONES) :])
    surround(own, surroundings)
    sentences = find_sentences(page, counts["spaces"])
    return Evidence(values, shapes, sentences, contacts.may_give, page)
