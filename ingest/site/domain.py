"""The web domain that a page's furniture names.

Lines enter, a domain in lower case leaves. Pure.
"""

import re
from collections import Counter
from collections.abc import Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DOMAIN = re.compile(
    r"(?P<mark>https?://|www\.|[\w.+-]+@)?(?P<domain>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+"
    r"(?:com|org|net|edu|gov|mil|int|info|biz|health|care|clinic|dental|doctor|hospital|center|life"
    r"|[a-z]{2}))\b(?!\s*\()(?:/\S*)?",
    re.IGNORECASE,
)
"""A domain ends in a country code or one of the usual generic endings; an unknown ending is more
often two sentences glued together ("Smith.Please")."""

_ENDING = re.compile(r"\.[a-z]{2}", re.IGNORECASE)
# What every domain holds: a quick look before the long one.

_REPEATED = re.compile(r"(.+?)\1+")

_OTHERS = _words(
    "facebook.com twitter.com x.com instagram.com linkedin.com youtube.com youtu.be tiktok.com "
    "pinterest.com google.com goo.gl apple.com whatsapp.com yelp.com vimeo.com wordpress.com "
    "wordpress.org wix.com squarespace.com godaddy.com gmail.com yahoo.com hotmail.com outlook.com "
    "aol.com icloud.com msn.com"
)
"""Domains that a site's furniture names without being its own: networks, builders, mail."""

_SHORTEST_NAME = 3
"""Letters before the ending; "e.g." and "p.m." have fewer."""


_COPYRIGHT = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)


def find_domain(lines: Sequence[str]) -> str | None:
    """Return the domain that ``lines`` name most often, without "www.", or None.

    It counts where it is meant as an address: with "www.", "https://" or a mailbox before it, alone
    on its line, or in the copyright line. Elsewhere it may be a shop, a file or a brand.
    """
    named: Counter[str] = Counter()
    for line in lines:
        if "." not in line or _ENDING.search(line) is None:
            continue
        for match in _DOMAIN.finditer(line):
            domain = _unrepeated(match["domain"].lower()).removeprefix("www.")
            meant = match["mark"] or match.group() == line or _COPYRIGHT.search(line)
            if meant and _is_own(domain):
                named[domain] += 1
    return named.most_common(1)[0][0] if named else None


def _unrepeated(domain: str) -> str:
    """Return what ``domain`` repeats: dumps run a logo's texts together ("ioipm.comioipm.com")."""
    repeated = _REPEATED.fullmatch(domain)
    return repeated[1] if repeated else domain


def _is_own(domain: str) -> bool:
    known = any(domain == other or domain.endswith(f".{other}") for other in _OTHERS)
    longest = max(map(len, domain.split(".")[:-1]))
    return not known and longest >= _SHORTEST_NAME
