"""Which way each kind of evidence may count: the reasons that a fit to few pages must keep to.

A feature's name enters, the bounds of its weight leave. Without them the fit finds "a navigation
element is content" where another weight makes up for it; with them it scores the same on unseen
sites, and reads pages of another kind of site much better. For the training only.
"""

_AGAINST = frozenset(
    {
        "linked", "linked near", "linked within the page, outside core", "nothing but link",
        "levels outside core", "capitals",
        "before all prose", "after all prose", "before the title", "after a closing heading",
        "in navigation", "in aside", "in header", "in footer", "in form", "in overlay",
        "in control", "in caption", "in contact", "in menu words",
        "in aside words", "in header words", "in footer words", "in form words", "in share words",
        "in related words", "in reader words", "in promotion words", "in about words",
        "in notice words", "in hidden words",
    }
)  # fmt: skip
_FOR = frozenset(
    {
        "in main", "in article", "in content words", "in core", "in wide core", "length",
        "sentence", "comma", "common words", "words near", "share of prose around", "is heading",
        "is bullet", "is table", "is bold", "in quotation",
    }
)  # fmt: skip
_AGAINST_BEGINNINGS = ("says ", "heading says ", "outside ")

Bounds = tuple[float | None, float | None]


def bounds(feature: str) -> Bounds:
    """Return the lowest and highest weight that ``feature`` may have; None is no bound."""
    if feature in _AGAINST or feature.startswith(_AGAINST_BEGINNINGS):
        return (None, 0.0)
    if feature in _FOR:
        return (0.0, None)
    return (None, None)
