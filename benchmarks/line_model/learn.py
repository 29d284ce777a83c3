"""Labelled pages to a line model: the lexicon, and two small ensembles of oblivious trees.

Examples enter, a LineModel leaves.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.line_model.doubts import doubtful
from benchmarks.line_model.folds import fold_numbers
from benchmarks.line_model.forests import fit_forest
from benchmarks.line_model.pages import LabelledPage
from ingest.formats.text.evidence import FEATURES, gather_from
from ingest.formats.text.lexicon import SHORT_WORDS, Lexicon, keyed, whole
from ingest.formats.text.model import LineModel
from ingest.formats.text.regions import Reading
from ingest.formats.text.words import PageText
from ingest.trees import Forest, Matrix

CONTENT_SPLIT = "dev"
"""The split whose labels tell content from furniture; in the other, whole pages count as content,
so that it teaches headings only."""

_LEAST_PAGES = 3
"""Pages that must have a word before it gets a weight: one page's own topic is no evidence."""

_SMOOTHING = 2.0
"""Pages added to both sides of a word's odds."""

_HEADING_WORDS = 12
"""Words up to which a line of content is a candidate for a heading in the lexicon."""

_INNER_FOLDS = 5
"""Folds by which a page's tones come from a lexicon that never saw its site: else the trees learn
to trust the lexicon more than it deserves."""

_WORDS_A_LINE = 3
_PAGE_WEIGHT = 300.0
"""A line weighs as its words plus these, all lines of a page together as much as any other page:
word F1 is counted by the word and averaged by the page."""

_TITLE_SHARE = 0.3
"""Share of the page's prose above a line, beyond which it is no candidate for the title."""

_DEPTH = 5
_TREES, _TITLE_TREES = 300, 100

_PAIRS_DRAWN = 50.0
_CHANGES_WEIGHT = 0.5
"""How much neighbouring readings weigh beside the evidence, which has seen the neighbours too."""

_SETTINGS = {"learning_rate": 0.08, "l2_leaf_reg": 8, "rsm": 0.2, "border_count": 64}


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled page and how much its lines count; ``varied`` if it is a rewritten one."""

    page: LabelledPage
    weight: float = 1.0
    varied: bool = False


def learn(examples: Sequence[Example]) -> LineModel:
    """Train a model; the same examples give the same model."""
    originals = [example.page for example in examples if _teaches_words(example)]
    inner = fold_numbers([example.page.site for example in examples], _INNER_FOLDS, seed=100)
    rows: list[Matrix] = [np.empty(0, dtype=np.float32)] * len(examples)
    for fold in range(_INNER_FOLDS):
        lexicon = learn_lexicon(
            [
                example.page
                for example, number in zip(examples, inner, strict=True)
                if number != fold and _teaches_words(example)
            ]
        )
        for place, (example, number) in enumerate(zip(examples, inner, strict=True)):
            if number == fold:
                rows[place] = gather_from(example.page.text, lexicon).values.T
    lexicon = learn_lexicon(originals)
    return LineModel(
        names=FEATURES,
        lexicon=lexicon,
        content=_content_forest(examples, rows),
        heading=_heading_forest(examples, rows),
        title=_title_forest(examples, rows, FEATURES.index("prose_before_share")),
        changes=_changes([page for page in originals if page.split == CONTENT_SPLIT]),
        typical=np.median(np.concatenate(rows), axis=0).astype(np.float32),
    )


def _teaches_words(example: Example) -> bool:
    """Whether the lexicon counts it: each page once, as it was written."""
    return not example.varied and example.page.dialect == "resiliparse"


def learn_lexicon(pages: Sequence[LabelledPage]) -> Lexicon:
    """Weigh every word by the pages in which it stands in content, furniture, headings, items."""
    content: Counter[str] = Counter()
    furniture: Counter[str] = Counter()
    heading: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for page in pages:
        lines = [
            (keys, bool(is_content), bool(is_heading))
            for keys, is_content, is_heading in zip(
                _short_lines(page.text), page.content, page.heading, strict=True
            )
            if keys
        ]
        if page.split == CONTENT_SPLIT:
            content.update({key for keys, is_content, _ in lines if is_content for key in keys})
            furniture.update(
                {key for keys, is_content, _ in lines if not is_content for key in keys}
            )
        candidates = [
            ({*keys, f"^{keys[0]}", f"{keys[-1]}$", whole(keys)}, is_heading)
            for keys, is_content, is_heading in lines
            if is_content and len(keys) <= _HEADING_WORDS
        ]
        heading.update({key for keys, is_heading in candidates if is_heading for key in keys})
        other.update({key for keys, is_heading in candidates if not is_heading for key in keys})
    return Lexicon(_odds(content, furniture), _odds(heading, other))


def _short_lines(text: PageText) -> Iterator[list[str]]:
    """Yield each line's words as the lexicon spells them; none of lines too long for it."""
    for line, count in enumerate(text.counts):
        yield keyed(text.words_of(line)) if count <= SHORT_WORDS else []


def _odds(yes: Counter[str], no: Counter[str]) -> dict[str, float]:
    return {
        key: round(math.log((yes[key] + _SMOOTHING) / (no[key] + _SMOOTHING)), 1)
        for key in sorted(yes.keys() | no.keys())
        if yes[key] + no[key] >= _LEAST_PAGES
    }


def _content_forest(examples: Sequence[Example], rows: Sequence[Matrix]) -> Forest:
    chosen = [
        (example, values)
        for example, values in zip(examples, rows, strict=True)
        if example.page.split == CONTENT_SPLIT
    ]
    return _forest(
        np.concatenate([values for _, values in chosen]),
        np.concatenate([example.page.content for example, _ in chosen]),
        np.concatenate([_line_weights(example) for example, _ in chosen]),
    )


def _line_weights(example: Example) -> NDArray[np.float64]:
    words = example.page.text.counts + _WORDS_A_LINE
    weights: NDArray[np.float64] = words / words.sum() * _PAGE_WEIGHT * example.weight
    return weights


def _heading_forest(examples: Sequence[Example], rows: Sequence[Matrix]) -> Forest:
    kept = [e.page.content & ~(doubtful(e.page) & e.varied) for e in examples]
    return _forest(
        np.concatenate([values[flags] for values, flags in zip(rows, kept, strict=True)]),
        np.concatenate([e.page.heading[flags] for e, flags in zip(examples, kept, strict=True)]),
        np.concatenate(
            [np.full(flags.sum(), e.weight) for e, flags in zip(examples, kept, strict=True)]
        ),
    )


def _title_forest(examples: Sequence[Example], rows: Sequence[Matrix], share: int) -> Forest:
    """Learn titles from the lines above most of the prose: no title stands below it."""
    chosen = [values[:, share] < _TITLE_SHARE for values in rows]
    return _forest(
        np.concatenate([values[flags] for values, flags in zip(rows, chosen, strict=True)]),
        np.concatenate([e.page.titles[flags] for e, flags in zip(examples, chosen, strict=True)]),
        np.concatenate(
            [np.full(flags.sum(), e.weight) for e, flags in zip(examples, chosen, strict=True)]
        ),
        trees=_TITLE_TREES,
    )


def _forest(
    values: Matrix,
    labels: NDArray[np.bool_],
    weights: NDArray[np.float64],
    trees: int = _TREES,
) -> Forest:
    return fit_forest(values, labels, weights, trees=trees, depth=_DEPTH, settings=_SETTINGS)


def _changes(pages: Sequence[LabelledPage]) -> Matrix:
    """Return how much likelier each reading is right below each other than it is anywhere.

    Both for lines elsewhere and within a list, where few pairs are drawn towards those of all.
    """
    states = len(Reading)
    pairs = np.zeros((2, states, states))
    single = np.ones((2, states))
    for page in pages:
        inside = np.where(page.heading, Reading.HEADING, Reading.BODY)
        readings = np.where(page.content, inside, Reading.FURNITURE)
        listed = page.text.layout.in_one_list.astype(int)
        np.add.at(pairs, (listed, readings[:-1], readings[1:]), 1)
        np.add.at(single, (listed, readings[1:]), 1)
    anywhere = pairs.sum(axis=0) + 1
    anywhere /= anywhere.sum(axis=1, keepdims=True)
    drawn = pairs + _PAIRS_DRAWN * anywhere
    following = np.log(drawn / drawn.sum(axis=2, keepdims=True))
    before = np.log(single / single.sum(axis=1, keepdims=True))
    changes: Matrix = (_CHANGES_WEIGHT * (following - before[:, None, :])).astype(np.float32)
    return changes
