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

Key = Callable[[Value], Hashable]
"""What is compared of a value."""

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

    def settled(read: Callable[[SiteFacts], Value | None], key: Key[Value]) -> Value | None:
        stated = [(value, who) for facts, who in ballots if (value := read(facts))]
        return _majority(stated, key, fewest)

    agreed = SiteFacts(
        name=settled(lambda facts: facts.name, words),
        domain=settled(lambda facts: facts.domain, str.casefold),
        phones=_phones([(facts.phones, who) for facts, who in ballots], fewest),
        fax=settled(lambda facts: facts.fax, _digits),
        address=settled(lambda facts: facts.address, _figures),
        hours=settled(lambda facts: facts.hours, _week) or (),
        menu=_menu([(facts.menu, who) for facts, who in ballots]),
    )
    return Agreement(agreed, tuple(_dissents(ballots, agreed)))


def _dissents(ballots: Sequence[Ballot[SiteFacts]], agreed: SiteFacts) -> Iterator[str]:
    """Yield a line for each thing on which some page contradicts what is ``agreed``.

    A page that has another address, and a number or hours that go with it, speaks of another place
    of the clinic: that contradicts nothing.
    """
    others: dict[str, dict[str, list[str]]] = {what: {} for what in _COMPARED}
    for facts, who in ballots:
        differing = [
            what for what, compared in _COMPARED.items() if compared.differs(facts, agreed)
        ]
        if "address" in differing and len(_OF_A_PLACE.intersection(differing)) > 1:
            differing = [what for what in differing if what not in _OF_A_PLACE]
        for what in differing:
            others[what].setdefault(_COMPARED[what].written(facts), []).extend(who)
    for what, stated in others.items():
        for value, who in stated.items():
            yield (
                f"{what}: most pages say {_COMPARED[what].written(agreed)}, "
                f"but {_named(sorted(who))} {value}"
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


def _majority(stated: Sequence[Ballot[Value]], key: Key[Value], fewest: float) -> Value | None:
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


def _phones(stated: Sequence[Ballot[tuple[str, ...]]], fewest: float) -> tuple[str, ...]:
    """Return the numbers that most of the pages with numbers state, else the one stated most."""
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
    return tuple(written[digits] for digits in chosen if votes[digits] >= fewest)


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


@dataclass(frozen=True, slots=True)
class _Compared:
    """How two pages' word on one thing is compared (None on neither side), and written."""

    differs: Callable[[SiteFacts, SiteFacts], bool]
    written: Callable[[SiteFacts], str]


def _text_of(name: str, key: Key[str]) -> _Compared:
    """Return the comparison of a fact that is one text."""

    def differs(page: SiteFacts, agreed: SiteFacts) -> bool:
        own, most = getattr(page, name), getattr(agreed, name)
        return bool(own and most) and key(own) != key(most)

    return _Compared(differs, lambda facts: str(getattr(facts, name)))


def _differ_in_phones(page: SiteFacts, agreed: SiteFacts) -> bool:
    """Whether a page has none of the numbers; a further one of a department is no contradiction."""
    own, most = (set(map(_digits, facts.phones)) for facts in (page, agreed))
    return bool(own and most) and not own & most


def _differ_in_hours(page: SiteFacts, agreed: SiteFacts) -> bool:
    return bool(page.hours and agreed.hours) and contradict(page.hours, agreed.hours)


_COMPARED: Mapping[str, _Compared] = {
    "name": _text_of("name", words),
    "domain": _text_of("domain", str.casefold),
    "phone": _Compared(_differ_in_phones, lambda facts: ", ".join(facts.phones)),
    "fax number": _text_of("fax", _digits),
    "address": _text_of("address", _figures),
    "opening hours": _Compared(
        _differ_in_hours, lambda facts: "; ".join(f"{row.day} {row.hours}" for row in facts.hours)
    ),
}
_OF_A_PLACE = frozenset({"phone", "fax number", "address", "opening hours"})
# What each place of a clinic has of its own.


def _named(sources: list[str]) -> str:
    named = ", ".join(sources[:NAMED_SOURCES])
    further = len(sources) - NAMED_SOURCES
    if further > 0:
        return f"{named} and {further} more say"
    return f"{named} says" if len(sources) == 1 else f"{named} say"
