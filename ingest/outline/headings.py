"""What is known of one heading by itself, and which headings of a page recur.

Used by `ingest.outline.facts`, which gathers it, and by `ingest.outline.levels` and what that
consults.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from index.aspect import Aspect
from ingest.outline.numbering import Number


class HeadingLooks(NamedTuple):
    """How one heading looks and what stands below it, up to the next.

    ``words`` is how many it has; ``title_case`` that nearly all of them begin with a capital;
    ``indent`` its columns from the margin; ``body_words`` the words of its own text, ``has_items``
    that a list is among it, ``opens_with_item`` that it begins with one; ``listed`` the depth at
    which a list above names the heading, as tables of contents do, 0 where none does.
    """

    words: int = 1
    title_case: bool = False
    indent: int = 0
    body_words: int = 0
    has_items: bool = False
    opens_with_item: bool = False
    listed: int = 0


class HeadingFacts(NamedTuple):
    """What is known of one heading.

    ``key`` is its wording folded; ``stated`` the level its format states, 1 to 6; ``empty`` that
    nothing stands between it and the next heading; ``is_name`` that it is the name of one of the
    page's conditions; ``aspect`` what it tells of the topic, and ``general`` that it does so in
    the most general words ("Treatment options"), ``plain`` that it says a main part of a page on a
    condition and nothing else ("Causes"); ``opening`` and ``closing`` that pages in general
    begin or end with such a heading; ``asks_questions`` that it announces questions; ``looks``
    what only the page's layout tells.
    """

    key: tuple[str, ...]
    stated: int | None = None
    number: Number | None = None
    empty: bool = False
    is_name: bool = False
    aspect: Aspect | None = None
    general: bool = False
    plain: bool = False
    question: bool = False
    colon: bool = False
    closing: bool = False
    opening: bool = False
    asks_questions: bool = False
    looks: HeadingLooks = HeadingLooks()


WITHIN_TREATMENT = frozenset({None, Aspect.TREATMENT, Aspect.PROCEDURE})
"""What may stand below a heading on treatment: treatments, how they are done, and what tells no
aspect. What patients do themselves is a part of its own ("What you can do"), unless treatments go
on after it ("At home", "In our office", "Surgery")."""


def treatments_go_on(later: Sequence[HeadingFacts]) -> bool:
    """Return whether a single treatment comes among ``later`` before the next main part."""
    told = (heading for heading in later if heading.aspect not in {None, Aspect.PROCEDURE})
    first = next(told, None)
    return first is not None and first.aspect is Aspect.TREATMENT and not first.general


_NO_ASPECT = frozenset({None, Aspect.OTHER})


def recurring(headings: Sequence[HeadingFacts]) -> tuple[bool, ...]:
    """Return for each heading whether it divides several sections alike.

    Such are the page's conditions as sub-headings, wordings that stand more than once and tell no
    aspect, and wordings that recur with the name of the heading above in them.
    """
    counts = Counter(heading.key for heading in headings)
    framed = _framed(headings)
    return tuple(
        heading.is_name
        or (counts[heading.key] > 1 and heading.aspect in _NO_ASPECT)
        or place in framed
        for place, heading in enumerate(headings)
    )


_FEWEST_FRAMED = 3
# Two may share an ending by chance; three times the same beside a changing name is a pattern.


def _framed(headings: Sequence[HeadingFacts]) -> frozenset[int]:
    """Return the places of headings that recur but for a name taken from the heading above them.

    "Migraine symptoms" below "Migraine", "Cluster headache symptoms" below "Cluster headache": they
    share a beginning or an end, the rest of their words stands in the heading above, there are at
    least three of them, and no two are neighbours ("Knee pain", "Hip pain" would be a series).
    """
    places: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = defaultdict(list)
    for place, (before, heading) in enumerate(pairwise(headings), 1):
        if heading.number is not None:
            continue
        key, above = heading.key, before.key
        for end in range(len(key) - 1, 0, -1):
            if key[end] not in above:
                break
            places[key[:end], ()].append(place)
        for start in range(1, len(key)):
            if key[start - 1] not in above:
                break
            places[(), key[start:]].append(place)
    framed: set[int] = set()
    for found in places.values():
        if len(found) >= _FEWEST_FRAMED and all(b - a > 1 for a, b in pairwise(found)):
            framed.update(found)
    return frozenset(framed)
