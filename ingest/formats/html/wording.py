"""What a block's own words say of its purpose: phrases that stand in the furniture of any site.

Text enters, names of evidence leave; `features` weighs them together with everything else, so
that one phrase alone decides nothing. English, as the labelled pages are. For the formats of
`ingest`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


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

_BY_WORD = {
    word.encode(): tuple(
        (cue.name, cue.pattern.search) for cue in CUES if word in cue.words.split()
    )
    for word in " ".join(cue.words for cue in CUES).split()
}
"""Word -> name and search of each cue that has it."""

_WORDS = frozenset(_BY_WORD)

_LINE = ord("\n")
_OTHERS = bytes(sign for sign in range(256) if not ord("a") <= sign <= ord("z") and sign != _LINE)
_LETTERS = bytes.maketrans(_OTHERS, b" " * len(_OTHERS))
"""Bytes of lower-case text -> the same with all but its plain letters and line ends as spaces: a
table and a split find words in a third of a regular expression's time."""

_DIGITS = b"0123456789"
_DIGIT = b"0"
_NUMBER = _DIGIT * 10
_MARKS = (_DIGIT, _NUMBER, b"@", b"$")
_ZEROS = bytes.maketrans(_DIGITS, _DIGIT * len(_DIGITS))
_UNMARKED = bytes(set(range(256)).difference(_DIGITS, *_MARKS, [_LINE]))
_RARE_MARK = re.compile(r"[©€£]|\d")

_LONGEST = 160
"""Characters looked at: phrases of furniture stand in short blocks or at their beginning."""

_NOTHING: frozenset[str] = frozenset()


def says(text: str) -> frozenset[str]:
    """Return the names of the evidence that the opening of ``text`` gives."""
    return what_each_says([text])[0]


def what_each_says(texts: Sequence[str]) -> list[frozenset[str]]:
    """Return for each of ``texts`` the names of the evidence that its opening gives.

    They are taken apart as the lines of one text, for which a page costs little more than a line.
    """
    if not texts:
        return []
    page = "\n".join([text[:_LONGEST].replace("\n", " ") for text in texts]).lower()
    coded = page.encode("utf-8", "replace")
    words = coded.translate(_LETTERS).split(b"\n")
    marks = coded.translate(_ZEROS, _UNMARKED).split(b"\n")
    found: list[frozenset[str]] = []
    for line, line_words, line_marks in zip(page.split("\n"), words, marks, strict=True):
        known = _WORDS.intersection(line_words.split())
        if line_marks or not line.isascii():
            known |= _marks_in(line, line_marks)
        found.append(_found_in(line, known) if known else _NOTHING)
    return found


def _marks_in(line: str, plain: bytes) -> frozenset[bytes]:
    """Return the signs and numbers that cues know; ``plain`` are those of ASCII, digits as 0."""
    marks = {mark for mark in _MARKS if mark in plain}
    for mark in () if line.isascii() else _RARE_MARK.findall(line):
        marks.update((_DIGIT, _NUMBER) if mark.isdigit() else (mark.encode(),))
    return _WORDS & marks


def _found_in(line: str, known: Iterable[bytes]) -> frozenset[str]:
    """Return the evidence of the cues that have a word of ``known`` and whose pattern is found."""
    found: set[str] = set()
    for word in known:
        for name, search in _BY_WORD[word]:
            if name not in found and search(line):
                found.add(name)
    return frozenset(found)


def plain_words(lowered: str) -> list[bytes]:
    """Return the words of lower-case text, each a run of plain letters."""
    return lowered.encode("utf-8", "replace").translate(_LETTERS).split()
