"""The whole page weighed against its sentences: content is never lost for want of looks.

Lines and opinions enter, Readings leave; between the model and the assembly of the text format.

The model has learned from pages of which most is menu and advertisement. A short leaflet has little
of what it takes for content, and would come out empty. But a page exists for its sentences: most of
those that are no site notice are its content, whatever the page looks like. So the readings are
decided again, leaning to content a little more each time, until at least half of them are in.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.formats.text.edges import is_sentence, with_closing_sections, with_opening_heading
from ingest.formats.text.lines import Line
from ingest.formats.text.model import Opinions
from ingest.formats.text.regions import Reading, decide
from ingest.formats.text.words import Matrix

_LEANS = (0.0, 2.0, 4.0, 6.0, 8.0)
"""Log-odds added for content, step by step; beyond the last nothing the model says would count."""


def decide_page(
    lines: Sequence[Line],
    shapes: Sequence[Sequence[int]],
    opinions: Opinions,
    changes: Matrix,
    title: int | None,
) -> tuple[Reading, ...]:
    """Return the likeliest readings that leave at least half of the page's sentences in content.

    The arguments are those of `ingest.formats.text.regions.decide`.
    """
    sentences = [place for place, line in enumerate(lines) if is_sentence(line.text)]
    readings: tuple[Reading, ...] = ()
    for lean in _LEANS:
        leaning = replace(opinions, content=opinions.content + lean)
        readings = decide(lines, shapes, leaning, changes, title)
        kept = sum(readings[place] is not Reading.FURNITURE for place in sentences)
        if 2 * kept >= len(sentences):
            break
    readings = with_opening_heading(lines, readings, opinions.heading, title)
    return with_closing_sections(lines, shapes, readings, opinions.content)
