"""Which line is the page's own title.

Lines and the opinions of them enter, the place of the title among them leaves. Pure.
"""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from index.aspect import Aspect
from ingest.aspects.placing import heading_words, place_heading
from ingest.aspects.topics import is_general
from ingest.aspects.wordings import NAME
from ingest.formats.sentences import is_sentence
from ingest.formats.text.characters import lines_saying
from ingest.formats.text.evidence import Evidence
from ingest.formats.text.lines import Line
from ingest.formats.text.regions import Reading
from ingest.formats.text.usual import usual_share
from ingest.formats.text.words import PageText
from ingest.formats.trailing import is_byline, is_contact
from ingest.formats.wording import STOP_WORDS
from ingest.trees import Matrix
from ingest.wording import words

_WORD = re.compile(r"[a-z0-9]+")

_LEAST, _LEAST_NAME = -2.0, -3.0
"""Log-odds from which the likeliest line of a page is taken for its title, and from which a short
line that can be a name is: on pages not trained on, 105 of 136 titles are found so and 20 lines
taken wrongly; with the first alone 98 and 19."""

_NAMED = 6.0
"""Log-odds for a line that says what the file's name says, word for word: whoever saved the page
named it after its title. Half the words in common give half of it."""

_NEAR, _FAR = 3, 8
"""Lines above the heading of a page's first part among which its name is looked for, and lines
above the page's first sentence: buttons and dates may stand between."""

_DEFINED = 3.0
"""Log-odds for a name that a sentence close below begins with ("Gout" over "Gout is a kind of
arthritis"): so pages on a condition begin. It changed no title of the labelled pages, which are on
other things, and finds those of short pages below a clinic's name."""

_VERBS = frozenset(words("is are occur happen affect refers means causes"))
_BEGINNING = 120
"""Characters of a sentence among which its verb is looked for."""

_FIRST_SENTENCES = 2
_NEAR_SENTENCE = 6
"""Lines above a sentence: buttons to share and dates stand between."""

_LEAST_LINES = 2
_NAME_WORDS = 8
"""Words up to which a line by itself is a name; a name and a line of text are the least page."""

_STEM = 5
"""Letters in which words of one thing agree at their beginning: tonsil, tonsillectomy."""

_THINGS = frozenset({Aspect.TREATMENT, Aspect.PROCEDURE})
"""Aspects whose wordings name what pages are about as well: "Surgery", "Nerve blocks"."""

_STEPS = "|>»›"
"""What parts the steps of a trail to the page, and the entries of a menu in one line."""

_TRAIL = (" > ", " » ", " › ")
"""What a trail to the page has between its steps; it ends with the page's name, and is none."""

_ENDS = (".", "!", ":", ",", ";")
_DEFINITIONS = frozenset({("what", "is"), ("what", "are")})


def find_title(
    lines: Sequence[Line], evidence: Evidence, opinions: Matrix, source: str
) -> int | None:
    """Return the place in ``lines`` of the title, or None where the page shows none.

    Args:
        lines: The page's lines, one at least.
        evidence: What is to be seen of them.
        opinions: Log-odds of each being the title, by its looks and surroundings.
        source: The file's path; its name is evidence too.
    """
    weights = opinions.tolist()
    for place, likeness in _likenesses(evidence.page, PurePosixPath(source).stem).items():
        weights[place] += _NAMED * likeness
    for place, _ in definitions(lines, evidence.sentences):
        weights[place] += _DEFINED
    doubted: set[int] = set()
    while (best := weights.index(max(weights))) not in doubted:
        doubted.add(best)
        if _names_no_page(lines[best].text.lower()):
            weights[best] -= _NAMED
    if weights[best] <= (_LEAST_NAME if _is_name(lines[best]) else _LEAST):
        return None
    for place in reversed(range(max(best - _NEAR, 0), best)):
        if _is_named(lines[place], lines[best].text, near=place == best - 1):
            return place
    return None if _is_part(lines[best].text) else best


def find_opening_name(lines: Sequence[Line], readings: Sequence[Reading]) -> int | None:
    """Return the place of the name that opens a page without a title, if one does.

    That is a name that the page's first sentence begins with ("Gout is ..."), the name above the
    first part of a page, or what stands by itself above its first text. A page of a few lines has
    too little of what the opinions go by.
    """
    inside = [place for place, reading in enumerate(readings) if reading is not Reading.FURNITURE]
    if len(inside) < _LEAST_LINES:
        return None
    first, second = inside[:_LEAST_LINES]
    sentence = next((place for place in inside[:_NEAR] if is_sentence(lines[place].text)), first)
    for place in reversed(range(max(first - _FAR, 0), sentence)):
        if _is_name(lines[place]) and _begins(lines[sentence].text, lines[place].text):
            return place
    if first and _is_named(lines[first - 1], lines[first].text, near=True):
        return first - 1
    if _is_part(lines[first].text):
        return None
    opens = lines[second].gap or is_sentence(lines[second].text)
    return first if opens and _is_name(lines[first]) else None


def definitions(lines: Sequence[Line], sentences: Sequence[int]) -> set[tuple[int, int]]:
    """Return the places of names, each with that of a sentence close below that says what it is.

    The sentence must be one of the page's first: further down they define parts of the page.
    """
    return {
        (above, place)
        for place in sentences[:_FIRST_SENTENCES]
        if not _VERBS.isdisjoint(words(lines[place].text[:_BEGINNING]))
        for above in range(max(place - _NEAR_SENTENCE, 0), place)
        if _is_name(lines[above]) and _begins(lines[place].text, lines[above].text)
    }


def _likenesses(page: PageText, file_name: str) -> dict[int, float]:
    """Return by place how much of it each line has in common with the file's name, if any."""
    name = frozenset(_WORD.findall(file_name.lower()))
    text = page.characters.text.lower()
    said = {place for word in name for place in lines_saying(word, text)}
    if not said:
        return {}
    texts = text.split("\n")
    return {place: _likeness(texts[place], name) for place in said}


def _likeness(text: str, name: frozenset[str]) -> float:
    own = frozenset(_WORD.findall(text))
    return len(own & name) / max(len(own | name), 1)


def _names_no_page(text: str) -> bool:
    """Whether ``text``, in lower case, is a trail to the page, or who wrote it, or when."""
    return any(step in text for step in _TRAIL) or is_byline(text)


def _is_name(line: Line) -> bool:
    """Whether ``line`` can name a page: short, no item, sentence, trail, address or part of one."""
    text = line.text
    if line.marker or line.cells or text.count(" ") >= _NAME_WORDS:
        return False
    if not text[0].isalnum() or text.endswith(_ENDS) or any(sign in text for sign in _STEPS):
        return False
    is_domain = "." in text and " " not in text
    return not (is_domain or _is_part(text) or is_contact(text))


def _is_part(text: str) -> bool:
    """Whether ``text`` says a part of any page: "Causes", "Treatment", but not "Physiotherapy"."""
    if usual_share(text) < 1:
        return False
    placement = place_heading(text)
    names_thing = placement is not None and placement.aspect in _THINGS
    return not names_thing or is_general(text, ())


def _begins(sentence: str, name: str) -> bool:
    said, own = words(sentence), words(name)
    return bool(own) and own in {said[: len(own)], said[1 : len(own) + 1]}


def _is_named(line: Line, part: str, *, near: bool) -> bool:
    """Whether ``line`` can be the name of a page that begins with ``part``, ``near`` right below.

    Above a usual heading ("Causes") any name can; one that asks what a thing is must share a word
    with it, or its beginning ("Tonsillectomy", "What are tonsils?"); others must open with it right
    above ("Neck Pain", "Understanding Neck Pain").
    """
    if not _is_name(line):
        return False
    name, said = words(line.text), words(part)
    if _is_part(part):
        return True
    if said[:2] in _DEFINITIONS:
        return bool(_stems(name) & _stems(said[2:]))
    placement = place_heading(part, [name])
    opens = placement is not None and placement.aspect is Aspect.OVERVIEW
    return near and opens and NAME in heading_words(part, [name])


def _stems(said: Sequence[str]) -> set[str]:
    return {word[:_STEM] for word in said if len(word) > _STEM // 2 and word not in STOP_WORDS}
