"""The table of engines."""

import pytest

from index.engine import ENGINES, open_engine
from index.errors import EngineError


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_every_engine_in_the_table_opens_under_its_name(name: str) -> None:
    """A row of the table is an engine that can be had."""
    assert open_engine(name).name == name


def test_an_unknown_engine_is_refused_with_the_names_there_are() -> None:
    """The message tells which engines one can choose."""
    with pytest.raises(EngineError, match=r"'lucene'.*choose one of: .*whoosh"):
        open_engine("lucene")


def test_an_engine_that_is_not_installed_says_what_is_missing() -> None:
    """A missing package is named, with what to do about it."""
    with pytest.raises(EngineError, match=r"'far' cannot be loaded: .*no_such_package.*install"):
        open_engine("far", {"far": "no_such_package.engine:FarEngine"})
