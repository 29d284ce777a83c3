"""A small clinic's library for tests of the portal, and the portal over it.

A folder enters, a real library of the pages below is built in it. The pages have what real ones
have: two conditions under one title, an abbreviation, a standing item, nested lists, a table,
another name, a menu, and text that would be markup if it were not escaped.
"""

from collections.abc import Sequence
from pathlib import Path

from starlette.testclient import TestClient

from index.aspect import Aspect
from index.document import Condition, Item, ItemList, Page, Section, Table
from index.engine import Changes, open_engine
from index.site import MenuGroup, OpeningHours, SiteFacts
from index.writer import LibraryWriter
from portal.app import create_app
from portal.settings import Settings
from tests.support.pages import bullets, page, section

TWINS = "fibromyalgia-myofascial-pain-syndrome"
HOSTILE = '<script>alert("x")</script>'

SITE = SiteFacts(
    name="Hillside Pain Clinic",
    phones=("555-010-7770",),
    fax="555-010-7772",
    address="1 Hill Street, Springfield",
    hours=(OpeningHours("Mon", "08:30 am – 04:30 pm"), OpeningHours("Sat", "Closed")),
    menu=(
        MenuGroup("Conditions", ("Fibromyalgia", "Neck Pain", "Back Pain")),
        MenuGroup("Treatments", ("Nerve Blocks",)),
    ),
)

FIBROMYALGIA = "Fibromyalgia"
MYOFASCIAL = "Myofascial Pain Syndrome"


def clinic_pages() -> tuple[Page, ...]:
    """Return the pages of the small clinic."""
    return (_two_conditions(), _neck_pain(), _needling(), _hostile())


def build_library(folder: Path, pages: Sequence[Page], site: SiteFacts = SITE) -> None:
    """Write a generation that holds exactly ``pages`` and those already in ``folder``."""
    with LibraryWriter(folder, open_engine("whoosh")) as writer:
        writer.write(Changes(pages), site)


def portal_over(folder: Path) -> TestClient:
    """Return a client of the portal over the library in ``folder``; server errors are answers."""
    return TestClient(
        create_app(Settings(library=folder)), raise_server_exceptions=False, follow_redirects=False
    )


def _two_conditions() -> Page:
    return page(
        "Fibromyalgia & Myofascial Pain Syndrome",
        section(
            "Understanding both",
            "Fibromyalgia (FM) and Myofascial Pain Syndrome (MPS) are chronic pain disorders.",
            aspect=Aspect.OVERVIEW,
            conditions=(FIBROMYALGIA, MYOFASCIAL),
        ),
        _differences(),
        section(
            "Causes",
            aspect=Aspect.CAUSES,
            sections=(
                section(
                    FIBROMYALGIA,
                    bullets("Sleep Disorders: Poor sleep alters pain perception."),
                    aspect=Aspect.CAUSES,
                    conditions=(FIBROMYALGIA,),
                ),
                section(
                    MYOFASCIAL,
                    bullets("Poor Posture: Prolonged abnormal positioning."),
                    aspect=Aspect.CAUSES,
                    conditions=(MYOFASCIAL,),
                ),
            ),
        ),
        section("Treatment Options", sections=(_medications(), _lifestyle())),
        slug=TWINS,
        category="Conditions",
        conditions=(Condition(FIBROMYALGIA, ("FM",)), Condition(MYOFASCIAL, ("MPS",))),
    )


def _differences() -> Section:
    points = Item(
        "Nature of Pain:",
        label="Nature of Pain",
        items=(
            Item("Fibromyalgia: Widespread pain.", label=FIBROMYALGIA, conditions=(FIBROMYALGIA,)),
            Item(
                "Myofascial Pain Syndrome: Localized pain.",
                label=MYOFASCIAL,
                conditions=(MYOFASCIAL,),
            ),
        ),
    )
    return section("Differences", ItemList((points,)), aspect=Aspect.COMPARISON)


def _medications() -> Section:
    standing = ItemList(
        (
            Item(
                "For Fibromyalgia: see below",
                label="For Fibromyalgia",
                conditions=(FIBROMYALGIA,),
                anchor="treatment-options-medications-fibromyalgia",
                items=(Item("Antidepressants: for pain and sleep.", label="Antidepressants"),),
            ),
            Item(
                "For Myofascial Pain Syndrome:",
                label="For Myofascial Pain Syndrome",
                conditions=(MYOFASCIAL,),
                anchor="treatment-options-medications-myofascial-pain-syndrome",
                items=(Item("Simple dry-needling may be effective for muscle pain."),),
            ),
        )
    )
    return section("1. Medications", standing, topic="Medications")


def _lifestyle() -> Section:
    table = Table(("Habit", "Why"), (("Regular sleep", "Restores"), ("Gentle exercise",)))
    return section("2. Lifestyle", "Keep regular hours of sleep.", table, topic="Lifestyle")


def _neck_pain() -> Page:
    return page(
        "Neck Pain",
        section("What it is", "Neck pain is common and mostly harmless.", aspect=Aspect.OVERVIEW),
        section("Symptoms", "Stiffness, headache and poor sleep.", aspect=Aspect.PRESENTATION),
        section("Treatment", "Heat, exercise and medications for pain.", topic="Medications"),
        aliases=("Cervicalgia",),
        dated=("Last reviewed: 12 March 2024",),
        category="Conditions",
        conditions=("Neck Pain",),
    )


def _needling() -> Page:
    return page(
        "Dry Needling",
        section("How it works", "A fine needle enters the muscle.", aspect=Aspect.PROCEDURE),
        section("Risks", "Soreness for a day or two.", aspect=Aspect.COMPLICATIONS),
        category="Treatments",
    )


def _hostile() -> Page:
    return page(
        f"Tags {HOSTILE}",
        section(
            f"Heading {HOSTILE}",
            f'Markup {HOSTILE} in text, and a quote " and an ampersand &.',
            bullets(f"Label {HOSTILE}: an item"),
            Table((HOSTILE,), ((HOSTILE,),)),
            aspect=Aspect.OTHER,
            topic=f"Topic {HOSTILE}",
        ),
        slug="tags",
        aliases=(HOSTILE,),
        category=f"Category {HOSTILE}",
        conditions=(Condition(f"Condition {HOSTILE}", (HOSTILE,)),),
    )
