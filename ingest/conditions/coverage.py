"""Which conditions a page covers, with the abbreviations it gives them.

A title, the page's flat text as PageText, and its menu enter; a Coverage leaves. Used by
`ingest.pages.page`; who a single bullet speaks of is `ingest.conditions.attribution`'s to say.

A condition is covered if the title names it and something shows that it is one: the menu lists it
under conditions, its name has a condition's form, the first sentence calls it one, or the page has
sections that only conditions have (causes, symptoms). A page about something done for patients
covers none of its own, but may attribute what it says to conditions of the menu. "X and Y" in a
title is one condition or two by the page's evidence, never by the "and" alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from index.aspect import Aspect
from index.document import Condition
from ingest.aspects.bare import bare_aspect
from ingest.aspects.placing import heading_words, place_heading
from ingest.aspects.wordings import NAME
from ingest.conditions.abbreviations import abbreviations_of
from ingest.conditions.categories import GroupKind, Menu, conditions_in
from ingest.conditions.evidence import Evidence, PageText, without_for
from ingest.conditions.statements import is_stated_singular
from ingest.conditions.titles import TOO_WIDE, TitleName, name_in_title, with_shared_head
from ingest.names import names_condition, names_treatment, unshouted
from ingest.wording import words

_CONDITION_ASPECTS = frozenset({Aspect.CAUSES, Aspect.PRESENTATION, Aspect.DIAGNOSIS})
# Sections on these are written of conditions; treatments have risks, benefits and a procedure.
_BY_NAME = frozenset({Aspect.CAUSES, Aspect.PRESENTATION})
# "Causes of labial fusion" is enough to show that a fusion is no operation there.
_ENOUGH_ASPECTS = 2
_FIELDS = frozenset((word,) for word in words("health wellness wellbeing fitness nutrition"))
# What pages on many things are called after; they have sections on causes and symptoms as well.
_REPEATS = 2
# A sub-heading or label that recurs below different sections divides the page; once is just a name.
_FEWEST_RECURRING = 2
# One that recurs alone tells nothing apart.


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a page is about.

    ``covered`` are its conditions; ``known`` those that its cues may name (the menu's, on a page
    about a treatment); ``topic`` is the treatment that the page is about, if it is about one,
    ``abbreviations`` what the page calls it for short.
    """

    covered: tuple[Condition, ...]
    known: tuple[Condition, ...]
    topic: str | None = None
    abbreviations: tuple[str, ...] = ()


def coverage_of(title: str, page: PageText, menu: Menu) -> Coverage:
    """Return what the page called ``title`` is about."""
    evidence = Evidence.of(page, menu)
    named = name_in_title(title)
    if _is_treatment(title, named, evidence):
        known = _with_abbreviations(conditions_in(menu), page)
        return Coverage(
            (),
            known,
            topic=_as_written(title, evidence),
            abbreviations=_abbreviations_of_topic(title, named, page),
        )
    names = _conditions_in_title(named, evidence)
    recurring = _recurring(evidence, names)
    conditions = _with_abbreviations((Condition(name) for name in (*names, *recurring)), page)
    return Coverage(conditions, conditions)


def _is_treatment(title: str, named: TitleName, evidence: Evidence) -> bool:
    for name in (title, named.name):
        kind = evidence.menu_kind(name)
        if kind is not None and kind is not GroupKind.OTHER:
            return kind is GroupKind.TREATMENTS
    if names_condition(named.name):
        return False
    is_one = names_treatment(named.name) or evidence.calling(named.name).treatment
    return is_one and not _has_condition_sections(evidence, named)


def _has_condition_sections(evidence: Evidence, named: TitleName) -> bool:
    """Whether the page has sections on two aspects that only conditions have, or on one by name.

    What has the name of something done must be named: pages on an operation have sections on the
    symptoms and causes of what it is for.
    """
    names = (words(named.name),)
    told: set[Aspect] = set()
    for heading in evidence.page.headings:
        placement = place_heading(heading, names)
        if placement is not None and placement.aspect in _CONDITION_ASPECTS and not placement.weak:
            told.add(placement.aspect)
            if placement.aspect in _BY_NAME and NAME in heading_words(heading, names):
                return True
    return len(told) >= _ENOUGH_ASPECTS and not names_treatment(named.name)


def _conditions_in_title(named: TitleName, evidence: Evidence) -> tuple[str, ...]:
    if named.subtitle and all(map(evidence.is_divided_by, named.subtitle)):
        return tuple(_as_written(part, evidence) for part in named.subtitle)
    parts = _parts(named, evidence)
    if len(parts) > 1:
        return tuple(_as_written(part, evidence) for part in parts)
    name = parts[0]
    if not named.is_name:
        stated = (piece for piece in named.pieces if evidence.calling(piece).condition)
        return tuple(_as_written(piece, evidence) for piece in stated)[:1]
    if bare_aspect(name) is not None or _is_no_condition(named):
        return ()
    is_condition = (
        names_condition(name)
        or evidence.menu_kind(name) is GroupKind.CONDITIONS
        or evidence.calling(name).condition
        or evidence.has_symptoms(name)
        or _has_condition_sections(evidence, named)
    )
    return (_as_written(name, evidence),) if is_condition else ()


def _parts(named: TitleName, evidence: Evidence) -> tuple[str, ...]:
    """Return the conditions in a coordinated name: its parts, or the whole as one.

    In order: a title that contrasts its parts has several. So has one whose every part divides the
    page (a sub-heading, a label, an abbreviation of its own) or is a menu entry. A whole that the
    menu lists, or that the text uses with a singular verb ("Neck and shoulder pain is"), is one.
    Else every part must have a condition's form, and be defined by itself ("Bursitis is a swelling
    ...") or be coupled with the others by a plural verb; where that verb calls them conditions
    ("Gout and pseudogout are two kinds of arthritis"), their form is no matter. "X and other Y" is
    one: the latter is no name. So is "X/Y", as medicine writes names of one thing.
    """
    whole = (named.name,)
    if len(named.parts) == 1 or named.contrasted or any(map(_is_the_rest, named.parts)):
        return named.parts if named.contrasted else whole
    for reading in (named.parts, *with_shared_head(named.parts)):
        if all(evidence.is_divided_by(part) or evidence.is_menu_entry(part) for part in reading):
            return reading
    if evidence.is_menu_entry(named.name) or is_stated_singular(named.name, evidence.page.running):
        return whole
    coupled = evidence.page.running.holds((*words(named.name), "are"))
    defined = all(evidence.calling(part).condition for part in named.parts)
    if any(" with " in part for part in named.parts) or not (coupled or defined):
        return whole
    called = coupled and evidence.calling(named.name).condition
    return named.parts if called or all(map(names_condition, named.parts)) else whole


def _is_no_condition(named: TitleName) -> bool:
    """Whether a name is of a field ("Bone health"), or of something and "pain".

    "Gabapentin and pain" is no name of one thing, whose parts would share a noun.
    """
    folded = words(named.parts[-1])
    return folded[-1:] in _FIELDS or (len(named.parts) > 1 and folded in TOO_WIDE)


def _is_the_rest(part: str) -> bool:
    """Whether ``part`` of a title only says "and others of the kind"."""
    return part.lower().startswith("other ")


def _recurring(evidence: Evidence, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return conditions that the title leaves out but that divide the page again and again.

    At least two of them, each the wording of sub-headings or labels that recur, each with a
    condition's form or an abbreviation: "Adults" and "Children" recur as well.
    """
    known = {words(name) for name in names}
    unknown = {
        division
        for division, count in evidence.divisions.items()
        if count >= _REPEATS and division not in known
    }
    if len(unknown) < _FEWEST_RECURRING:
        return ()
    candidates: dict[tuple[str, ...], str] = {}
    for wording in dict.fromkeys((*evidence.page.headings, *evidence.page.labels)):
        folded = without_for(words(wording))
        if folded not in unknown or folded in candidates:
            continue
        if place_heading(wording) is None and _is_condition_of_its_own(wording, evidence):
            candidates[folded] = _label_name(wording)
    return tuple(candidates.values()) if len(candidates) >= _FEWEST_RECURRING else ()


def _is_condition_of_its_own(wording: str, evidence: Evidence) -> bool:
    name = _label_name(wording)
    return (
        evidence.menu_kind(name) is GroupKind.CONDITIONS
        or evidence.calling(name).condition
        or (names_condition(name) and bool(abbreviations_of(name, evidence.page.texts_on(name))))
    )


def _label_name(wording: str) -> str:
    first, _, rest = wording.partition(" ")
    return rest if first.lower() in {"for", "in", "with"} and rest else wording


def _as_written(name: str, evidence: Evidence) -> str:
    """Return ``name`` as readers should see it: not all in capitals, not beginning in lower case.

    A title in capitals takes the spelling of a heading, label or menu entry that says the same.
    """
    if not name.isupper():
        return name[:1].upper() + name[1:]
    folded = words(name)
    entries = (entry for group in evidence.menu.groups for entry in group.entries)
    for wording in (*evidence.page.headings, *map(_label_name, evidence.page.labels), *entries):
        if words(wording) == folded and not wording.isupper():
            return wording
    return unshouted(name)


def _abbreviations_of_topic(title: str, named: TitleName, page: PageText) -> tuple[str, ...]:
    names = (named.name, *named.parts)
    return tuple(
        dict.fromkeys(short for name in names for short in page.abbreviations_of(name, title))
    )


def _with_abbreviations(conditions: Iterable[Condition], page: PageText) -> tuple[Condition, ...]:
    unique = {condition.slug: condition for condition in conditions}
    return tuple(
        Condition(condition.name, page.abbreviations_of(condition.name))
        for condition in unique.values()
    )
