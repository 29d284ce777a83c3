"""Old and new words side by side."""

from hypothesis import given
from hypothesis import strategies as st

from portal.wording import Fate, Piece, rewordings

TEXTS = st.lists(st.text(alphabet="ab .", max_size=12), max_size=4)


def test_a_changed_word_stands_beside_the_old_one() -> None:
    """Everything around it stays."""
    assert rewordings(("Take 5 mg daily.",), ("Take 50 mg daily.",)) == (
        (
            Piece("Take ", Fate.STAYED),
            Piece("5", Fate.WENT),
            Piece("50", Fate.CAME),
            Piece(" mg daily.", Fate.STAYED),
        ),
    )


def test_paragraphs_are_compared_with_what_they_were() -> None:
    """The most alike, not the one in the same place."""
    before = ("Heat helps the neck.", "Rest for two days.")
    (heat,) = rewordings(before, ("Rest for three days.",))[1:]
    assert heat == (Piece("Heat helps the neck.", Fate.WENT),)


def test_texts_that_share_little_are_not_mixed() -> None:
    """A new text is read more easily whole than woven into an old one."""
    assert rewordings(("Ice.",), ("Walk a mile every day.",)) == (
        (Piece("Walk a mile every day.", Fate.CAME),),
        (Piece("Ice.", Fate.WENT),),
    )


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_out_of_it(before: list[str], after: list[str]) -> None:
    """Nothing is lost and nothing made up, whatever changed."""
    found = rewordings(before, after)
    olds = ["".join(p.text for p in one if p.fate is not Fate.CAME) for one in found]
    news = ["".join(p.text for p in one if p.fate is not Fate.WENT) for one in found]
    assert sorted(filter(None, olds)) == sorted(filter(None, before))
    assert [text for text in news if text] == [text for text in after if text]
