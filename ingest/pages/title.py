"""The title of a page: what it shows as such; else what it asks about, or opens by explaining.

A page's content and what its format took for the title enter, the title leaves. Pure. Used by
`ingest.pages.page`.

A title that every leaflet of a series has ("Patient information", "Overview") says nothing of this
one. Then, as where a page shows none, what it is about stands in its first words ("Sciatica is the
name given to ..."), and in its headings ("What causes sciatica?").
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from index.aspect import Aspect
from ingest.aspects.bare import bare_aspect
from ingest.aspects.placing import place_heading
from ingest.blocks import Block, Extract, Heading, Text
from ingest.conditions.statements import RunningText
from ingest.conditions.titles import name_in_title, without_asker
from ingest.names import name_words, names_condition, names_treatment, unshouted
from ingest.publications import is_series_title
from ingest.wording import words

_NAME_WORDS = 6
"""Words up to which what stands before a verb is a name, and not half a sentence."""

_VERBS = frozenset({"is", "are", "means", "refers", "describes", "occurs", "happens", "affects"})
_EXPLAINS = frozenset(
    {"a", "an", "the", "one", "when", "means", "refers", "describes", "occurs", "happens"}
)
# What shows that the verb explains the name: "is a", "are the", "occurs when", "means that". So
# does a noun for conditions: "Sciatica is pain that ...".
_ARTICLES = frozenset({"a", "an", "the"})
_DEFINITIONS = frozenset({("what", "is"), ("what", "are")})
_POINTING = frozenset({"it", "this", "that", "these", "they", "there", "my", "your", "i", "you"})
# A question that points at a thing does not name it.


def title_of(extract: Extract, source: str) -> str:
    """Return the title of the page that ``extract`` holds.

    Args:
        extract: the raw page as its format's reader gives it.
        source: path of the raw file; its name is the title of a page that has no other.
    """
    shown = without_asker(unshouted((extract.title or "").strip()))
    if shown and not is_series_title(shown) and not _is_overview(shown):
        return shown
    stem = PurePosixPath(source).stem.replace("-", " ").replace("_", " ").strip()
    told = next(_told(extract.content, shows_one=bool(shown)), "")
    return told or shown or stem[:1].upper() + stem[1:] or source


def _told(content: Sequence[Block], *, shows_one: bool) -> Iterator[str]:
    """Yield what may be the title of a page, the surest first.

    Where the page ``shows_one`` that says nothing, the heading of a part gives way to it unless
    it names a condition or a treatment: an "Introduction" stays what it is.
    """
    headings = [block.text for block in content if isinstance(block, Heading)]
    opening = next((block for block in content if isinstance(block, Text | Heading)), None)
    if isinstance(opening, Heading) and _may_name(opening.text, shows_one=shows_one):
        yield opening.text
    text = next((block.text for block in content if isinstance(block, Text)), "")
    explained = _explained(text)
    if explained and _is_borne_out(explained, text, headings):
        yield _capitalised(explained)
    yield from map(_capitalised, _asked_about(headings))
    if headings and _may_name(headings[0], shows_one=shows_one):
        yield headings[0]
    yield from map(_capitalised, _defined(headings))


def _is_topic(name: str) -> bool:
    return names_condition(name) or names_treatment(name)


def _is_overview(title: str) -> bool:
    """Whether ``title`` only says that the page introduces something ("General overview")."""
    placement = bare_aspect(title)
    return placement is not None and placement.aspect is Aspect.OVERVIEW


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _asked_about(headings: Sequence[str]) -> Iterator[str]:
    """Yield the condition that several headings speak of ("What causes gout?", "Gout in women")."""
    names = [name_in_title(heading).name for heading in headings]
    counted = Counter(words(name) for name in names if names_condition(name))
    most = next(iter(counted.most_common(1)), ((), 0))
    yield from (name for name in names if most[1] > 1 and words(name) == most[0])


def _defined(headings: Sequence[str]) -> Iterator[str]:
    """Yield what one heading asks the nature of ("What is regional anaesthesia?").

    A page that asks it of several things is on none of them alone.
    """
    names: dict[tuple[str, ...], str] = {}
    for heading in headings:
        asked = words(without_asker(heading))
        name = name_in_title(heading).name
        is_thing = _is_topic(name) or place_heading(name) is None
        if asked[:2] in _DEFINITIONS and is_thing and _POINTING.isdisjoint(asked):
            names.setdefault(words(name), name)
    yield from names.values() if len(names) == 1 else ()


def _explained(text: str) -> str:
    """Return what the first sentence of ``text`` says something of: the words before its verb."""
    said = text.split(maxsplit=_NAME_WORDS + 2)
    start = 1 if said and said[0].lower() in _ARTICLES else 0
    end = next((at for at, word in enumerate(said) if word.lower() in _VERBS), start)
    name = " ".join(said[start:end]).rstrip(",")
    return "" if any(sign in name for sign in ".:;!?") else name


def _is_borne_out(name: str, text: str, headings: Sequence[str]) -> bool:
    """Whether a heading speaks of ``name`` too, or it has a name's form and is explained.

    A page may open with what it comes to in a word ("Pain is expected after surgery"); a condition
    with a name of several words is what it is on.
    """
    if RunningText.of(headings).holds(words(name)):
        return True
    after = text[text.index(name) + len(name) :].split(maxsplit=3)[:2]
    explaining = _EXPLAINS | name_words().called_condition
    explains = not explaining.isdisjoint(word.lower() for word in after)
    if names_condition(name):
        return explains or len(words(name)) > 1
    return explains and names_treatment(name)


def _may_name(heading: str, *, shows_one: bool) -> bool:
    """Whether a heading names what a page may be about, alone or against others ("Gout vs. RA")."""
    named = name_in_title(heading)
    if is_series_title(heading) or not named.name or (shows_one and not _is_topic(named.name)):
        return False
    return named.contrasted or place_heading(heading) is None
