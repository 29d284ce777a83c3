"""Treatment topics: which treatment a section is about.

A heading and what stands above it enter, a topic leaves. Used by `ingest.pages.sections`.
"""

from collections.abc import Sequence

from index.aspect import Aspect
from index.text import display_heading
from ingest.aspects.placing import heading_words, place_heading
from ingest.aspects.wordings import NAME
from ingest.names import names_condition, unshouted
from ingest.wording import QUESTION_WORDS, words

_GENERIC = frozenset(
    words(
        "treatment treating treated treat management managing managed manage option therapy care "
        "medical available approach plan goal general overview the and or of for a an in with how "
        "your our it this they them"
    )
)
# Words that name no treatment in particular: "Treatment and Management Options".
_UNSPECIFIC = frozenset(
    words("other another further more additional alternative possible help choice different common")
)
# Nor do these beside them: "Other treatments", "Further help".
_GENERAL = _GENERIC | QUESTION_WORDS | {NAME}

_NAMES_NOTHING = frozenset(
    words("at in on for with without if when while during after before other another more further")
    + words("additional things your our what how who")
)
# First words of headings that name no treatment: "At home", "For irregular periods" say where or
# for whom, "Other help" and "Another operation" refer to what was named before.


def topic_below(
    heading: str,
    topic_above: str | None,
    aspect_above: Aspect | None,
    aspect: Aspect,
    names: Sequence[tuple[str, ...]],
) -> str | None:
    """Return the treatment topic of the section called ``heading``.

    It is the nearest heading below a section on treatment that names a treatment: not a condition
    ("Osteoarthritis"), not a question, not treatment in general ("Treatment options"), nor where or
    for whom it is ("At home"). Deeper sections inherit it.

    Args:
        heading: verbatim.
        topic_above: the parent section's topic.
        aspect_above: the parent section's aspect, None at the top.
        aspect: the section's own.
        names: what the page is about, folded, longest first.
    """
    if aspect is not Aspect.TREATMENT or aspect_above is not Aspect.TREATMENT:
        return None
    if topic_above is not None:
        return topic_above
    shown = display_heading(heading)
    if shown.endswith("?") or is_unspecific(heading, names) or _is_bare_condition(shown):
        return None
    if not _NAMES_NOTHING.isdisjoint(words(shown)[:1]):
        return None
    return unshouted(shown)


def _is_bare_condition(shown: str) -> bool:
    """Whether a heading names a condition and says nothing of treating it."""
    return names_condition(shown) and place_heading(shown) is None


def is_general(heading: str, names: Sequence[tuple[str, ...]]) -> bool:
    """Whether ``heading`` names no treatment in particular ("Treatment options", "Gout")."""
    return _GENERAL.issuperset(heading_words(heading, names))


def is_unspecific(heading: str, names: Sequence[tuple[str, ...]]) -> bool:
    """Whether ``heading`` is general, or speaks of treatments as others ("Other treatments")."""
    return (_GENERAL | _UNSPECIFIC).issuperset(heading_words(heading, names))
