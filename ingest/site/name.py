"""The organisation's name in furniture, by what points to it.

Lines, the address and the domain enter, a name leaves. Pure.

No line says "this is our name". What points to one: it stands right above the address (as on an
envelope); the copyright line names it as holder; its words or initials make up the domain
("Institute of Interventional Pain Management", ioipm.com); it ends in a word for an organisation.
"""

import re
from collections.abc import Sequence

from ingest.formats.wording import ORGANISATIONS
from ingest.site.address import Address
from ingest.site.lines import places_of
from ingest.wording import Words, words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABOVE_ADDRESS = 2
_COPYRIGHT = 3
_DOMAIN = 3
_ORGANISATION = 1
_ENOUGH = 3
"""Weights of the cues. The holder of the copyright, or a match with the domain, is enough by
itself; the line above the address needs a second cue, for it may be "Find us here"."""

_LINES_ABOVE = 3
"""Lines above the address in which the name is looked for: the name, a department, a label."""

_LONGEST_WORDS = 10
_LONGEST_CHARACTERS = 80

_ORGANISATIONS = ORGANISATIONS | _words(
    "dentistry health healthcare medicine physician program rehab rehabilitation school service "
    "surgery system therapy wellness pc pa gmbh"
)
"""Words, singular, with which names of organisations end or which they hold."""

_RIGHTS = re.compile(
    r"[\s,.\-–—]*(?:all\s+rights\s+reserved|rights\s+reserved|terms|privacy|powered\s+by"
    r"|(?:web\s?)?site\s+by|designed\s+by).*$",
    re.IGNORECASE,
)
_COPYRIGHT_SIGN = re.compile(r"©|\(c\)(?=\s*\d{4}|\s+[A-Z])|\bcopyright\b", re.IGNORECASE)
_STATES_COPYRIGHT = re.compile(
    r"©|\(c\)\s|\bcopyright\b.*\d{4}|\d{4}.*\ball rights reserved", re.IGNORECASE
)
"""A sign or a year; the word alone is the name of a link ("Copyright Policy")."""
_COPYRIGHT_SIGNS = ("©", "(c)", "copyright", "all rights")
# One of which every such statement holds, in lower case: a quick look before the long one.
_MOTTO = re.compile(r"\s+[-–—|·:]\s.*$")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|present))?")
_NOT_NAME = re.compile(
    r"[\d@]|https?:|:\s|www\.|[!?:…]$|\w\.$"
    r"|^(?:the\s+)?(?:contact|address|locations?|visit|find|our|we|get|call|directions?|map|hours"
    r"|office|follow|connect|quick|main|mailing|request|book|schedule|make|click|view|learn|read"
    r"|subscribe|home|about|menu|search|appointments?|new patients?|phone|tel|fax|email|copyright"
    r"|all rights|powered|privacy|terms|skip|back|close)\b",
    re.IGNORECASE,
)
"""Lines that are no names: with figures or addresses in them, sentences, calls to do something."""
_ABBREVIATED_END = re.compile(
    r"\b(?:inc|co|ltd|corp|p\.?\s?c|p\.?\s?a|assoc|llc)\.$", re.IGNORECASE
)
_LETTERS = re.compile(r"[a-z]+")
_FEWEST_WORDS = 2
# Words that make up a domain: one alone may be a word of any line.
_SMALL_WORDS = _words("a an and at de for in la le of on the und y")
_SMALL_OPENINGS = frozenset(word[0] for word in _SMALL_WORDS)
# A line that begins neither so nor as the domain does is none of its words.


def find_name(lines: Sequence[str], address: Address | None, domain: str | None) -> str | None:
    """Return the organisation's name, as written, or None where nothing points to one."""
    holders = _holders(lines, domain)
    above = _above(lines, address)
    by_copyright = frozenset(map(words, holders))
    scores: dict[Words, int] = {}
    written: dict[Words, str] = {}
    for name in (*above, *holders, *_spelling_domain(lines, domain)):
        folded = words(name)
        if folded and folded not in written:
            written[folded] = name
            scores[folded] = (
                _ABOVE_ADDRESS * (name in above)
                + _COPYRIGHT * (folded in by_copyright)
                + _DOMAIN * _makes_up(name, domain)
                + _ORGANISATION * (len(folded) > 1 and bool(_ORGANISATIONS.intersection(folded)))
            )
    best = max(scores, key=lambda folded: scores[folded], default=())
    return written[best] if best and scores[best] >= _ENOUGH else None


def _spelling_domain(lines: Sequence[str], domain: str | None) -> list[str]:
    """Return the lines that may be the name because they make up the domain."""
    if domain is None:
        return []
    openings = {_label(domain)[:1], *_SMALL_OPENINGS}
    named = [
        line
        for line in lines
        if (opening := line[:1]).isupper()
        and (opening.lower() in openings or not opening.isascii())
        and _makes_up(line, domain)
    ]
    return list(filter(_looks_like_name, named))


def _above(lines: Sequence[str], address: Address | None) -> tuple[str, ...]:
    """Return the nearest text above the address, or before it on its line, that may be a name."""
    if address is None:
        return ()
    if _looks_like_name(address.lead):
        return (address.lead,)
    near = range(address.first - 1, max(address.first - 1 - _LINES_ABOVE, -1), -1)
    return tuple(lines[place] for place in near if _looks_like_name(lines[place]))[:1]


def _looks_like_name(line: str) -> bool:
    return (
        line[:1].isupper()
        and len(line) <= _LONGEST_CHARACTERS
        and len(line.split()) <= _LONGEST_WORDS
        and (_NOT_NAME.search(line) is None or _ABBREVIATED_END.search(line) is not None)
    )


def _holders(lines: Sequence[str], domain: str | None) -> list[str]:
    """Return whom copyright lines name, unless it is only the domain or nobody."""
    stating = [lines[place] for place in places_of(_COPYRIGHT_SIGNS, lines)]
    found = [_holder(line, domain) for line in stating if _STATES_COPYRIGHT.search(line)]
    return [holder for holder in found if holder is not None]


def _holder(line: str, domain: str | None) -> str | None:
    rest = _RIGHTS.sub("", _YEARS.sub(" ", _COPYRIGHT_SIGN.sub(" ", line)))
    holder = _MOTTO.sub("", re.sub(r"[\s®™]+", " ", rest).strip(" ,;:-–—|·."))
    holder = re.sub(r"^(?:by|the content of)\s+", "", holder, flags=re.IGNORECASE)
    return holder if holder.lower() != domain and _looks_like_name(holder) else None


def _label(domain: str) -> str:
    """Return what is the domain's own of it: "harbourpain" of "harbour-pain.org"."""
    return domain.split(".")[-2].replace("-", "")


def _makes_up(name: str, domain: str | None) -> bool:
    """Whether the words of ``name``, or their initials, are the domain's own label."""
    if domain is None or not name:
        return False
    label = _label(domain)
    if len(name) < len(label) or len(name) > _LONGEST_CHARACTERS:
        return False
    every = _LETTERS.findall(name.lower().replace("'", ""))
    telling = [word for word in every if word not in _SMALL_WORDS]
    return _spell(every, label) or (len(telling) < len(every) and _spell(telling, label))


def _spell(said: Sequence[str], label: str) -> bool:
    """Whether two words or more are ``label``, run together or by their initials."""
    if len(said) < _FEWEST_WORDS or said[0][0] != label[:1]:
        return False
    return "".join(said) == label or "".join([word[0] for word in said]) == label
