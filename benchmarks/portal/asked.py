"""What visitors of a library ask, drawn by lot from its own names and words; the same at every run.

A Generation enters, Searches leave; each contestant spells them in its own addresses.
"""

import random
from dataclasses import dataclass

from index.aspect import Aspect
from index.library import Generation

_SEED = 1799
_COMMON = ("pain", "sleep", "diabetes", "headache", "heart", "infection", "fever", "pregnancy")
_ASPECT_WORDS = ("symptoms", "treatment", "causes", "diagnosis", "prevention", "outlook")
_NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class Search:
    """Words, and the aspect chosen beside them if any."""

    words: str
    aspect: Aspect | None = None


def searches(generation: Generation, count: int) -> tuple[Search, ...]:
    """Return ``count`` searches: names, "<name> treatment", common words, some with a facet."""
    chance = random.Random(_SEED)  # noqa: S311  # repeatable queries, nothing secret
    titles = [" ".join(page.title.split()[:_NAME_WORDS]) for page in generation.summaries]
    aspects = (Aspect.CAUSES, Aspect.TREATMENT, Aspect.PRESENTATION, Aspect.DIAGNOSIS)
    makers = (
        lambda: Search(chance.choice(titles)),
        lambda: Search(f"{chance.choice(titles)} {chance.choice(_ASPECT_WORDS)}"),
        lambda: Search(chance.choice(_COMMON)),
        lambda: Search(chance.choice(_COMMON), chance.choice(aspects)),
        lambda: Search(f"{chance.choice(_COMMON)} {chance.choice(_COMMON)}"),
    )
    return tuple(makers[number % len(makers)]() for number in range(count))
