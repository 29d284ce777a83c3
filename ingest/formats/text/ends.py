"""What at the ends of a text dump is the clinic's: buttons above, comments and staff below.

Lines with their readings enter, readings leave; for the text format only. What both formats tell
from the words of single lines is in `ingest.formats.trailing`; this knows headings and parts.

A part at the end is told by its heading and by what stands below it, both: "Reviews" over quotes,
"Meet our team" over names. One that says anything else is content, whatever its heading.
"""

import re
from collections.abc import Callable, Sequence

from ingest.formats.sentences import is_sentence
from ingest.formats.text.lines import Lines
from ingest.formats.text.regions import Reading
from ingest.formats.trailing import count_trailing, is_byline, is_contact
from ingest.formats.wording import CONTACT
from ingest.wording import words

_LONGEST_HEAD, _LONGEST_NAME = 8, 8
"""Words of the heading of such a part, and of a name with what the person is."""

_LONGEST_BUTTON = 4
_MOST_OPENING = 6
"""Words of a button, and lines of them, bylines and forms below a title."""

_BUTTONS = frozenset(words("share save print email tweet pin bookmark listen download"))

_BLANKS = re.compile(r"_{4,}|\.{6,}|…{3,}")
"""What forms leave to be filled in."""

_DISCLAIMER = re.compile(
    r"(?:please note\W+)?(?:(?:all|any|the|this|these|our)\s+)+(?:[\w-]+\s+){0,3}?"
    r"(?:handout|sheet|leaflet|brochure|booklet|page|web ?site|site|article|information|content"
    r"|material)s?\b.{0,60}?\b(?:(?:do(?:es)?|is|are) not\s+(?:\w+\s+){0,2}?(?:replace|substitute"
    r"|intended|meant|medical advice|constitute|provide)|general information|information only"
    r"|(?:information|education)al purposes)",
    re.IGNORECASE,
)
"""What lawyers put last. It speaks of the page itself, as no advice does."""

_IMPRINT = re.compile(
    r"(?:form|ref(?:erence)?|rev(?:ised|ision)?|version|issued|leaflet|document|publication)\b"
    r"[\s:.#]*(?:no\b|code\b|date\b)?.*\d",
    re.IGNORECASE,
)
"""The number of a form, the date of a leaflet."""

_COMMENTS = re.compile(
    r"(?:\d+|one|no) (?:responses?|comments?|thoughts?|repl(?:y|ies))\b.*"
    r"|comments?|leave a (?:reply|comment)\b.*"
)
_COMMENT_SIGNS = ("says:", "wrote:", "said:", "reply")
_PRAISE = re.compile(
    r"what (?:our |my |other )?\w+ (?:say|are saying|think)\b.*"
    r"|(?:our |patient |client )*(?:testimonials|reviews)|(?:patient|success) stories"
)
_QUOTES = "\"“”'‘«★☆*–—-"
_STAFF = re.compile(
    r"(?:meet )?(?:our|the|your) (?:\w+ ){0,3}(?:team|doctors|physicians|providers|surgeons|staff"
    r"|therapists|specialists|clinicians|dentists)|meet (?:dr\b|our|the).*"
)


def without_ends(
    lines: Lines, readings: Sequence[Reading], title: int | None
) -> tuple[Reading, ...]:
    """Return ``readings`` without what says at either end that it is the clinic's."""
    inside = [place for place, reading in enumerate(readings) if reading and place != title]
    texts = [lines.texts[place] for place in inside]
    heads = [readings[place] is Reading.HEADING for place in inside]
    end = _content_end(texts, heads)
    start = _content_start(texts[:end], heads)
    changed = list(readings)
    for place in (*inside[:start], *inside[end:]):
        changed[place] = Reading.FURNITURE
    return tuple(changed)


def _content_end(texts: Sequence[str], heads: Sequence[bool]) -> int:
    """Return how many of ``texts`` are left once the clinic's are cut off at the end.

    A heading right above what was cut off goes with it: nothing of its own is left.
    """
    end, before = len(texts), -1
    while end != before:
        before = end
        end -= count_trailing(texts[:end])
        while end and _closes(texts[end - 1]):
            end -= 1
        end = _part_start(texts[:end])
        while end and end < len(texts) and heads[end - 1]:
            end -= 1
    return end


def _closes(text: str) -> bool:
    short = text.count(" ") < _LONGEST_HEAD * 2
    return (
        _BLANKS.search(text) is not None
        or _DISCLAIMER.match(text) is not None
        or is_byline(text)
        or (short and not is_sentence(text) and _IMPRINT.match(text) is not None)
    )


def _part_start(texts: Sequence[str]) -> int:
    """Return the place of the heading of a closing part that is the clinic's, or the end."""
    for place, text in enumerate(texts[:-1]):
        if text.count(" ") >= _LONGEST_HEAD:
            continue
        said = text.lower().rstrip(":")
        if not _HEADS.fullmatch(said):
            continue
        for head, is_theirs in _PARTS:
            if head.fullmatch(said) and is_theirs(texts[place + 1 :]):
                return place
    return len(texts)


def _has_comments(below: Sequence[str]) -> bool:
    return any(text.lower().endswith(_COMMENT_SIGNS) for text in below)


def _is_praise(below: Sequence[str]) -> bool:
    return all(text[0] in _QUOTES or _is_short(text) for text in below)


def _is_staff(below: Sequence[str]) -> bool:
    return all(map(_is_short, below))


def _is_short(text: str) -> bool:
    return text.count(" ") < _LONGEST_NAME and not is_sentence(text)


_PARTS: tuple[tuple[re.Pattern[str], Callable[[Sequence[str]], bool]], ...] = (
    (_COMMENTS, _has_comments),
    (_PRAISE, _is_praise),
    (_STAFF, _is_staff),
)
"""How parts at the end are headed, in small letters, and what all below must be."""

_HEADS = re.compile("|".join([head.pattern for head, _ in _PARTS]))


def _content_start(texts: Sequence[str], heads: Sequence[bool]) -> int:
    """Return how many of the first of ``texts`` are buttons, bylines or forms."""
    start = 0
    while start < min(_MOST_OPENING, len(texts)) and _opens(texts[start], head=heads[start]):
        start += 1
    return start


def _opens(text: str, *, head: bool) -> bool:
    if _BLANKS.search(text) or _BUTTONS.issuperset(words(text)) or is_byline(text):
        return True
    sayings = text.rstrip(".").split(". ")
    if len(sayings) > 1 and all(map(is_byline, sayings)):
        return True
    if not is_contact(text) or is_sentence(text):
        return False
    return CONTACT.search(text) is not None or (not head and text.count(" ") < _LONGEST_BUTTON)
