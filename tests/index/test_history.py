"""Two versions of a page, told apart section by section."""

from collections import Counter
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from index.document import Item, Page, Table
from index.history import ChangeKind, Edition, History, SectionChange, changes_between
from tests.support.pages import bullets, page, section


def neck(*content: str, heading: str = "Treatment") -> Page:
    """Return a page of one section that says ``content``."""
    return page("Neck Pain", section(heading, *content))


def test_a_page_that_was_not_there_is_all_added() -> None:
    """With its words: the history tells what was said from when on."""
    (change,) = changes_between(None, neck("Rest."))
    assert change.kind is ChangeKind.ADDED
    assert (change.page, change.anchor, change.path) == ("neck-pain", "treatment", ("Treatment",))
    assert (change.before, change.after) == ((), ("Treatment", "Rest."))


def test_a_page_that_is_gone_is_all_removed() -> None:
    """With its words: what is no longer said can still be read."""
    (change,) = changes_between(neck("Rest."), None)
    assert change.kind is ChangeKind.REMOVED
    assert (change.before, change.after) == (("Treatment", "Rest."), ())


def test_of_a_changed_section_only_the_words_that_differ_are_told() -> None:
    """Whole paragraphs, so that both can be read as sentences."""
    (change,) = changes_between(neck("Rest.", "Take 5 mg."), neck("Rest.", "Take 50 mg."))
    assert change.kind is ChangeKind.CHANGED
    assert (change.before, change.after) == (("Take 5 mg.",), ("Take 50 mg.",))


def test_a_text_said_twice_and_now_once_is_a_change() -> None:
    """Counted, not only looked up."""
    (change,) = changes_between(neck("Rest.", "Rest."), neck("Rest."))
    assert (change.before, change.after) == (("Rest.",), ())


def test_another_order_is_a_change_without_words() -> None:
    """Nothing is said now that was not said before."""
    (change,) = changes_between(neck("One.", "Two."), neck("Two.", "One."))
    assert (change.kind, change.before, change.after) == (ChangeKind.CHANGED, (), ())


def test_a_section_that_only_moved_has_not_changed() -> None:
    """Sections are told by their anchors, not by their neighbours or lines."""
    causes, care = section("Causes", "Posture."), section("Care", "Rest.")
    assert not list(changes_between(page("Neck", causes, care), page("Neck", care, causes)))


def test_a_change_below_is_not_one_above() -> None:
    """The words of a section are its own."""

    def treated(text: str) -> Page:
        return page("Neck", section("Treatment", "Any.", sections=(section("Heat", text),)))

    (change,) = changes_between(treated("Ten minutes."), treated("Twenty minutes."))
    assert change.path == ("Treatment", "Heat")


def test_nested_items_and_table_rows_are_compared_one_by_one() -> None:
    """An item's text is not that of the items below it."""

    def told(dose: str) -> Page:
        nested = bullets(Item("Drugs:", items=(Item("Aspirin"), Item(dose))))
        return page("Neck", section("Care", nested, Table(("Drug", "Dose"), (("Aspirin", dose),))))

    (change,) = changes_between(told("5 mg"), told("50 mg"))
    assert change.before == ("5 mg", "Aspirin · 5 mg")
    assert change.after == ("50 mg", "Aspirin · 50 mg")


@given(st.lists(st.text(max_size=4), max_size=4), st.lists(st.text(max_size=4), max_size=4))
def test_what_went_and_what_came_make_the_one_the_other(old: list[str], new: list[str]) -> None:
    """Without them the two versions are the same words; nothing differs from itself."""
    assert not list(changes_between(neck(*old), neck(*old)))
    for change in changes_between(neck(*old), neck(*new)):
        before, after = Counter(change.before), Counter(change.after)
        assert Counter(old) - before == Counter(new) - after


def test_what_an_edition_left_out_makes_older_dates_unknown() -> None:
    """It may have changed any page that nothing newer names."""

    def edition(number: int, slug: str, left_out: int = 0) -> Edition:
        change = SectionChange(slug, slug, "a", ("A",), ChangeKind.CHANGED)
        return Edition(number, datetime(2026, 11, number, tzinfo=UTC), (change,), left_out)

    history = History((edition(3, "new"), edition(2, "some", left_out=9), edition(1, "old")))
    assert history.last_changes() == {
        "new": datetime(2026, 11, 3, tzinfo=UTC),
        "some": datetime(2026, 11, 2, tzinfo=UTC),
    }
