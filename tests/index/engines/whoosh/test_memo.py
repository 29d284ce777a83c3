"""What is kept is given again; no more is kept than is meant to be."""

from collections.abc import Callable

from index.engines.whoosh.memo import Memo


def maker(made: list[str], value: str) -> Callable[[], str]:
    """Return a function that gives ``value`` and tells that it has been called."""

    def make() -> str:
        made.append(value)
        return value

    return make


def test_a_value_is_made_once() -> None:
    """The second time it is the one made before, be it empty."""
    memo: Memo[str, str] = Memo(4)
    made: list[str] = []
    for key in ("pain", "", "pain", ""):
        assert memo.of(key, maker(made, key)) == key
    assert made == ["pain", ""]


def test_no_more_than_the_limit_is_kept() -> None:
    """What has not been asked for longest is made anew when it is asked for again."""
    memo: Memo[str, str] = Memo(4)
    made: list[str] = []
    for key in ("a", "b", "a", "c", "a", "d", "a", "b"):
        assert memo.of(key, maker(made, key)) == key
    assert made == ["a", "b", "c", "d", "b"]
