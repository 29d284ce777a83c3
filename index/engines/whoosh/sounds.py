"""How English words sound, for those who write them by ear: "numonia", "kifoplasty", "siattic".

A folded word enters, its sound leaves: letters again, about one for each sound, so that sounds can
be compared as spellings are. The rules are those of English spelling that Metaphone is made of
(Philips, "Hanging on the Metaphone", Computer Language 7(12), 1990), but vowels are kept, since all
of them together tell words apart; "ch" is "k", as in words from Greek, and "th" is "t".
"""

import re

_SPELLINGS = """
    ^ps ^s, ^pn ^n, ^pt ^t, ^kn ^n, ^gn ^n, ^mn ^n, ^wr ^r, ^x ^s, ^gh ^g, ^h ^H, sthm sm,
    ssion Son, tion Son, sion Son, cian$ San$, tial$ Sal$, cial$ Sal$, tious Sous, cious Sous,
    tient Sent, cient Sent, sh S, cz ks, x ks, ph f, augh$ auf$, ough$ ouf$, sch sk, tch k, ch k,
    ck k, sce se, sci si, scy si, ce se, ci si, cy si, dge je, gia ja, gio jo, giu ju, ge je, gi ji,
    gy ji, gue$ g$, gh , h , H h, ae e, oe e, eu u, ew u, mb$ m$
"""
"""How English spells sounds, each rule for what those before it leave; "^" is where a word begins,
"$" where it ends. Letters that are not named stand for themselves, but for those of `_LETTERS`."""

_RULES = tuple(
    (spelling, sound)
    for spelling, _, sound in (rule.strip().partition(" ") for rule in _SPELLINGS.split(","))
)
_LETTERS = str.maketrans("cqzy", "kksi", "^$")
_DOUBLED = re.compile(r"(.)\1+")
_SILENT_E = re.compile(r"(?<=[^aeiou^])e$")
_VOWELS = re.compile("[aeiou]")

_ALIKE = ("ckq", "sczxp", "nkgmp", "rw", "tp", "jg", "fp", "ao", "eao", "iy", "ue")
"""Letters that words may begin with that begin with the same sound."""


def sound_of(surface: str) -> str:
    """Return how the folded word ``surface`` sounds."""
    heard = f"^{surface}$"
    for spelling, sound in _RULES:
        if spelling in heard:
            heard = heard.replace(spelling, sound)
    return _SILENT_E.sub("", _DOUBLED.sub(r"\1", heard.translate(_LETTERS)))


def consonants_of(sound: str) -> str:
    """Return ``sound`` without its vowels, which are what is misheard most."""
    return _VOWELS.sub("", sound)


def initials_alike(surface: str) -> str:
    """Return with which letters words may begin that begin to sound as ``surface`` does."""
    letter = surface[0]
    return "".join(sorted({letter}.union(*(row for row in _ALIKE if letter in row))))
