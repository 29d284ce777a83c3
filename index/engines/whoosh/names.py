"""The names of what passages are about, and which of them a query says.

A Collection enters once, the terms of a query enter, a number for each passage leaves: how much of
the query is a name of its page or conditions. Read only, shared by all threads.

A name is a line of the fields title and names. It counts by the idf of its words that the query
has, times the square of their share of the idf of all its words: a name said in full counts much,
a common word of a long name next to nothing. Passages of a page that have the same names share
them here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.analysis import stable_order
from index.engines.whoosh.collection import Collection, Numbers, Scores, Term, ranges
from index.engines.whoosh.folding import STOP_WORDS, stem_of
from index.engines.whoosh.records import FIELDS

_TITLE, _NAMES = FIELDS.index("title"), FIELDS.index("names")


@dataclass(frozen=True, slots=True)
class Names:
    """All names: ``owners`` has the group of passages of each, ``totals`` the idf of its words.

    The names with term ``t`` are ``names[bounds[t]:bounds[t + 1]]``. ``groups`` gives the group of
    each passage.
    """

    owners: Numbers
    totals: Scores
    names: Numbers
    bounds: NDArray[np.int64]
    groups: Numbers
    group_count: int

    def said(self, terms: Iterable[Term]) -> Scores | None:
        """Return, for each group, how much of its best name ``terms`` say; None for nothing."""
        parts = [(term.idf, self._with(term)) for term in terms]
        if not any(len(names) for _, names in parts):
            return None
        said = np.zeros(len(self.owners), dtype=np.float32)
        for idf, names in parts:
            said[names] += np.float32(idf)
        touched = np.concatenate([names for _, names in parts])
        amount = said[touched]
        share = amount / self.totals[touched]
        best: Scores = np.zeros(self.group_count, dtype=np.float32)
        np.maximum.at(best, self.owners[touched], amount * share * share)
        return best

    def _with(self, term: Term) -> Numbers:
        return self.names[self.bounds[term.number] : self.bounds[term.number + 1]]


def gather(collection: Collection, groups: Sequence[int]) -> Names:
    """Return all names; ``groups`` numbers the runs of passages that share theirs."""
    group_of = np.array(groups, dtype=np.int32)
    firsts = np.flatnonzero(np.diff(group_of, prepend=-1))
    lines, terms, owners = [], [], []
    count = 0
    for field in (_TITLE, _NAMES):
        starts, ends = (collection.field_bounds[firsts, field + edge] for edge in (0, 1))
        places = ranges(starts, ends)
        tokens = collection.tokens[places]
        owner = np.repeat(np.arange(len(firsts)), ends - starts)
        line = np.cumsum(tokens == 0) + count
        count = int(line[-1]) + 1 if len(line) else count
        terms.append(collection.surface_terms[tokens])
        lines.append(line - (tokens == 0))
        owners.append(owner)
    line, term, owner = (np.concatenate(parts) for parts in (lines, terms, owners))
    telling = (term >= 0) & ~np.isin(term, _stop_terms(collection))
    line, term, owner = line[telling], term[telling], owner[telling]
    pairs, first = np.unique(line * max(len(collection.number_of), 1) + term, return_index=True)
    del pairs
    line, term, owner = line[first], term[first], owner[first]
    numbers, name = np.unique(line, return_inverse=True)
    owners_of = np.zeros(len(numbers), dtype=np.int32)
    owners_of[name] = owner
    order = stable_order(term)
    return Names(
        owners=owners_of,
        totals=np.bincount(name, collection.idfs()[term], minlength=len(numbers)).astype(
            np.float32
        ),
        names=name[order].astype(np.int32),
        bounds=np.searchsorted(term[order], np.arange(len(collection.number_of) + 1)),
        groups=group_of,
        group_count=len(firsts),
    )


def _stop_terms(collection: Collection) -> list[int]:
    stems = {stem_of(word) for word in STOP_WORDS}
    return [collection.number_of[stem] for stem in stems if stem in collection.number_of]
