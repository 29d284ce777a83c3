"""The site's menu tells what a page is: its group, and what that group lists."""

import pytest

from index.document import Condition
from index.site import MenuGroup
from ingest.conditions.categories import GroupKind, Menu, category_of, conditions_in, kind_of

MENU = Menu.of(
    (
        MenuGroup("Home"),
        MenuGroup("Conditions We Treat", ("Neck Pain", "Fibromyalgia", "Facial Pain & Headaches")),
        MenuGroup("Treatments We Provide", ("Joint & Bursa Injections", "Sacroiliac Joint Inj.")),
    )
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Conditions We Treat", GroupKind.CONDITIONS),
        ("What We Treat", GroupKind.CONDITIONS),
        ("Health Problems", GroupKind.CONDITIONS),
        ("Treatments We Provide", GroupKind.TREATMENTS),
        ("Surgical Procedures", GroupKind.TREATMENTS),
        ("Our Services", GroupKind.TREATMENTS),
        ("Patient Resources", GroupKind.OTHER),
    ],
)
def test_what_a_group_lists(name: str, kind: GroupKind) -> None:
    """The words of its name tell; "we treat" is said of conditions."""
    assert kind_of(MenuGroup(name)) is kind


@pytest.mark.parametrize(
    ("title", "conditions", "category"),
    [
        ("Neck Pain", (), "Conditions We Treat"),
        ("Headaches and Facial Pain", (), "Conditions We Treat"),
        ("Fibromyalgia & Myofascial Pain Syndrome", ("Fibromyalgia",), "Conditions We Treat"),
        ("Bursa and Joint Injection", (), "Treatments We Provide"),
        ("Sacroiliac Joint Injections", (), "Treatments We Provide"),
        ("Bursa & Joint Inj.", (), "Treatments We Provide"),
        ("Back Pain", ("Back Pain",), None),
        ("Home", (), None),
    ],
)
def test_the_category_of_a_page(
    title: str, conditions: tuple[str, ...], category: str | None
) -> None:
    """The group that lists the title, else one of the conditions; no entry, no category."""
    assert category_of(title, [Condition(name) for name in conditions], MENU) == category


def test_conditions_of_the_menu() -> None:
    """Only groups of conditions give conditions."""
    names = [condition.name for condition in conditions_in(MENU)]
    assert names == ["Neck Pain", "Fibromyalgia", "Facial Pain & Headaches"]


def test_of_two_groups_the_first() -> None:
    """What stands in two groups is filed under the first, cut short there or not."""
    cut, whole = MenuGroup("Pain", ("Joint Inj.",)), MenuGroup("Care", ("Joint Injections",))
    assert Menu.of((cut, whole)).group_listing("Joint injection") == cut
    assert Menu.of((whole, cut)).group_listing("Joint injection") == whole
