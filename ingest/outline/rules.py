"""The rules by which a reader tells which heading stands below which, where no levels are stated.

HeadingFacts of one page enter, in page order; one depth each (1 is the top) leaves. Used by
`ingest.outline.levels`, which weighs what they say with the looks of the headings.

A text dump shows headings as bare lines, all alike. What still tells their order, strongest first:
the level that a format states; numbering; the same wording recurring below different headings
("Fibromyalgia" below Causes and again below Symptoms); a heading with nothing below it but another
heading, which is that one's parent; a heading ending in a colon; a run of questions below
"Frequently asked questions"; wordings that pages close with ("Conclusion"), and the aspects of a
health topic, both of which stand at the top. Where nothing tells, a heading stands beside the one
before it: of 2,911 pairs of consecutive headings on 169 labelled pages 64 % do.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.aspect import Aspect
from ingest.outline.headings import (
    WITHIN_TREATMENT,
    HeadingFacts,
    recurring,
    treatments_go_on,
)
from ingest.outline.numbering import Number

MAX_DEPTH = 6
"""The deepest level inferred: HTML, which most pages come from, knows six."""


@dataclass(slots=True)
class _Open:
    """One heading on the path from the top to the current place."""

    place: int
    depth: int
    facts: HeadingFacts
    number: Number | None


def ruled_depths(headings: Sequence[HeadingFacts]) -> tuple[int, ...]:
    """Return each heading's depth, 1 for the top, at most one deeper than the one before it."""
    return _Inference(headings).run()


class _Inference:
    """One walk over a page's headings; holds the open path and nothing that outlives the walk."""

    def __init__(self, headings: Sequence[HeadingFacts]) -> None:
        self._headings = headings
        self._counts = Counter(heading.key for heading in headings)
        self._repeated = recurring(headings)
        first = next((heading for heading in headings if not heading.opening), None)
        self._questions_lead = first is not None and first.question
        self._depths: list[int] = []
        self._path: list[_Open] = []

    def run(self) -> tuple[int, ...]:
        for place in range(len(self._headings)):
            depth = self._depth(place)
            while self._path and self._path[-1].depth >= depth:
                self._path.pop()
            heading = self._headings[place]
            self._path.append(_Open(place, depth, heading, heading.number))
            self._depths.append(depth)
        return tuple(self._depths)

    def _depth(self, place: int) -> int:
        if place == 0:
            return 1
        for rule in _RULES:
            depth = rule(self, place)
            if depth is not None:
                return max(1, min(depth, self._depths[-1] + 1, MAX_DEPTH))
        return self._depths[-1]

    def by_statement(self, place: int) -> int | None:
        """Beside or below the nearest open heading whose level the format states too."""
        stated = self._headings[place].stated
        if stated is None:
            return None
        for opened in reversed(self._path):
            other = opened.facts.stated
            if other is not None and other <= stated:
                return opened.depth + (1 if other < stated else 0)
        return 1

    def by_number(self, place: int) -> int | None:
        """Beside the number before it in the series, below "2" for "2.1", below what opens it."""
        number = self._headings[place].number
        if number is None:
            return None
        for opened in reversed(self._path):
            if opened.number is not None and number.follows(opened.number):
                return opened.depth
        for opened in reversed(self._path):
            if opened.number is not None and number.parts[:-1] == opened.number.parts:
                return opened.depth + 1
        before = self._headings[place - 1]
        if number.opens and before.number is None and not before.opening and not before.closing:
            return self._depths[-1] + 1
        return None

    def inside_series(self, place: int) -> int | None:
        """Below an open numbered heading whose series goes on later; where it is over, above it."""
        innermost = next((opened for opened in reversed(self._path) if opened.number), None)
        if innermost is None or self._headings[place].number is not None:
            return None
        directly = self._path[-1] is innermost
        if self._goes_on(place, innermost):
            return None if self._repeated[place] and not directly else innermost.depth + 1
        if not directly:
            return None
        recurs = self._recurs_below_series(place, innermost)
        return innermost.depth + 1 if recurs else max(1, innermost.depth - 1)

    def _goes_on(self, place: int, innermost: _Open) -> bool:
        """Whether the next number written like the innermost one continues its series."""
        series = innermost.number
        alike = (
            later.number
            for later in self._headings[place + 1 :]
            if later.number and series and later.number.is_written_like(series)
        )
        following = next(alike, None)
        return following is not None and series is not None and following.follows(series)

    def _recurs_below_series(self, place: int, innermost: _Open) -> bool:
        return any(
            earlier.key == self._headings[place].key and depth == innermost.depth + 1
            for earlier, depth in zip(self._headings, self._depths, strict=False)
        )

    def by_repetition(self, place: int) -> int | None:
        """Where a wording recurs, below the last heading that does not, and beside its like."""
        if self._repeated[place]:
            return self._below_unrepeated()
        if self._repeated[place - 1]:
            for opened in reversed(self._path):
                if not self._repeated[opened.place]:
                    return opened.depth
        return None

    def _below_unrepeated(self) -> int | None:
        for opened in reversed(self._path):
            if not self._repeated[opened.place]:
                return opened.depth + 1
        return None

    def at_the_top(self, place: int) -> int | None:
        """Closing headings, and aspects of the topic that follow others, stand at the top."""
        heading = self._headings[place]
        late = 2 * place >= len(self._headings)
        return 1 if heading.closing and late and not self._repeated[place] else None

    def by_treatment(self, place: int) -> int | None:
        """Single treatments stand below a heading on treatment in general, other aspects do not."""
        aspect = self._headings[place].aspect
        for opened in reversed(self._path):
            if opened.facts.aspect is Aspect.TREATMENT and opened.facts.general:
                if aspect is Aspect.TREATMENT and not self._headings[place].general:
                    return opened.depth + 1
                if aspect is Aspect.SELF_CARE and treatments_go_on(self._headings[place + 1 :]):
                    return opened.depth + 1
                if aspect not in WITHIN_TREATMENT:
                    return opened.depth
        return None

    def by_narrowing(self, place: int) -> int | None:
        """What says more than an open main part, in its words, is of it: "Symptoms in children"."""
        heading = self._headings[place]
        for opened in reversed(self._path):
            same = opened.facts.plain and opened.facts.aspect is heading.aspect
            if same and set(opened.facts.key) < set(heading.key):
                return opened.depth + 1
        return None

    def by_main_part(self, place: int) -> int | None:
        """The main parts of a page on a condition stand beside each other, at the top."""
        heading = self._headings[place]
        is_part = heading.plain and (heading.aspect is not Aspect.TREATMENT or heading.general)
        if not is_part or self._counts[heading.key] > 1:
            return None
        inside_its_like = any(
            opened.facts.plain and opened.facts.aspect is heading.aspect for opened in self._path
        )
        return None if inside_its_like else 1

    def by_urgency(self, place: int) -> int | None:
        """Whom to call now, today and this week stand beside each other."""
        innermost = self._path[-1]
        calls = {self._headings[place].aspect, innermost.facts.aspect}
        graded = calls == {Aspect.WHEN_TO_SEEK_CARE} and not innermost.facts.empty
        return innermost.depth if graded else None

    def after_empty(self, place: int) -> int | None:
        """Below a heading with nothing of its own; beside an earlier such one if empty itself."""
        heading, before = self._headings[place], self._headings[place - 1]
        if before.empty:
            return None if heading.empty else self._depths[-1] + 1
        if heading.empty:
            for opened in self._path:
                if opened.facts.empty:
                    return opened.depth
        return None

    def by_colon(self, place: int) -> int | None:
        """A heading ending in a colon stands below the one before it, and ends with its block."""
        heading, before = self._headings[place], self._headings[place - 1]
        if heading.colon == before.colon:
            return None
        return self._depths[-1] + (1 if heading.colon else -1)

    def by_question(self, place: int) -> int | None:
        """Questions stand below a heading that announces them, up to the first that is none."""
        heading, before = self._headings[place], self._headings[place - 1]
        if heading.question and before.asks_questions:
            return self._depths[-1] + 1
        if not heading.question and before.question:
            for opened in self._path:
                if opened.facts.asks_questions:
                    return opened.depth
            if self._is_answer(place):
                return self._depths[-1] + 1
        if heading.question and not before.question and self._questions_lead:
            for opened in reversed(self._path):
                if opened.facts.question:
                    return opened.depth
        return None

    def _is_answer(self, place: int) -> bool:
        """Whether the questions that lead the page go on after a heading that tells no aspect."""
        return (
            self._questions_lead
            and self._headings[place].aspect in {None, Aspect.OTHER}
            and any(heading.question for heading in self._headings[place + 1 :])
        )


_RULES = (
    _Inference.by_statement,
    _Inference.by_number,
    _Inference.inside_series,
    _Inference.by_repetition,
    _Inference.at_the_top,
    _Inference.by_treatment,
    _Inference.by_narrowing,
    _Inference.by_urgency,
    _Inference.by_main_part,
    _Inference.by_question,
    _Inference.after_empty,
    _Inference.by_colon,
)
