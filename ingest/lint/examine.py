"""One page, looked at for those who write it.

A Page enters, its PageFindings leave. Pure and quick: it runs for every page that is read. Used
where files are read.
"""

from index.aspect import Aspect
from index.document import Page
from index.passage import block_lines
from ingest.lint.abbreviations import abbreviations_in
from ingest.lint.findings import PageFindings
from ingest.lint.reading_level import reading_grade
from ingest.lint.siblings import gaps_in


def examine(page: Page) -> PageFindings:
    """Return what ``page`` shows by itself."""
    bodies = [text for section in page.walk() for text in block_lines(section.blocks)]
    headings = [section.heading for section in page.walk()]
    conditions = (short for known in page.conditions for short in known.abbreviations)
    abbreviations = abbreviations_in((page.title, *headings, *bodies), conditions)
    aspects = dict.fromkeys(section.aspect for section in page.walk())
    return PageFindings(
        explained=abbreviations.explained,
        unexplained=abbreviations.unexplained,
        aspects=tuple(aspect for aspect in aspects if aspect is not Aspect.OTHER),
        gaps=gaps_in(page),
        grade=reading_grade(bodies),
    )
