"""Which other pages, conditions and treatments a text mentions by name.

Names with their addresses enter a Directory; of a text, the Links that it mentions leave, those it
mentions most often first. Built once a generation, asked for each page shown.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from portal.places import Link

LONGEST_NAME = 8
"""Words of a name that is looked for; longer ones are titles that no sentence spells out."""

_WORD = re.compile(r"\w+")
_WORD_OR_BREAK = re.compile(r"\w+|[.,;:!?\n]")
# No name goes on over a break: "nerves, blocks" are not nerve blocks.


class Directory:
    """The names of everything that has a page here."""

    def __init__(self, links: Iterable[Link]) -> None:
        """Learn ``links``; of two with the same name the first is meant."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Link]]] = defaultdict(list)
        known = set()
        for link in links:
            words = _folded(link.label)
            if words and words not in known and len(words) <= LONGEST_NAME:
                known.add(words)
                self._by_first[words[0]].append((words, link))
        for names in self._by_first.values():
            names.sort(key=lambda name: -len(name[0]))

    def mentioned(self, text: str, *, except_for: Iterable[str] = ()) -> tuple[Link, ...]:
        """Return what ``text`` mentions, but for the addresses ``except_for``.

        Names are told in any case, in the singular or the plural; within a longer name ("neck pain"
        in "chronic neck pain", where that has a page) only the longer is meant.
        """
        left_out = frozenset(except_for)
        words = _folded(text, _WORD_OR_BREAK)
        found = Counter(link for link in self._found(words) if link.url not in left_out)
        return tuple(link for link, _ in found.most_common())

    def _found(self, words: tuple[str, ...]) -> Iterator[Link]:
        at = 0
        while at < len(words):
            for name, link in self._by_first.get(words[at], ()):
                if words[at : at + len(name)] == name:
                    yield link
                    at += len(name) - 1
                    break
            at += 1


def _folded(text: str, pattern: re.Pattern[str] = _WORD) -> tuple[str, ...]:
    """Return each ``pattern`` of ``text`` in lower case, without the "s" of a plural."""
    return tuple(
        word.removesuffix("s") if len(word) > len("his") else word
        for word in pattern.findall(text.casefold())
    )
