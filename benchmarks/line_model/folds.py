"""Which fold of a cross-validation each page belongs to: a site is never parted.

Sites enter, fold numbers leave. For the training of the line model only.
"""

import random
from collections.abc import Sequence


def fold_numbers(sites: Sequence[str], folds: int, seed: int) -> list[int]:
    """Return a fold from 0 to ``folds`` - 1 for each of ``sites``; equal sites get equal folds."""
    distinct = sorted(set(sites))
    random.Random(seed).shuffle(distinct)  # noqa: S311 (folds, not secrets)
    number = {site: place % folds for place, site in enumerate(distinct)}
    return [number[site] for site in sites]
