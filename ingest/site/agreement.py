"""What many pages state of the site, settled by majority, and where they contradict each other.

The facts of each page enter, by its source; those of the site leave, with a line for each
disagreement. Pure. A page that is silent on something has no vote on it.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from index.site import MenuGroup, OpeningHours, SiteFacts
from ingest.site.week import contradict, week
from ingest.wording import words

NAMED_SOURCES = 3
"""Pages named in a line about a disagreement; the rest are counted."""

FEWEST_SHARE = 0.05
"""Share of the pages that state anything of the site which has to state a thing before it is the
site's: a clinic's name and numbers stand on its pages, not on one in fifty."""

Value = TypeVar("Value")

Ballot = tuple[Value, list[str]]
"""A value, and the sources of the pages that state it."""

_SILENT = SiteFacts()


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
    ballots = _ballots(statements)
    fewest = FEWEST_SHARE * sum(len(who) for facts, who in ballots if facts != _SILENT)
    warnings: list[str] = []

    def settled(
        what: str,
        read: Callable[[SiteFacts], Value | None],
        key: Callable[[Value], Hashable],
        differ: Callable[[Value, Value], bool] | None = None,
    ) -> Value | None:
        stated = [(value, who) for facts, who in ballots if (value := read(facts))]
        winner = _majority(stated, key, fewest)
        if winner is not None:
            unlike = differ or (lambda one, other: key(one) != key(other))
            others = [(value, who) for value, who in stated if unlike(value, winner)]
            warnings.extend(_dissent(what, others, winner, key))
        return winner

    return Agreement(
        facts=SiteFacts(
            name=settled("name", lambda facts: facts.name, words),
            domain=settled("domain", lambda facts: facts.domain, str.casefold),
            phones=_phones([(facts.phones, who) for facts, who in ballots], fewest, warnings),
            fax=settled("fax number", lambda facts: facts.fax, _digits),
            address=settled("address", lambda facts: facts.address, _figures),
            hours=settled("opening hours", lambda facts: facts.hours, _week, contradict) or (),
            menu=_menu([(facts.menu, who) for facts, who in ballots]),
        ),
        warnings=tuple(warnings),
    )


def _ballots(statements: Mapping[str, SiteFacts]) -> list[Ballot[SiteFacts]]:
    """Return what is stated, and by which pages.

    Pages of one site share their furniture, and those who call keep equal facts as one object: told
    apart by that, thousands of pages are a handful of ballots.
    """
    ballots: dict[int, Ballot[SiteFacts]] = {}
    for source, facts in statements.items():
        ballots.setdefault(id(facts), (facts, []))[1].append(source)
    return list(ballots.values())


def _majority(
    stated: Sequence[Ballot[Value]], key: Callable[[Value], Hashable], fewest: float
) -> Value | None:
    """Return the value with most votes, in its commonest wording; the first of equals.

    None if fewer than ``fewest`` pages state it.
    """
    votes: Counter[Hashable] = Counter()
    wordings: dict[Hashable, Counter[str]] = {}
    written: dict[str, Value] = {}
    for value, who in stated:
        votes[key(value)] += len(who)
        wordings.setdefault(key(value), Counter())[str(value)] += len(who)
        written.setdefault(str(value), value)
    if not votes:
        return None
    winner, count = votes.most_common(1)[0]
    return written[wordings[winner].most_common(1)[0][0]] if count >= fewest else None


def _dissent(
    what: str,
    others: Sequence[Ballot[Value]],
    winner: Value,
    key: Callable[[Value], Hashable],
) -> Iterator[str]:
    """Yield a line for each thing that ``others`` say instead of ``winner``."""
    sources: dict[Hashable, list[str]] = {}
    shown: dict[Hashable, Value] = {}
    for value, who in others:
        sources.setdefault(key(value), []).extend(who)
        shown.setdefault(key(value), value)
    for differing, who in sources.items():
        yield (
            f"{what}: most pages say {_written(winner)}, "
            f"but {_named(who)} {_written(shown[differing])}"
        )


def _phones(
    stated: Sequence[Ballot[tuple[str, ...]]], fewest: float, warnings: list[str]
) -> tuple[str, ...]:
    """Return the numbers that most of the pages with numbers state, else the one stated most.

    A page differs if it has none of these: a further number of a department is no contradiction.
    """
    voters = [(numbers, who) for numbers, who in stated if numbers]
    count_of_voters = sum(len(who) for _, who in voters)
    written: dict[str, str] = {}
    votes: Counter[str] = Counter()
    for numbers, who in voters:
        for digits, number in {_digits(number): number for number in numbers}.items():
            written.setdefault(digits, number)
            votes[digits] += len(who)
    chosen = [digits for digits, count in votes.items() if 2 * count > count_of_voters]
    chosen = chosen or [digits for digits, _ in votes.most_common(1)]
    chosen = [digits for digits in chosen if votes[digits] >= fewest]
    agreed = tuple(written[digits] for digits in chosen)
    others: dict[tuple[str, ...], list[str]] = {}
    for numbers, who in voters:
        if chosen and not set(map(_digits, numbers)) & set(chosen):
            others.setdefault(numbers, []).extend(who)
    warnings.extend(
        f"phone: most pages say {', '.join(agreed)}, but {_named(who)} {', '.join(numbers)}"
        for numbers, who in others.items()
    )
    return agreed


def _menu(stated: Sequence[Ballot[tuple[MenuGroup, ...]]]) -> tuple[MenuGroup, ...]:
    """Return the groups that most pages with a menu have, each with the entries most of them list.

    Pages leave themselves out of their menu, or add entries of their own below it; the menu of the
    site is what they share. A menu that came as bare lines tells entries from groups no more, so
    it has a vote only where all did. Order is that of the pages, the earliest first.
    """
    menus = [(menu, len(who)) for menu, who in stated if menu]
    menus = [(menu, many) for menu, many in menus if any(group.entries for group in menu)] or menus
    groups: Counter[str] = Counter()
    entries: dict[str, Counter[str]] = {}
    written: dict[str, str] = {}
    for menu, many in menus:
        for group in {group.name.casefold(): group for group in menu}.values():
            key = group.name.casefold()
            written.setdefault(key, group.name)
            groups[key] += many
            entries.setdefault(key, Counter()).update(dict.fromkeys(group.entries, many))
    voters = sum(many for _, many in menus)
    return tuple(
        MenuGroup(
            written[key],
            tuple(entry for entry, votes in entries[key].items() if 2 * votes > count),
        )
        for key, count in groups.items()
        if 2 * count > voters
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
