"""Which line is the page's own title.

Lines and the opinions of them enter, the place of the title among them leaves. Pure.
"""

import re
from bisect import bisect
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from index.aspect import Aspect
from ingest.aspects.placing import heading_words, place_heading
from ingest.aspects.wordings import NAME
from ingest.formats.sentences import is_sentence
from ingest.formats.text.browser_title import repeated_name
from ingest.formats.text.characters import lines_saying
from ingest.formats.text.evidence import Evidence
from ingest.formats.text.lines import Line, Lines
from ingest.formats.text.naming import begins, is_name, is_part, is_way_elsewhere, own_name, stems
from ingest.formats.text.regions import Reading
from ingest.formats.text.words import PageText
from ingest.formats.trailing import is_byline
from ingest.formats.wording import names_organisation
from ingest.names import names_condition
from ingest.publications import is_series_title
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

_CONTENTS = 24
"""Lines above one that asks what a thing is: a list of the page's contents may stand between."""

_DEFINED = 3.0
"""Log-odds for a name that a sentence close below begins with ("Gout" over "Gout is a kind of
arthritis"): so pages on a condition begin. It changed no title of the labelled pages, which are on
other things, and finds those of short pages below a clinic's name."""

_VERBS = frozenset(words("is are occur happen affect refers means causes"))
_BEGINNING = 120
"""Characters of a sentence among which its verb is looked for."""

FIRST_SENTENCES = 2
_NEAR_SENTENCE = 6
"""Lines above a sentence: buttons to share and dates stand between."""

_ORGANISATION = 3.0
"""Log-odds against the name of an organisation: it stands where titles do, and as large; and for a
line with a name before that of one and a bar between, as titles in browsers have."""

_REPEATED = 3.0
"""Log-odds for a line that says again what the browser's title above the page says. On 169 pages
whose texts were taken out by a script, browser's title first, it finds 106 titles, 78 without; of
those of four renderers one of 756 is lost."""

_KIND = 2.0
"""Log-odds for a name close above the page's first text that has the form of a condition's: most
pages of a clinic are on one."""

_DEFINITIONS = frozenset({("what", "is"), ("what", "are")})

_LEAST_LINES = 2
"""A name and a line of text are the least page."""


def find_title(lines: Lines, evidence: Evidence, opinions: Matrix, source: str) -> int | None:
    """Return the place in ``lines`` of the title, or None where the page shows none.

    Args:
        lines: The page's lines, one at least.
        evidence: What is to be seen of them.
        opinions: Log-odds of each being the title, by its looks and surroundings.
        source: The file's path; its name is evidence too.
    """
    weights = opinions.tolist()
    _favour(weights, lines, evidence, source)
    best = _likeliest(weights, lines)
    if weights[best] <= _LEAST and not _may_be_meant(best, weights[best], lines, evidence):
        return None
    near = _CONTENTS if words(lines.texts[best])[:2] in _DEFINITIONS else _NEAR
    for place in reversed(range(max(best - near, 0), best)):
        if _is_named(lines[place], lines.texts[best], above=best - place):
            return place
    return None if is_part(lines.texts[best]) else best


def _favour(weights: list[float], lines: Lines, evidence: Evidence, source: str) -> None:
    """Add to ``weights`` what speaks for each line by what it says."""
    for place, likeness in _likenesses(evidence.page, PurePosixPath(source).stem).items():
        weights[place] += _NAMED * likeness
    texts = lines.texts
    for place in lines_saying("|", evidence.page.characters.text):
        if own_name(texts[place], texts) != texts[place]:
            weights[place] += _ORGANISATION
    repeated = _right_above_text(repeated_name(texts), evidence.sentences)
    if repeated is not None:
        weights[repeated] += _REPEATED
    least = max(weights) - _NAMED  # more than that is taken off no line

    def contends(place: int) -> bool:
        return weights[place] + _DEFINED >= least

    defined = {place for place, _ in definitions(lines, evidence.sentences, contends)}
    first = evidence.sentences[0] if len(evidence.sentences) else len(lines)
    for place in filter(contends, {*range(max(first - _FAR, 0), first)} - defined):
        if is_name(lines[place]) and names_condition(texts[place]):
            weights[place] += _KIND
    for place in defined:
        weights[place] += _DEFINED


def _right_above_text(places: Sequence[int], sentences: Sequence[int]) -> int | None:
    """Return that one of ``places``, in page order, below which the next sentence is nearest.

    Menus and closing links say a page's name as well.
    """
    below = [bisect(sentences, place) for place in places]
    distances = {
        place: sentences[after] - place
        for place, after in zip(places, below, strict=True)
        if after < len(sentences)
    }
    return min(distances, key=distances.__getitem__, default=None)


def _likeliest(weights: list[float], lines: Lines) -> int:
    """Return the place of the largest of ``weights`` once what speaks against it is taken off.

    That only lowers a weight, so that the largest are asked alone.
    """
    doubted: set[int] = set()
    while (best := weights.index(max(weights))) not in doubted:
        doubted.add(best)
        weights[best] -= _doubt(lines.texts[best])
    return best


def _may_be_meant(place: int, weight: float, lines: Lines, evidence: Evidence) -> bool:
    """Whether a line that little speaks for is the title: a name above most text, no question."""
    above = sum(1 for sentence in evidence.sentences if sentence < place)
    opens = above * 2 <= len(evidence.sentences) and not lines.texts[place].endswith("?")
    return opens and weight > _LEAST_NAME and is_name(lines[place])


def _doubt(text: str) -> float:
    if is_way_elsewhere(text) or is_byline(text) or is_series_title(text):
        return _NAMED
    return _ORGANISATION if names_organisation(text) else 0.0


def find_opening_name(lines: Lines, readings: Sequence[Reading]) -> int | None:
    """Return the place of the name that opens a page without a title, if one does.

    That is a name that the page's first sentence begins with ("Gout is ..."), the name above the
    first part of a page, or what stands by itself above its first text. A page of a few lines has
    too little of what the opinions go by.
    """
    inside = [place for place, reading in enumerate(readings) if reading is not Reading.FURNITURE]
    if len(inside) < _LEAST_LINES:
        return None
    first, second = inside[:_LEAST_LINES]
    sentence = next((place for place in inside[:_NEAR] if is_sentence(lines.texts[place])), first)
    for place in reversed(range(max(first - _FAR, 0), sentence)):
        if is_name(lines[place]) and begins(lines.texts[sentence], lines.texts[place]):
            return place
    if first and _is_named(lines[first - 1], lines.texts[first], above=1):
        return first - 1
    if is_part(lines.texts[first]):
        return None
    opens = lines.gaps[second] or is_sentence(lines.texts[second])
    return first if opens and is_name(lines[first]) else None


def definitions(
    lines: Lines, sentences: Sequence[int], asked: Callable[[int], bool] = lambda _: True
) -> set[tuple[int, int]]:
    """Return the places of names, each with that of a sentence close below that says what it is.

    The sentence must be one of the page's first: further down they define parts of the page. Names
    are looked for where ``asked`` says so.
    """
    return {
        (above, place)
        for place in sentences[:FIRST_SENTENCES]
        if not _VERBS.isdisjoint(words(lines.texts[place][:_BEGINNING]))
        for above in filter(asked, range(max(place - _NEAR_SENTENCE, 0), place))
        if begins(lines.texts[place], lines.texts[above]) and is_name(lines[above])
    }


def _likenesses(page: PageText, file_name: str) -> dict[int, float]:
    """Return by place how much of it each line has in common with the file's name, if any."""
    name = frozenset(_WORD.findall(file_name.lower()))
    texts = page.lowered
    text = "\n".join(texts) + "\n"
    said = {place for word in name for place in lines_saying(word, text)}
    return {place: _likeness(texts[place], name) for place in said}


def _likeness(text: str, name: frozenset[str]) -> float:
    own = frozenset(_WORD.findall(text))
    return len(own & name) / max(len(own | name), 1)


def _is_named(line: Line, part: str, *, above: int) -> bool:
    """Whether ``line`` can be the name of a page that begins with ``part``, ``above`` lines below.

    Above a usual heading ("Causes") any name can; one that asks what a thing is must share a word
    with it, or its beginning ("Tonsillectomy", "What are tonsils?"), and all that is asked where a
    list of contents stands between; others must open with it right above ("Neck Pain",
    "Understanding Neck Pain").
    """
    if not is_name(line):
        return False
    name, said = words(line.text), words(part)
    if is_part(part):
        return True
    if said[:2] in _DEFINITIONS:
        if name[:2] in _DEFINITIONS:
            return False
        own, asked = stems(name), stems(said[2:])
        return bool(own & asked) if above <= _NEAR else bool(asked) and asked <= own
    placement = place_heading(part, [name])
    opens = placement is not None and placement.aspect is Aspect.OVERVIEW
    return above == 1 and opens and NAME in heading_words(part, [name])
