"""What the site states, by majority of its pages."""

from dataclasses import replace

from index.site import MenuGroup, OpeningHours, SiteFacts
from ingest.site import agree

FACTS = SiteFacts(
    name="Example Clinic",
    domain="example.org",
    phones=("555-010-0100",),
    fax="555-010-0101",
    address="1 Example Street, Springfield",
    hours=(OpeningHours("Mon", "8-5"), OpeningHours("Tue", "Closed")),
    menu=(MenuGroup("Home"), MenuGroup("Conditions", ("Gout", "Neck Pain"))),
)


def test_pages_that_agree_are_taken_at_their_word() -> None:
    """The same facts on every page are the site's, without a warning."""
    agreement = agree({"a.txt": FACTS, "b.txt": FACTS})
    assert agreement.facts == FACTS
    assert agreement.warnings == ()


def test_a_silent_page_has_no_vote() -> None:
    """One page that speaks outweighs any number that do not."""
    agreement = agree({"a.txt": SiteFacts(), "b.txt": FACTS, "c.txt": SiteFacts()})
    assert agreement.facts == FACTS
    assert agreement.warnings == ()


def test_the_majority_decides_and_the_others_are_named() -> None:
    """Staff learn which page says what."""
    other = replace(FACTS, fax="555-010-0199", phones=("555-010-0177",))
    agreement = agree({"a.txt": other, "b.txt": FACTS, "c.txt": FACTS})
    assert agreement.facts == FACTS
    assert agreement.warnings == (
        "phone: most pages say 555-010-0100, but a.txt says 555-010-0177",
        "fax number: most pages say 555-010-0101, but a.txt says 555-010-0199",
    )


def test_different_hours_are_told() -> None:
    """Opening hours are compared as a whole."""
    other = replace(FACTS, hours=(OpeningHours("Mon", "9-6"),))
    agreement = agree({"a.txt": FACTS, "b.txt": FACTS, "c.txt": other})
    assert agreement.warnings == (
        "opening hours: most pages say Mon 8-5; Tue Closed, but c.txt says Mon 9-6",
    )


def test_spelling_is_no_contradiction() -> None:
    """Brackets in a number, capitals in a name, points after days; the commonest is shown."""
    other = replace(
        FACTS,
        name="EXAMPLE CLINIC",
        phones=("(555) 010-0100",),
        hours=(OpeningHours("Monday", "8 - 5"), OpeningHours("TUE.", "closed")),
    )
    agreement = agree({"a.txt": other, "b.txt": FACTS, "c.txt": FACTS})
    assert agreement.facts == replace(FACTS, phones=("(555) 010-0100",))
    assert agreement.warnings == ()


def test_the_menu_is_what_most_menus_share() -> None:
    """A page that leaves itself out of its menu, or adds to it, does not change the site's."""
    without = replace(FACTS, menu=(MenuGroup("Home"), MenuGroup("Conditions", ("Neck Pain",))))
    more = replace(FACTS, menu=(*FACTS.menu, MenuGroup("On this page", ("Causes",))))
    assert agree({"a.txt": FACTS, "b.txt": without, "c.txt": more}).facts.menu == FACTS.menu


def test_menus_without_groups_do_not_outvote_those_with_groups() -> None:
    """A dump that lost its bullets lists groups and entries alike."""
    bare = replace(FACTS, menu=(MenuGroup("Home"), MenuGroup("Conditions"), MenuGroup("Gout")))
    assert agree({"a.txt": bare, "b.txt": bare, "c.txt": FACTS}).facts.menu == FACTS.menu
    assert agree({"a.txt": bare, "b.txt": bare}).facts.menu == bare.menu


def test_no_pages_agree_on_nothing() -> None:
    """An empty site states nothing."""
    assert agree({}).facts == SiteFacts()


def test_another_place_of_the_clinic_is_no_contradiction() -> None:
    """It has an address and a number, or hours, of its own; one alone is likelier a mistake."""
    south = replace(FACTS, address="200 Sample Road, Shelbyville", phones=("555-010-0222",))
    moved = replace(FACTS, address="9 Former Lane, Springfield")
    pages = {"a.txt": FACTS, "b.txt": FACTS, "c.txt": FACTS}
    assert agree({**pages, "south.txt": south}).warnings == ()
    assert agree({**pages, "old.txt": moved}).warnings == (
        "address: most pages say 1 Example Street, Springfield, "
        "but old.txt says 9 Former Lane, Springfield",
    )


def test_what_hardly_any_page_states_is_not_the_site_s() -> None:
    """One page of fifty that shows a name shows its own, not the clinic's."""
    menu_alone = SiteFacts(menu=FACTS.menu)
    pages = {f"{number}.txt": menu_alone for number in range(50)}
    assert agree({**pages, "odd.txt": FACTS}).facts == menu_alone
