"""What is said about words."""

from index.document import Condition
from index.lexicon import EMPTY, Lexicon, Name, Synonyms, with_abbreviations


def test_abbreviations_and_names_find_each_other() -> None:
    """What a page abbreviates, several pages maybe, is one pair of synonyms after the staff's."""
    staff = Lexicon((Synonyms(("shot", "injection")),))
    conditions = [Condition("Fibromyalgia", ("FM",)), Condition("Gout"), Condition("Fibromyalgia")]
    learned = with_abbreviations(staff, [*conditions, *conditions])
    assert learned.synonyms == (*staff.synonyms, Synonyms(("FM", "Fibromyalgia")))


def test_a_shared_abbreviation_does_not_make_its_names_the_same() -> None:
    """MPS finds both names; neither name finds MPS, which would lead on to the other."""
    conditions = [
        Condition("Myofascial Pain Syndrome", ("MPS",)),
        Condition("Mucopolysaccharidosis", ("MPS", "Mps")),
    ]
    assert {known.one_way for known in with_abbreviations(EMPTY, conditions).synonyms} == {True}


def test_pages_are_called_for_short_as_conditions_are() -> None:
    """What a page on a treatment abbreviates finds the name where it stands in full elsewhere."""
    learned = with_abbreviations(EMPTY, [Name("Trigger Point Injections", ("TPI",))])
    assert learned.synonyms == (Synonyms(("TPI", "Trigger Point Injections")),)
