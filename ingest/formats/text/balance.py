"""The whole page weighed against its sentences: content is never lost for want of looks.

Lines and opinions enter, Readings leave; between the model and the assembly of the text format.

The model has learned from pages of which most is menu and advertisement. A short leaflet has little
of what it takes for content, and would come out empty. But a page exists for its sentences: most of
those that are no site notice are its content, whatever the page looks like. So the readings are
decided again, leaning to content a little more each time, until at least half of them are in; on
a page of few sentences, until nearly all are: there the model errs most, and each of them counts.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.formats.text.edges import (
    with_closing_sections,
    with_definition,
    with_opening_heading,
    with_opening_sections,
)
from ingest.formats.text.ends import without_ends
from ingest.formats.text.evidence import Evidence
from ingest.formats.text.lines import Lines
from ingest.formats.text.model import Opinions
from ingest.formats.text.regions import Reading, decide
from ingest.formats.trailing import is_contact
from ingest.formats.wording import CONTACT
from ingest.trees import Matrix

_LEANS = (0.0, 2.0, 4.0, 6.0, 8.0)
"""Log-odds added for content, step by step; beyond the last nothing the model says would count."""

_LEAST_KEPT = 0.5
_LEAST_OF_FEW = 0.8
_FEW = 12
"""Part of a page's sentences that are its content, and how many are few. Short leaflets lost their
last sections at a half; on the labelled pages 0.8 of up to 12 costs .003 of content F1, of up to
20 .011."""


def decide_page(
    lines: Lines,
    evidence: Evidence,
    opinions: Opinions,
    changes: Matrix,
    title: int | None,
) -> tuple[Reading, ...]:
    """Return the likeliest readings that leave most of the page's sentences in content.

    The arguments are those of `ingest.formats.text.regions.decide`.
    """
    sentences = _own_sentences(lines, evidence)
    footer = _first_of_footer(lines, sentences)
    least = _LEAST_OF_FEW if len(sentences) <= _FEW else _LEAST_KEPT
    readings: tuple[Reading, ...] = ()
    for lean in _LEANS:
        content = opinions.content.copy()
        content[_first_inside(readings) : footer] += lean
        readings = decide(lines, evidence, replace(opinions, content=content), changes, title)
        lost = [readings[place] for place in sentences].count(Reading.FURNITURE)
        if len(sentences) - lost >= least * len(sentences):
            break
    readings = with_opening_sections(lines, readings, title)
    readings = with_opening_heading(lines, readings, opinions.heading, title)
    readings = with_definition(lines, evidence.sentences, readings, title)
    readings = with_closing_sections(lines, evidence.shapes, readings)
    return without_ends(lines, readings, title)


def _own_sentences(lines: Lines, evidence: Evidence) -> list[int]:
    """Return the places of the page's sentences, without those that give the clinic's number."""
    as_measured = lines.texts is evidence.page.layout.texts
    may_contact = evidence.may_contact.tolist()
    return [
        place
        for place in evidence.sentences
        if (as_measured and not may_contact[place]) or not CONTACT.search(lines.texts[place])
    ]


def _first_of_footer(lines: Lines, sentences: Sequence[int]) -> int:
    """Return the place of the first line below all ``sentences`` that says what footers say."""
    last = sentences[-1] if sentences else 0
    below = range(last + 1, len(lines))
    return next((place for place in below if is_contact(lines.texts[place])), len(lines))


def _first_inside(readings: Sequence[Reading]) -> int:
    """Return the place of the first content so far, 0 where there is none.

    Where a page begins is seldom in doubt; what is lost are its last sections.
    """
    inside = (place for place, reading in enumerate(readings) if reading is not Reading.FURNITURE)
    return next(inside, 0)
