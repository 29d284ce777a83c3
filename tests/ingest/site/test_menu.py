"""The menu: groups and entries."""

from index.document import LineRange
from index.site import MenuGroup
from ingest.blocks import Block, Bullet, Text
from ingest.site.menu import find_menu

LINES = LineRange(1, 1)


def listed(outline: str) -> list[Block]:
    """Return the bullets of an indented ``outline``, two spaces a level."""
    return [
        Bullet(line.strip(), LINES, depth=1 + (len(line) - len(line.lstrip())) // 2)
        for line in outline.strip("\n").splitlines()
    ]


def bare(*texts: str) -> list[Block]:
    """Return paragraphs."""
    return [Text(text, LINES) for text in texts]


def test_an_entry_with_others_below_it_is_a_group() -> None:
    """However deep they lie, entries belong to the outermost one."""
    menu = listed("Home\nServices\n  Injections\n    Epidural\n  Needling\nContact")
    assert find_menu(menu, ()) == (
        MenuGroup("Home"),
        MenuGroup("Services", ("Injections", "Epidural", "Needling")),
        MenuGroup("Contact"),
    )


def test_one_entry_around_the_whole_menu_is_not_its_only_group() -> None:
    """A list that begins with "Menu" has the groups below it."""
    menu = listed("Menu\n  Home\n  Services\n    Needling")
    assert find_menu(menu, ()) == (MenuGroup("Home"), MenuGroup("Services", ("Needling",)))


def test_what_operates_the_page_is_no_entry() -> None:
    """Skip links, toggles, numbers and addresses lead nowhere."""
    menu = listed("Skip to content\nHome\nToggle navigation\n479-967-7770\nwww.example.org\nClose")
    assert find_menu(menu, ()) == (MenuGroup("Home"),)


def test_a_menu_that_stands_twice_is_one_menu() -> None:
    """Pages repeat it for small screens."""
    menu = listed("Home\nServices\n  Needling")
    twice = [*menu, *bare("Search"), *listed("Services\n  Needling\n  Massage")]
    assert find_menu(twice, ()) == (
        MenuGroup("Home"),
        MenuGroup("Services", ("Needling", "Massage")),
    )


def test_bare_lines_are_entries_without_groups() -> None:
    """Nothing tells what is below what."""
    blocks = bare(
        "ioipm.com", "Home", "Conditions We Treat", "Joint Inj.", "Call 479-967-7770 now."
    )
    assert [group.name for group in find_menu(blocks, ())] == [
        "Home",
        "Conditions We Treat",
        "Joint Inj.",
    ]


def test_entries_on_one_line_are_told_apart_by_bars() -> None:
    """As text browsers print a row of links."""
    menu = find_menu(bare("Home | Conditions | Contact"), ())
    assert [group.name for group in menu] == ["Home", "Conditions", "Contact"]


def test_two_short_lines_are_no_menu() -> None:
    """A name and its motto stand above many pages."""
    assert find_menu(bare("Example Clinic", "Care for you"), ()) == ()


def test_a_menu_below_the_content_counts_only_with_groups() -> None:
    """Sites that write it last have groups; a footer's plain links are no menu."""
    groups = listed("Conditions\n  Gout\nTreatments\n  Needling")
    assert len(find_menu((), groups)) == 2
    assert find_menu((), listed("Privacy\nTerms")) == ()
    assert find_menu((), listed("Sources\n  A society\n  A review")) == ()
