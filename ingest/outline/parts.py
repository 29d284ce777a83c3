"""The main parts that pages on a condition have, and the headings that say them.

A heading or a line enters, yes or no leaves. Used by `ingest.outline.tree` for the levels of
headings, and by `ingest.pages.page` for headings that a format has not recognised as such.
"""

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest

from index.aspect import Aspect
from ingest.aspects.bare import bare_aspect
from ingest.aspects.topics import is_general
from ingest.blocks import Block, Bullet, Heading, Text
from ingest.wording import words

_MAIN_PARTS = frozenset(
    {
        Aspect.CAUSES,
        Aspect.RISK_FACTORS,
        Aspect.PRESENTATION,
        Aspect.DIAGNOSIS,
        Aspect.COMPLICATIONS,
        Aspect.PROGNOSIS,
        Aspect.TREATMENT,
        Aspect.PREVENTION,
        Aspect.EFFECTS,
        Aspect.SELF_CARE,
        Aspect.WHEN_TO_SEEK_CARE,
    }
)
_SHORT_FORM = re.compile(r"\s*\([^()]*\)\s*$")
_LONGEST = 8
# Words of a paragraph that may be a heading: "What are the symptoms of carpal tunnel syndrome?".


def is_main_part(heading: str, names: Sequence[tuple[str, ...]]) -> bool:
    """Whether ``heading`` says a main part and nothing else ("Causes", "How is gout treated?").

    Args:
        heading: verbatim.
        names: what the page is about, folded, longest first.
    """
    placement = bare_aspect(heading, names)
    if placement is None or placement.aspect not in _MAIN_PARTS:
        return False
    return placement.aspect is not Aspect.TREATMENT or is_general(heading, names)


def with_missed_headings(
    content: Sequence[Block],
    names: Sequence[tuple[str, ...]],
    parts: Collection[tuple[str, ...]] = (),
) -> tuple[Block, ...]:
    """Return ``content`` with paragraphs that are nothing but a main part made headings.

    So are those that are nothing but one of ``parts``, folded: what a title of several names tells
    apart ("Migraine and Tension Headache"), with or without its short form ("Migraine (MG)").

    Formats know headings by their looks; a bare "Treatment" between two others may not look like
    one. Of 169 labelled pages in two dialects no ordinary line was taken for a heading by this
    rule. A wording that is a heading elsewhere on the page is left alone where no text stands
    below: it is in a list of contents.
    """
    headings = {words(block.text) for block in content if isinstance(block, Heading)}
    return tuple(
        [
            Heading(block.text, block.lines)
            if isinstance(block, Text)
            and _may_be_heading(block.text)
            and (
                is_main_part(block.text, names)
                or (parts and words(_SHORT_FORM.sub("", block.text)) in parts)
            )
            and (words(block.text) not in headings or _opens_text(below))
            else block
            for block, below in zip_longest(content, content[1:])
        ]
    )


def _may_be_heading(text: str) -> bool:
    ends = text.rstrip().endswith((".", ",", ";", "!", ":"))
    return not ends and len(text.split(None, _LONGEST)) <= _LONGEST


def _opens_text(below: Block | None) -> bool:
    """Whether a list or running text stands below: in a list of contents the next entry does."""
    if isinstance(below, Text):
        return len(below.text.split()) > _LONGEST
    return isinstance(below, Bullet)
