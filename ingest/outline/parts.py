"""The main parts that pages on a condition have, and the headings that say them.

A heading or a line enters, yes or no leaves. Used by `ingest.outline.tree` for the levels of
headings, and by `ingest.pages.page` for headings that a format has not recognised as such.
"""

import re
from collections.abc import Collection, Sequence

from index.aspect import Aspect
from ingest.aspects.bare import bare_aspect
from ingest.aspects.placing import heading_words, place_heading
from ingest.aspects.topics import is_general
from ingest.aspects.wordings import NAME
from ingest.blocks import Block, Bullet, Grid, Heading, Text
from ingest.conditions.titles import without_asker
from ingest.wording import QUESTION_WORDS, words, words_of_each

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
_LONGEST_NAMED, _MOST_CHARACTERS = 10, 200
# The same where the page's own name, however long, is one of them, and what both may come to: the
# longest of 6,154 titles of a public corpus has 136 characters.
_NO_HEADING_ENDS = (".", ",", ";", "!", ":")


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

    So are those that name the topic and tell or ask for an aspect of it ("About gout"), and those
    that are nothing but one of ``parts``, folded: what a title of several names tells
    apart ("Migraine and Tension Headache"), with or without its short form ("Migraine (MG)"). So is
    a question that is marked as one ("Q: Will it hurt?"), where most of these are headings already.

    Formats know headings by their looks; a bare "Treatment" between two others may not look like
    one. Of 232 labelled pages in two dialects no ordinary line was taken for a heading by these
    rules. A wording that is a heading elsewhere on the page is left alone where no text stands
    below: it is in a list of contents.
    """
    missed = _Missed(content, names, parts)
    words_of_each([block.text for block in content if not isinstance(block, Grid)])
    # At once, before this step and those that follow ask for them one by one.
    places = [
        place
        for place, block in enumerate(content)
        if isinstance(block, Text)
        and not block.text.endswith(_NO_HEADING_ENDS)
        and missed.is_heading(block.text)
    ]
    if not places:
        return tuple(content)
    headings = {words(block.text) for block in content if isinstance(block, Heading)}
    made = list(content)
    for place in places:
        block, below = content[place], content[place + 1 : place + 2]
        if isinstance(block, Text) and (words(block.text) not in headings or _opens_text(below)):
            made[place] = Heading(block.text, block.lines)
    return tuple(made)


class _Missed:
    """What the paragraphs of one page are held against to find the headings among them."""

    def __init__(
        self,
        content: Sequence[Block],
        names: Sequence[tuple[str, ...]],
        parts: Collection[tuple[str, ...]],
    ) -> None:
        self._names = names
        self._openings = frozenset(name[0] for name in names if name)
        self._parts = parts
        asked = [
            isinstance(block, Heading)
            for block in content
            if isinstance(block, Heading | Text) and _is_asked(block.text)
        ]
        self._marked = sum(asked) > len(asked) / 2

    def is_heading(self, text: str) -> bool:
        """Whether a paragraph ``text`` is in truth a heading."""
        if _is_short(text):
            if is_main_part(text, self._names):
                return True
            if self._parts and words(_SHORT_FORM.sub("", text)) in self._parts:
                return True
        if not self._openings.isdisjoint(words(text)) and _tells_of_topic(text, self._names):
            return True
        return self._marked and _is_asked(text)


def _is_short(text: str) -> bool:
    return text.count(" ") < _LONGEST


def _is_asked(text: str) -> bool:
    """Whether ``text`` is marked as a question among answers ("Q: Will it hurt?")."""
    asked = text.endswith("?") and len(text) <= _MOST_CHARACTERS
    return asked and without_asker(text) != text


def _tells_of_topic(text: str, names: Sequence[tuple[str, ...]]) -> bool:
    """Whether ``text`` names the topic and says an aspect of it, or asks for one.

    "About Usher syndrome, type 2C"; "Do I need to see a doctor for Usher syndrome, type 2C?"
    """
    if len(text) > _MOST_CHARACTERS:
        return False
    told = heading_words(text, names)
    if NAME not in told or len(told) > _LONGEST_NAMED:
        return False
    if bare_aspect(text, names) is not None:
        return True
    asks = text.rstrip().endswith("?") and told[0] in QUESTION_WORDS
    placement = place_heading(text, names) if asks else None
    return placement is not None and not placement.weak


def _opens_text(below: Sequence[Block]) -> bool:
    """Whether a list or running text stands below: in a list of contents the next entry does."""
    return any(
        not _is_short(block.text) if isinstance(block, Text) else isinstance(block, Bullet)
        for block in below
    )
