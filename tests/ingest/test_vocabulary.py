"""raw/vocabulary.toml: what staff may declare, and what they are told when it is wrong."""

from pathlib import Path

import pytest

from index.aspect import Aspect
from index.lexicon import BestBet, Lexicon, Synonyms
from ingest.errors import VocabularyError
from ingest.vocabulary import Vocabulary, load_vocabulary, read_vocabulary

ROOT = Path(__file__).parents[2]


def test_an_absent_file_is_an_empty_vocabulary(tmp_path: Path) -> None:
    """Nobody has to write one."""
    assert load_vocabulary(tmp_path / "vocabulary.toml") == Vocabulary()


def test_the_file_in_raw_is_sound() -> None:
    """The file that staff start from loads, and declares synonyms."""
    assert load_vocabulary(ROOT / "raw" / "vocabulary.toml").lexicon.synonyms


def test_everything_that_may_be_declared() -> None:
    """Headings, aspects, synonyms both ways and one way, best bets with and without a section."""
    vocabulary = read_vocabulary(
        """
        [headings]
        always = ["Our Promise"]
        never = ["Call us!"]
        [aspects]
        treatment = ["Our five-step plan"]
        when-to-seek-care = []
        [synonyms]
        same = [["tired", "fatigue"]]
        [synonyms.also]
        nsaid = ["ibuprofen", "naproxen"]
        [best_bets]
        "dry needling" = "trigger-points#treatment"
        "fibro" = "fibromyalgia"
        """
    )
    assert vocabulary == Vocabulary(
        headings=frozenset({("our", "promise")}),
        not_headings=frozenset({("call", "us")}),
        aspects={("our", "five", "step", "plan"): Aspect.TREATMENT},
        lexicon=Lexicon(
            synonyms=(
                Synonyms(("tired", "fatigue")),
                Synonyms(("nsaid", "ibuprofen", "naproxen"), one_way=True),
            ),
            best_bets=(
                BestBet("dry needling", "trigger-points", "treatment"),
                BestBet("fibro", "fibromyalgia"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[aspects\n", "line 1"),
        ("[colours]\n", r"\[colours\] is not known; use aspects, best_bets, headings, synonyms"),
        ("aspects = 3\n", r"written \[aspects\]"),
        ("[headings]\nsometimes = []\n", "headings.sometimes is not known; use always, never"),
        ('[headings]\nalways = "Causes"\n', "headings.always must be a list of quoted texts"),
        ("[aspects]\nremedy = []\n", "aspects.remedy is no aspect; use one of overview"),
        (
            '[aspects]\ncauses = ["Why?"]\ntreatment = ["why"]\n',
            '"why" stands under both aspects.causes and aspects.treatment',
        ),
        ("[synonyms]\nsame = 1\n", "synonyms.same must be a list of lists"),
        ('[synonyms]\nsame = ["a"]\n', "synonyms.same, entry 1 must be a list"),
        ("[synonyms]\nalso = []\n", "synonyms.also must be written"),
        ("[best_bets]\nfibro = 3\n", 'best_bets."fibro" must be a "page" or "page#section"'),
    ],
)
def test_mistakes_are_named(text: str, told: str) -> None:
    """The message names the file, the place and what is allowed there."""
    with pytest.raises(VocabularyError, match=f"^staff.toml.*{told}"):
        read_vocabulary(text, "staff.toml")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    """Saved in an old encoding, the file is refused with what to do about it."""
    path = tmp_path / "vocabulary.toml"
    path.write_bytes('[aspects]\ncauses = ["Ménière"]'.encode("latin-1"))
    with pytest.raises(VocabularyError, match="save it as UTF-8"):
        load_vocabulary(path)
