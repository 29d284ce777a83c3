"""What a page itself says of when it was reviewed or updated: "Last reviewed: 12 March 2024".

Blocks enter, such statements leave, word for word. Pure. Used by `ingest.pages.page`.

A statement is a short line that is nothing else: who reviewed or updated, and a date. A date
without such a word says nothing of the page, and the times of files and of ingests are no review.
"""

import re
from collections.abc import Iterable

from ingest.blocks import Block, Grid

MOST = 3
"""Statements kept of a page: a review, an update, and when the next review is due."""

LONGEST = 120
"""Characters of a line that is looked at; a longer one is a sentence about something else."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_DAY}\s+)?{_MONTH},?\s+(?:{_DAY},?\s+)?\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
)
_STATEMENT = re.compile(
    rf"""(?:(?:this|the)\s+)?(?:(?:page|content|article|information|date|medically|clinically)\s+)*
         (?:(?:last|most\ recently|was|next)\s+)*(?:medically\s+|clinically\s+)?
         (?:reviewed|updated|revised|modified|review(?:\s+(?:date|due))?|update|revision)
         (?:\s+by\s+[^\d:]{{2,60}}?)?
         (?:\s+on)?\s*[:,–—-]?\s*
         (?:{_DATE})\.?""",
    re.VERBOSE | re.IGNORECASE,
)


def stated_dates(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return what ``blocks`` state of the page's review and update, each once, in page order."""
    short = [
        text
        for block in blocks
        if not isinstance(block, Grid)
        and (text := block.text)[-2:-1].isdigit()  # as in every date, with or without a full stop
        and len(text) <= LONGEST
    ]
    return tuple(dict.fromkeys(filter(_STATEMENT.fullmatch, short)))[:MOST]
