"""What counts as the same word, whoever typed it: for engines, and for searching without one.

Text enters, folded words leave. May be imported by anyone; stems are an engine's own affair.
"""

import re
import unicodedata

LONGEST_WORD = 64
"""Characters. No word of a language is longer; longer runs of letters are cut to bound the cost."""

WORD = r"[^\W_]+(?:['’][^\W_]+)*"
"""A word as it stands in a text, as a regular expression."""

_WORD = re.compile(WORD)
_POSSESSIVE = re.compile(r"['’]s$")
_APOSTROPHE = re.compile(r"['’]")

STOP_WORDS = frozenset(
    """a about after again all also although am an and any are as at be because been before being
    between both but by can cant could did do does doesnt dont down during each else ever for from
    get got had has have he help her here his how i if im in into is isnt it its ive just may me
    might my of on once only or other our out over own same she should since so some still such
    than that the their them then there these they this those through to too under until up upon us
    very was we were what whats when where whether which while who whom whose why will with within
    wont would you your""".split()  # noqa: SIM905  # a list of words reads better as text
)
"""Words too common to be asked for: the articles, pronouns, prepositions, question words and
auxiliaries and particles of English. They are indexed, and count in phrases, but never required."""

TALK_WORDS = STOP_WORDS | frozenset(
    """actually anybody anyone anything bit come comes coming does doing everything feel feeling
    feels feelings gets getting give gives go goes going gonna good gotten guess guys having hello
    hey hi honestly keep keeps kind know let like likely look looking lot lots make makes making
    maybe mean much my need needs new now ok okay old one ones please put puts quite really right
    said say says see seem seems show showing somebody someone something sort stuff sure take takes
    taking tell thank thanks thing things think thinking today told try trying use used using wanna
    want wants way well went yes yet""".split()  # noqa: SIM905  # a list of words reads better as text
)
"""Words that ask for nothing by themselves: greetings, fillers and the verbs of all work. They are
searched for, but nobody has to be told that an answer lacks them."""


def surfaces_of(text: str) -> list[str]:
    """Return the folded words of ``text`` in order."""
    return [surface for word in _WORD.findall(text) if (surface := fold(word))]


def fold(word: str) -> str:
    """Return ``word`` without case, accents, possessive ending and apostrophes."""
    if word.isalnum() and word.isascii():  # most words
        return word[:LONGEST_WORD].lower()
    bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", word))[:LONGEST_WORD]
    if bare.isascii():
        return bare.lower()
    decomposed = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
