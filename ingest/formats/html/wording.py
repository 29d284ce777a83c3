"""What a block's own words say of its purpose: phrases that stand in the furniture of any site.

Text enters, names of evidence leave; `features` weighs them together with everything else, so
that one phrase alone decides nothing. For this package only.
"""

import re

_PHRASES: dict[str, str] = {
    "says copyright": r"©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b",
    "says policy": r"\b(?:privacy|cookies?) (?:policy|notice|statement|settings)\b"
    r"|\bterms (?:of|and|&) |\bwe use cookies\b|\buses cookies\b|\baccept (?:all|cookies)\b",
    "says subscribe": r"\bsubscribe\b|\bnewsletter\b|\bsign(?:ing)? up\b|\bjoin our\b|\blog ?in\b"
    r"|\bcreate an account\b|\bdelivered to your inbox\b|\bunsubscribe\b",
    "says share": r"^share\b|\bshare (?:this|on|via)\b|\bfollow us\b|^tweet\b|^print\b|^email\b"
    r"|\bcopy link\b|\bfacebook\b|\blinkedin\b|\bpinterest\b|\binstagram\b",
    "says more": r"\b(?:read|learn|view|see|show|load|discover|find out) (?:more|all)\b"
    r"|^(?:related|recent|latest|popular|trending|recommended|more) |\byou (?:may|might) also\b"
    r"|^(?:next|previous|prev|older|newer|back to)\b|\bkeep reading\b|\bfurther reading\b",
    "says reply": r"\bleave a (?:reply|comment)\b|\bcomments?\b.{0,12}$|^\d+ comments?\b|^reply\b"
    r"|\bpost a comment\b|\byour email address will not be published\b|^says:",
    "says buy": r"\badd to (?:cart|bag|basket)\b|\bbuy now\b|\bshop now\b|\bbook (?:now|a|an)\b"
    r"|\bget started\b|\bdownload (?:now|the app|our)\b|\bfree (?:trial|shipping)\b|[$€£] ?\d"
    r"|\bcontact us\b|\bcall (?:us|now)\b|\brequest (?:a|an)\b|\bschedule (?:a|an|your)\b",
    "says who wrote": r"^(?:written |posted |published |reviewed |medically reviewed |updated )?by "
    r"|^about the author\b|\blast (?:updated|reviewed|modified)\b|\bmin(?:ute)?s? read\b"
    r"|^(?:posted|published|updated)\b|^tags?:|^categor(?:y|ies):|^filed under\b",
    "says advertisement": r"^advertisement|\bsponsored\b|\baffiliate\b|\bpartner content\b",
    "says skip": r"^skip to\b|^menu$|^search\b|^close$|^toggle |^open menu|^home$|\bbreadcrumb",
    "says references": r"^(?:references|sources|citations|bibliography|footnotes)\b",
    "says date": r"^\W*(?:\w+day,? )?(?:\d{1,2}[ ./-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)[a-z]*\.?,? \d{1,4}(?:,? \d{4})?\W*$|^\W*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W*$",
    "says contact": r"[\w.]+@[\w-]+\.\w+|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|^(?:tel|phone|fax)\b",
}
"""Evidence -> what the text says, in lower case. English, as the labelled pages are."""

_COMPILED = {name: re.compile(pattern) for name, pattern in _PHRASES.items()}

NAMES = tuple(_PHRASES)

_LONGEST = 400
"""Characters looked at: phrases of furniture stand in short blocks or at their beginning."""


def says(text: str) -> tuple[str, ...]:
    """Return the names of the evidence that the opening of ``text`` gives."""
    lowered = text[:_LONGEST].lower()
    return tuple(name for name, pattern in _COMPILED.items() if pattern.search(lowered))
