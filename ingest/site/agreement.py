"""What many pages state of the site, settled by majority, and where they contradict each other.

The facts of each page enter, by its source; those of the site leave, with a line for each
disagreement. Pure. A page that is silent on something has no vote on it.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from index.site import MenuGroup, OpeningHours, SiteFacts
from ingest.site.week import contradict, week
from ingest.wording import words

NAMED_SOURCES = 3
"""Pages named in a line about a disagreement; the rest are counted."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the site states, and one line for each thing on which some page differs."""

    facts: SiteFacts
    warnings: tuple[str, ...] = ()


def agree(statements: Mapping[str, SiteFacts]) -> Agreement:
    """Settle what the site states.

    Args:
        statements: source of each page -> what that page states; in the order in which the first
            of equally many votes is taken, so that sorted sources give a stable outcome.
    """
    warnings: list[str] = []

    def settled(
        what: str,
        values: Mapping[str, Value | None],
        key: Callable[[Value], Hashable],
        differ: Callable[[Value, Value], bool] | None = None,
    ) -> Value | None:
        stated = {source: value for source, value in values.items() if value}
        winner = _majority(stated, key)
        if winner is not None:
            unlike = differ or (lambda one, other: key(one) != key(other))
            others = {source: value for source, value in stated.items() if unlike(value, winner)}
            warnings.extend(_dissent(what, others, winner, key))
        return winner

    def each(read: Callable[[SiteFacts], Value]) -> dict[str, Value]:
        return {source: read(facts) for source, facts in statements.items()}

    return Agreement(
        facts=SiteFacts(
            name=settled("name", each(lambda facts: facts.name), words),
            domain=settled("domain", each(lambda facts: facts.domain), str.casefold),
            phones=_phones(each(lambda facts: facts.phones), warnings),
            fax=settled("fax number", each(lambda facts: facts.fax), _digits),
            address=settled("address", each(lambda facts: facts.address), _figures),
            hours=settled("opening hours", each(lambda facts: facts.hours), _week, contradict)
            or (),
            menu=_menu(each(lambda facts: facts.menu)),
        ),
        warnings=tuple(warnings),
    )


def _majority(stated: Mapping[str, Value], key: Callable[[Value], Hashable]) -> Value | None:
    """Return the value with most votes, in its commonest wording; the first of equals."""
    votes = Counter(key(value) for value in stated.values())
    if not votes:
        return None
    winner = votes.most_common(1)[0][0]
    wordings: dict[str, list[Value]] = {}
    for value in stated.values():
        if key(value) == winner:
            wordings.setdefault(str(value), []).append(value)
    return max(wordings.values(), key=len)[0]


def _dissent(
    what: str, others: Mapping[str, Value], winner: Value, key: Callable[[Value], Hashable]
) -> Iterator[str]:
    """Yield a line for each thing that ``others`` (by source) say instead of ``winner``."""
    sources: dict[Hashable, list[str]] = {}
    shown: dict[Hashable, Value] = {}
    for source, value in others.items():
        sources.setdefault(key(value), []).append(source)
        shown.setdefault(key(value), value)
    for differing, who in sources.items():
        yield (
            f"{what}: most pages say {_written(winner)}, "
            f"but {_named(who)} {_written(shown[differing])}"
        )


def _phones(stated: Mapping[str, tuple[str, ...]], warnings: list[str]) -> tuple[str, ...]:
    """Return the numbers that most of the pages with numbers state, else the one stated most.

    A page differs if it has none of these: a further number of a department is no contradiction.
    """
    voters = {source: numbers for source, numbers in stated.items() if numbers}
    written: dict[str, str] = {}
    votes: Counter[str] = Counter()
    for numbers in voters.values():
        for digits, number in {_digits(number): number for number in numbers}.items():
            written.setdefault(digits, number)
            votes[digits] += 1
    chosen = [digits for digits, count in votes.items() if 2 * count > len(voters)]
    chosen = chosen or [digits for digits, _ in votes.most_common(1)]
    agreed = tuple(written[digits] for digits in chosen)
    for source, numbers in voters.items():
        if not set(map(_digits, numbers)) & set(chosen):
            warnings.append(
                f"phone: most pages say {', '.join(agreed)}, but {source} says {', '.join(numbers)}"
            )
    return agreed


def _menu(stated: Mapping[str, tuple[MenuGroup, ...]]) -> tuple[MenuGroup, ...]:
    """Return the groups that most pages with a menu have, each with the entries most of them list.

    Pages leave themselves out of their menu, or add entries of their own below it; the menu of the
    site is what they share. A menu that came as bare lines tells entries from groups no more, so
    it has a vote only where all did. Order is that of the pages, the earliest first.
    """
    menus = [menu for menu in stated.values() if menu]
    menus = [menu for menu in menus if any(group.entries for group in menu)] or menus
    groups: Counter[str] = Counter()
    entries: dict[str, Counter[str]] = {}
    written: dict[str, str] = {}
    for menu in menus:
        for group in {group.name.casefold(): group for group in menu}.values():
            key = group.name.casefold()
            written.setdefault(key, group.name)
            groups[key] += 1
            entries.setdefault(key, Counter()).update(dict.fromkeys(group.entries, 1))
    return tuple(
        MenuGroup(
            written[key],
            tuple(entry for entry, votes in entries[key].items() if 2 * votes > count),
        )
        for key, count in groups.items()
        if 2 * count > len(menus)
    )


def _figures(address: str) -> tuple[str, ...]:
    """Return what is compared of addresses: "Arkansas" and "AR" are one, with or without country.

    The house number and the post code are enough; a different suite is a different place too.
    """
    return tuple(re.findall(r"\d+", address))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _week(rows: tuple[OpeningHours, ...]) -> Hashable:
    return tuple(sorted(week(rows).items()))


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(f"{row.day} {row.hours}" for row in value)
    return str(value)


def _named(sources: list[str]) -> str:
    named = ", ".join(sources[:NAMED_SOURCES])
    further = len(sources) - NAMED_SOURCES
    if further > 0:
        return f"{named} and {further} more say"
    return f"{named} says" if len(sources) == 1 else f"{named} say"
