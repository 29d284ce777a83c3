"""The names of what passages are about, and which of them a query says.

A Collection enters once, the terms of a query enter, a number for each passage leaves: how much of
the query is a name of its page or conditions. Read only, shared by all threads.

A name is a line of the fields title and names. It counts by the idf of its words that the query
has, times the square of their share of the idf of all its words: a name said in full counts much,
a common word of a long name next to nothing. Each word's idf is taken by how much it tells, so that
"What are the side effects of X" is X's name too. Passages of a page that have the same names share
them here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engines.whoosh.analysis import stable_order
from index.engines.whoosh.collection import Collection, ranges
from index.engines.whoosh.folding import STOP_WORDS, stem_of
from index.engines.whoosh.postings import Numbers, Scores, Term
from index.engines.whoosh.records import NAMES, TITLE
from index.engines.whoosh.telling import Telling

_MANY = 500
"""Names from which it pays to sort out first those of the passages asked about."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names: ``totals`` has the idf of the words of each.

    The names with term ``t`` are ``names[bounds[t]:bounds[t + 1]]``, and ``owners`` has the group
    of passages whose name each of them is. ``groups`` gives the group of each passage, ``telling``
    how much each term tells.
    """

    totals: Scores
    names: Numbers
    owners: Numbers
    bounds: NDArray[np.int64]
    groups: Numbers
    group_count: int
    telling: NDArray[np.float32]

    def said(self, terms: Iterable[Term], documents: Numbers) -> Scores | None:
        """Return, for each of ``documents``, how much of its best name ``terms`` say.

        None where no name has any of them.
        """
        groups = self.groups[documents]
        parts = [(self._tells(term), *self._with(term, groups)) for term in terms]
        parts = [part for part in parts if len(part[1])]
        if not parts:
            return None
        best: Scores = np.zeros(self.group_count, dtype=np.float32)
        said: Scores | np.float32
        if len(parts) == 1:  # no name has more of the query than this term
            ((said, names, owners),) = parts
        else:
            amount = np.zeros(len(self.totals), dtype=np.float32)
            for idf, those, _ in parts:
                amount[those] += idf
            names = np.concatenate([those for _, those, _ in parts])
            owners = np.concatenate([those for _, _, those in parts])
            said = amount[names]
        share = said / self.totals[names]
        np.maximum.at(best, owners, said * share * share)
        return best[groups]

    def weight(self, terms: Iterable[Term]) -> np.float32:
        """Return what a name made of just ``terms`` weighs: `said` gives no passage more."""
        return np.float32(sum(map(self._tells, terms)))

    def _tells(self, term: Term) -> np.float32:
        return np.float32(term.idf * self.telling.item(term.number))

    def _with(self, term: Term, groups: Numbers) -> tuple[Numbers, Numbers]:
        """Return the names that have ``term`` and their groups, of ``groups`` at least."""
        first, last = self.bounds.item(term.number), self.bounds.item(term.number + 1)
        names, owners = self.names[first:last], self.owners[first:last]
        if last - first > _MANY + len(groups):
            wanted = np.zeros(self.group_count, dtype=np.bool_)
            wanted[groups] = True
            among = wanted[owners].nonzero()[0]
            names, owners = names[among], owners[among]
        return names, owners


def gather(telling: Telling, group_of: Numbers) -> Names:
    """Return all names; ``group_of`` numbers the runs of passages that share theirs."""
    collection = telling.collection
    firsts = np.flatnonzero(np.diff(group_of, prepend=-1))
    lines, terms, owners = [], [], []
    count = 0
    for field in (TITLE, NAMES):
        starts, ends = (collection.field_bounds[firsts, field + edge] for edge in (0, 1))
        places = ranges(starts, ends)
        tokens = collection.tokens[places]
        owner = np.repeat(np.arange(len(firsts)), ends - starts)
        line = np.cumsum(tokens == 0) + count
        count = int(line[-1]) + 1 if len(line) else count
        terms.append(collection.words.surface_terms[tokens])
        lines.append(line - (tokens == 0))
        owners.append(owner)
    line, term, owner = (np.concatenate(parts) for parts in (lines, terms, owners))
    kept = (term >= 0) & ~np.isin(term, _stop_terms(collection))
    line, term, owner = line[kept], term[kept], owner[kept]
    _, first = np.unique(line * max(len(collection.words.terms), 1) + term, return_index=True)
    line, term, owner = line[first], term[first], owner[first]
    name = np.cumsum(np.diff(line, prepend=-1) > 0) - 1
    order = stable_order(term)
    return Names(
        totals=np.bincount(name, collection.idfs()[term] * telling.numbers[term]).astype(
            np.float32
        ),
        names=name[order],
        owners=owner[order],
        bounds=np.searchsorted(term[order], np.arange(len(collection.words.terms) + 1)),
        groups=group_of,
        group_count=len(firsts),
        telling=telling.numbers,
    )


def _stop_terms(collection: Collection) -> list[int]:
    stems = {stem_of(word) for word in STOP_WORDS}
    return [collection.words.terms[stem] for stem in stems if stem in collection.words.terms]
