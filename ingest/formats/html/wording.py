"""What a block's own words say of its purpose: phrases that stand in the furniture of any site.

Text enters, names of evidence leave; `features` weighs them together with everything else, so
that one phrase alone decides nothing. English, as the labelled pages are. For the formats of
`ingest`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Cue:
    """Evidence that text gives if it has one of the ``words`` and the ``pattern`` is found in it.

    Text is in lower case. ``words`` are letters only, one sign, ``0`` for any digit, or that ten
    times for as many, whatever stands between them: of each way the pattern can be found the
    rarest, for looking them up spares nearly all text the search.
    """

    name: str
    words: str
    pattern: re.Pattern[str]


CUES = (
    Cue(
        "says copyright",
        "© c copyright rights",
        re.compile(r"©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b"),
    ),
    Cue(
        "says policy",
        "privacy cookie cookies terms",
        re.compile(
            r"\b(?:privacy|cookies?) (?:policy|notice|statement|settings)\b|\buses? cookies\b"
            r"|\bterms (?:of|and|&) |\baccept (?:all|cookies)\b"
        ),
    ),
    Cue(
        "says subscribe",
        "subscribe unsubscribe newsletter sign signing join login log account inbox",
        re.compile(
            r"\b(?:un)?subscribe\b|\bnewsletter\b|\bsign(?:ing)? up\b|\bjoin our\b|\blog ?in\b"
            r"|\bcreate an account\b|\bto your inbox\b"
        ),
    ),
    Cue(
        "says share",
        "share follow tweet print email copy facebook linkedin pinterest instagram",
        re.compile(
            r"^(?:share|tweet|print|email)\b|\bshare (?:this|on|via)\b|\bfollow us\b"
            r"|\bcopy link\b|\b(?:facebook|linkedin|pinterest|instagram)\b"
        ),
    ),
    Cue(
        "says more",
        "more all related recent latest popular trending recommended also next previous prev older "
        "newer back reading",
        re.compile(
            r"\b(?:read|learn|view|see|show|load|discover|find out) (?:more|all)\b"
            r"|^(?:related|recent|latest|popular|trending|recommended|more) "
            r"|\byou (?:may|might) also\b|^(?:next|previous|prev|older|newer|back to)\b"
            r"|\b(?:keep|further) reading\b"
        ),
    ),
    Cue(
        "says reply",
        "reply comment comments published says",
        re.compile(
            r"\bleave a (?:reply|comment)\b|\bcomments?\b.{0,12}$|^\d+ comments?\b|^reply\b"
            r"|\bpost a comment\b|\byour email address will not be published\b|^says:"
        ),
    ),
    Cue(
        "says buy",
        "cart bag basket buy shop call book started download trial shipping contact request "
        "schedule appointment $ € £",
        re.compile(
            r"\badd to (?:cart|bag|basket)\b|\b(?:buy|shop|call) now\b|\bbook (?:now|a|an)\b"
            r"|\bget started\b|\bdownload (?:now|the app|our)\b|\bfree (?:trial|shipping)\b"
            r"|[$€£] ?\d|\b(?:contact|call) us\b|\brequest an?\b|\bschedule (?:an?|your)\b"
            r"|^make (?:an|your) appointment\b"
        ),
    ),
    Cue(
        "says who wrote",
        "by author updated reviewed modified read posted published tag tags category categories "
        "filed joined member messages posts reaction likes",
        re.compile(
            r"^(?:(?:written|posted|published|updated|(?:medically )?reviewed) )?by "
            r"|^about the author\b|\blast (?:updated|reviewed|modified)\b"
            r"|\bmin(?:ute)?s? read\b|^(?:posted|published|updated)\b|^tags?:"
            r"|^categor(?:y|ies):|^filed under\b"
            r"|^(?:joined|member since|messages|posts|reaction score|likes(?: received)?)\b.{,20}$"
        ),
    ),
    Cue(
        "says advertisement",
        "advertisement sponsored affiliate partner",
        re.compile(r"^advertisement|\bsponsored\b|\baffiliate\b|\bpartner content\b"),
    ),
    Cue(
        "says skip",
        "skip menu search close toggle open home breadcrumb",
        re.compile(r"^skip to\b|^menu$|^search\b|^close$|^toggle |^open menu|^home$|\bbreadcrumb"),
    ),
    Cue(
        "says date",
        "0",
        re.compile(
            r"^\W*(?:\w+day,? )?(?:\d{1,2}[ ./-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
            r"|nov|dec)[a-z]*\.?,? \d{1,4}(?:,? \d{4})?\W*$"
            r"|^\W*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W*$"
        ),
    ),
    Cue(
        "says contact",
        "0000000000 @ tel phone fax",
        re.compile(r"(?<=[\w.])@[\w-]+\.\w+|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|^(?:tel|phone|fax)\b"),
    ),
)

_BY_WORD: dict[bytes, tuple[Cue, ...]] = {
    word.encode(): tuple(cue for cue in CUES if word in cue.words.split())
    for word in " ".join(cue.words for cue in CUES).split()
}
_WORDS = frozenset(_BY_WORD)

_OTHERS = bytes(sign for sign in range(256) if not ord("a") <= sign <= ord("z"))
_LETTERS = bytes.maketrans(_OTHERS, b" " * len(_OTHERS))
"""Bytes of lower-case text -> the same with all but its plain letters as spaces: a table and a
split find words in a third of a regular expression's time."""

_DIGITS = b"0123456789"
_DIGIT = b"0"
_NUMBER = _DIGIT * 10
_MARKS = (_DIGIT, _NUMBER, b"@", b"$")
_ZEROS = bytes.maketrans(_DIGITS, _DIGIT * len(_DIGITS))
_UNMARKED = bytes(set(range(256)).difference(_DIGITS, *_MARKS))
_RARE_MARK = re.compile(r"[©€£]|\d")

_LONGEST = 160
"""Characters looked at: phrases of furniture stand in short blocks or at their beginning."""


def says(text: str) -> frozenset[str]:
    """Return the names of the evidence that the opening of ``text`` gives."""
    return _said(text[:_LONGEST])


_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def _said(opening: str) -> frozenset[str]:
    """Return what an opening says; menus and footers open alike on all pages of a site."""
    lowered = opening.lower()
    known = _WORDS.intersection(_tokens(lowered))
    if not known:
        return _NOTHING
    likely = {cue.name: cue for word in known for cue in _BY_WORD[word]}
    return frozenset(name for name, cue in likely.items() if cue.pattern.search(lowered))


def plain_words(lowered: str) -> list[bytes]:
    """Return the words of lower-case text, each a run of plain letters."""
    return lowered.encode("utf-8", "replace").translate(_LETTERS).split()


def _tokens(lowered: str) -> list[bytes]:
    """Return the words of lower-case text, and the signs in it, any digit as ``0``."""
    tokens = plain_words(lowered)
    marks = lowered.encode("utf-8", "replace").translate(_ZEROS, _UNMARKED)
    if marks:
        tokens += [mark for mark in _MARKS if mark in marks]
    if not lowered.isascii():
        for mark in _RARE_MARK.findall(lowered):
            tokens += (_DIGIT, _NUMBER) if mark.isdigit() else (mark.encode(),)
    return tokens
