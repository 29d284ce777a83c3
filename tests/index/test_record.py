"""Records: values like those of frozen dataclasses, cheaper to make."""

from dataclasses import replace

from index.record import record


@record
class Named:
    """Something with a name."""

    name: str
    number: int = 1


def test_records_of_the_same_fields_are_one_value() -> None:
    """Equal records are one member of a set, as values are."""
    assert Named("Gout") == Named("Gout", 1)
    assert {Named("Gout"), Named("Gout"), Named("Bursitis")} == {Named("Gout"), Named("Bursitis")}


def test_a_changed_record_is_another_one() -> None:
    """What changes a record leaves the record itself as it was."""
    gout = Named("Gout")
    assert replace(gout, number=2) == Named("Gout", 2)
    assert gout.number == 1


def test_a_record_has_its_fields_alone() -> None:
    """Nothing can be kept on a record but what its class names."""
    assert not hasattr(Named("Gout"), "__dict__")
