"""What an element's tag, role, class and id say of its purpose.

An element's name and attributes enter, a set of evidence names leaves; `region` weighs them. A
word here is a word that page authors and content systems use for that purpose in general, never
one site's own name. For this package only.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.formats.html.wording import plain_words

TAGS: dict[str, str] = {
    "nav": "navigation",
    "menu": "navigation",
    "header": "header",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "fieldset": "form",
    "label": "form",
    "legend": "form",
    "button": "control",
    "dialog": "overlay",
    "main": "main",
    "article": "article",
    "address": "contact",
    "figcaption": "caption",
    "caption": "caption",
    "blockquote": "quotation",
    "time": "dateline",
}
"""HTML element -> what the standard says it is for."""

ROLES: dict[str, str] = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "menuitem": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "form": "form",
    "button": "control",
    "tab": "control",
    "tablist": "control",
    "listbox": "control",
    "dialog": "overlay",
    "alertdialog": "overlay",
    "alert": "overlay",
    "main": "main",
    "article": "article",
}
"""WAI-ARIA role -> the same names."""

MARKED = frozenset({"navigation", "header", "footer", "aside", "form", "control", "overlay"})
"""Evidence of tags and roles by which an author marks furniture."""

WORDS: dict[str, str] = {
    word: name
    for name, words in {
        "menu words": "nav navbar navigation menu menus menubar megamenu submenu dropdown topnav "
        "topbar sitenav breadcrumb breadcrumbs crumb crumbs toolbar skip sitemap offcanvas "
        "hamburger drawer",
        "header words": "header masthead banner logo branding site-header topbar",
        "footer words": "footer foot colophon copyright legal bottom",
        "aside words": "sidebar aside side rail secondary widget widgets complementary",
        "notice words": "cookie cookies consent gdpr ccpa onetrust popup modal overlay lightbox "
        "toast notification notice alert interstitial paywall dialog",
        "share words": "share sharing shares social socials follow addthis sharethis addtoany "
        "twitter facebook linkedin pinterest whatsapp",
        "related words": "related recommended recommendations recommend similar trending popular "
        "more also latest recent recirc recirculation teaser teasers card cards carousel slider "
        "upsell readmore next prev previous adjacent pager pagination",
        "reader words": "comment comments disqus respond reply replies review reviews rating "
        "ratings testimonial testimonials",
        "promotion words": "ad ads advert advertisement advertising adsense sponsor sponsored "
        "promo promotion newsletter subscribe subscription signup optin mailchimp cta donate "
        "donation shop product products price pricing buy cart",
        "about words": "author authors byline bio meta metadata date posted published tags tag "
        "taxonomy category categories avatar credits credit reviewer reviewed user username "
        "userinfo member profile poster",
        "form words": "form search searchbox login signin register contact input field",
        "contents words": "toc tableofcontents contents jump anchors outline onthispage",
        "content words": "content article entry post story text body main page prose copy rich "
        "richtext wysiwyg blog news detail details single",
        "hidden words": "hidden hide invisible visuallyhidden sr screen offscreen assistive",
    }.items()
    for word in words.split()
}
"""Word of a class or id -> evidence."""

_UNMEANT = "user-items"
"""Letters of a name whose words do not mean what they say: Squarespace's lists of cards."""

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}")
"""Words of ``site-nav``, ``siteNav``, ``site_nav2``; digits and hashes fall away."""

_KNOWN = {word.encode(): name for word, name in WORDS.items()}

_LONGEST = 500
"""Characters of a class or an id that are looked at."""

_UNSAID = frozenset({"html", "body"})
"""Elements whose classes describe the whole page's state ("has-sidebar menu-closed")."""

_SAYING = frozenset({"class", "id", "role", "aria-hidden"})
HIDING = frozenset({"hidden", "style"})
"""Attributes that say what an element is for, and those that say that it is not shown."""

_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def evidence_of(name: str, attributes: Mapping[str, str]) -> frozenset[str]:
    """Return what one element says of its content's purpose.

    ``name`` is the tag's, lower case; ``attributes`` its own, values as strings.
    """
    said = _UNNAMED.get(name, _NOTHING)
    if _SAYING.isdisjoint(attributes):
        return said
    if "role" in attributes:
        said |= _BY_ROLE.get(attributes["role"], _NOTHING)
    if name in _UNSAID:
        return said
    if "class" in attributes:
        said |= _named(attributes["class"])
    if "id" in attributes:
        said |= _named(attributes["id"])
    return said | _HIDDEN if attributes.get("aria-hidden") == "true" else said


_NOTHING: frozenset[str] = frozenset()
_UNNAMED = {name: frozenset({said}) for name, said in TAGS.items()}
"""What elements say by their tag."""

_BY_ROLE = {role: frozenset({said}) for role, said in ROLES.items()}
_HIDDEN = frozenset({"hidden words"})


@lru_cache(maxsize=4096)
def _named(names: str) -> frozenset[str]:
    """Return what a class or an id says; the same few recur all over a page and a site.

    Names without a capital are taken apart by a table and a split, in a third of the time.
    """
    names = names[:_LONGEST].replace(_UNMEANT, "")
    if names != names.lower():
        words = map(str.lower, _WORD.findall(names))
        return frozenset([WORDS[word] for word in words if word in WORDS])
    return frozenset([_KNOWN[word] for word in plain_words(names) if word in _KNOWN])


def is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether the element says of itself that it is not shown.

    A closed ``<dialog>``, the ``hidden`` attribute (except ``until-found``, which searching in the
    page opens), and inline styles; style sheets are not read.
    """
    if name == "dialog" and "open" not in attributes:
        return True
    if HIDING.isdisjoint(attributes):
        return False
    hidden = attributes.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = attributes.get("style")
    return style is not None and _INVISIBLE.search(style) is not None
