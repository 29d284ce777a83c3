"""Words that tell what a line is for: function words of prose, and what only furniture says.

Imported by the measures of the text format, and by what reads furniture.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases parted by semicolons, the rest of each under its first word."""
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in text.split("; "):
        first, *rest = phrase.split()
        phrases[first] = (*phrases.get(first, ()), tuple(rest))
    return phrases


_ENGLISH_STOP_WORDS = _words(
    "a about after all also an and any are as at be because been before being between both "
    "but by can could did do does during each either few for from had has have having he her "
    "him his how i if in into is it its may might more most must no not of off on once one "
    "only or other our out over own she should so some such than that the their them then "
    "there these they this those through to too under until up very was we were what when "
    "where which while who whom why will with would you your"
)

_OTHER_STOP_WORDS = _words(
    # French
    "au aux avec ce ces cette dans de des du elle en est et il ils la le les leur mais ne nous ou "
    "par pas peut plus pour qu que qui sa se ses si sont sur un une vous votre être à après "
    # Spanish
    "al como con cuando de del el en entre es esta este la las lo los más muy no o para pero por "
    "puede que se ser si sin son su sus también un una uno y "
    # German
    "aber als am auch auf aus bei bis das dass dem den der des die durch ein eine einen einer es "
    "für ich ihr im in ist kann mit nach nicht oder sich sie sind und vom von vor wenn wie wird zu "
    "zum zur über"
)

STOP_WORDS = _ENGLISH_STOP_WORDS | _OTHER_STOP_WORDS
"""Function words: prose is a third to a half of them, menus hardly any. Besides English those of
the languages that a clinic's leaflets are most often translated into, as far as known here."""

FURNITURE_WORDS = _words(
    "cookie cookies newsletter newsletters subscribe subscription unsubscribe register "
    "copyright privacy terms disclaimer accessibility sitemap careers donate advertise "
    "advertisement advertising sponsored share tweet facebook twitter linkedin instagram "
    "youtube pinterest tiktok whatsapp recaptcha captcha navigation menu search close submit "
    "toggle login logout related recommended trending popular latest previous next comment "
    "comments reply attachment attachments upload hours mon monday tue tues tuesday wed "
    "wednesday thu thursday fri friday sat saturday sun sunday tel phone fax suite "
    "appointment appointments location locations directions shop cart checkout download tags "
    "category categories archive archives print accept reject decline preferences consent "
    "account password username email rss feed home faq blog news events press media language "
    "english español "
    # French
    "accueil confidentialité mentions actualités rechercher connexion inscription partager "
    # Spanish
    "inicio privacidad cookies noticias buscar compartir citas contacto "
    # German
    "startseite impressum datenschutz datenschutzerklärung kontakt suche anmelden sprechzeiten"
)
"""Words of menus, forms, footers, notices and teasers."""

FORM_WORDS = _words(
    "name first last your date of birth message subject comments reason for visit send required "
    "contact address street zip postcode email telephone mobile book request schedule make an a "
    "appointment online opening am pm to closed and sun sat"
)
"""What forms ask and say, and what stands between days and hours; with the words of furniture they
make up whole lines. The model does not know them."""

FURNITURE_PHRASES = _phrases(
    "sign up; sign in; sign out; log in; log out; my account; all rights reserved; site map; "
    "contact us; about us; follow us; connect with; drop us; get in touch; powered by; skip to; "
    "back to top; read more; learn more; see all; view all; view more; show more; load more; "
    "see more; you may also; you might also; up next; leave a; your email; your e-mail; your name; "
    "first name; last name; required field; required fields; attach file; attach files; app store; "
    "google play; min read; mins read; minute read; minutes read; written by; reviewed by; find a; "
    "book now; book online; get started; free trial; request a; table of contents; on this page; "
    "in this article; mentions légales; plan du site; nous contacter; prendre rendez-vous; "
    "droits réservés; aviso legal; aviso de privacidad; derechos reservados; pedir cita; "
    "mapa del sitio; alle rechte vorbehalten; termin vereinbaren"
)
"""What menus, forms, bylines and teasers say."""

STATEMENT_PHRASES = _phrases(
    "copyright; all rights reserved; recaptcha; use cookies; uses cookies; accept all; "
    "privacy policy; newsletter; powered by; skip to; sign up for; tous droits réservés; "
    "politique de confidentialité; mentions légales; todos los derechos reservados; "
    "política de privacidad; aviso de privacidad; aviso legal; alle rechte vorbehalten"
)
"""What hardly ever stands in an article, however long the line."""

ADDRESS_SIGNS = ("@", ".com", ".org", ".net")
"""What mail and web addresses have in them."""

CONTACT = re.compile(
    r"(?<![\d.,])(?:\+\d{1,3}[\s.\-]?)?\(?\d{3,5}\)?[\s.\-]{1,2}\d{3,4}[\s.\-]?\d{3,4}\b"
    r"|\b[A-Z]{2} \d{5}\b"  # an American post code
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"  # a British one
)
"""Telephone numbers and post codes."""

TIME = re.compile(r"\b\d{1,2}(?::\d{2}(?!\d)|(?:[.:]\d{2})?\s?[ap]\.?m\b)")
"""Times of day: most are opening hours, but medicines are taken at times as well."""

ORGANISATIONS = _words(
    "academy associate association center centre clinic college company consultant department "
    "foundation group hospice hospital institute laboratory network organization organisation "
    "partner pharmacy practice society specialist trust university inc llc llp ltd pllc plc"
)
_ORGANISATIONS_OF_SEVERAL = _words("associates partners specialists consultants clinics hospitals")
"""Words, singular, with which the names of organisations end, and hardly anything else, and those
that are plural in such names: "Best practices" is none."""

_AFTER_ORGANISATION = re.compile(r"\s+(?:of|at|for|in)\s|,|\s[-–—|]\s")


def names_organisation(text: str) -> bool:
    """Return whether ``text`` has the form of an organisation's name ("Hand Institute of Ohio")."""
    said = _AFTER_ORGANISATION.split(text, maxsplit=1)[0].lower().split()
    ends = said[-1].strip(".") if len(said) > 1 else ""
    return ends in ORGANISATIONS or ends in _ORGANISATIONS_OF_SEVERAL
