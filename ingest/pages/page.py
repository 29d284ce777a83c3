"""From an Extract to a Page: outline, conditions, aspects, labels and anchors put together.

One raw page's blocks enter, its structured document leaves. Pure: nothing of other pages, no file,
no clock. Used by `ingest.pages.reader`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from index.aspect import Aspect
from index.document import Page
from index.site import SiteFacts
from index.text import display_heading, slugify
from ingest.aspects.bare import bare_aspect
from ingest.blocks import Block, Bullet, Extract, Heading, Text
from ingest.conditions.attribution import Attributor
from ingest.conditions.categories import Menu, category_of
from ingest.conditions.coverage import Coverage, coverage_of
from ingest.conditions.evidence import PageText
from ingest.conditions.labels import label_of
from ingest.conditions.mentions import KnownConditions
from ingest.conditions.titles import longest_first, name_in_title, short_names, title_names
from ingest.outline.anchors import with_unique_anchors
from ingest.outline.parts import with_missed_headings
from ingest.outline.run_in import with_run_in_headings
from ingest.outline.series import with_series_filled
from ingest.outline.tree import Node, outline, overruled
from ingest.pages.dates import stated_dates
from ingest.pages.explanations import Explanation, Note
from ingest.pages.sections import Subject, Unplaced, build_sections
from ingest.pages.title import title_of
from ingest.publications import is_series_title
from ingest.vocabulary import Vocabulary
from ingest.wording import Words, words


@dataclass(frozen=True, slots=True)
class Understood:
    """A page, and why it reads as it does."""

    page: Page
    notes: tuple[Note, ...]

    @property
    def explanations(self) -> tuple[Explanation, ...]:
        """Each decision and what it rests on, in page order."""
        return tuple(note() for note in self.notes)


def build_page(
    extract: Extract, *, source: str, content_hash: str, site: SiteFacts, vocabulary: Vocabulary
) -> Page:
    """Return the Page that ``extract`` holds; see `understand`."""
    return understand(
        extract, source=source, content_hash=content_hash, site=site, vocabulary=vocabulary
    ).page


def understand(
    extract: Extract, *, source: str, content_hash: str, site: SiteFacts, vocabulary: Vocabulary
) -> Understood:
    """Return the Page that ``extract`` holds, with the reason for each decision.

    Args:
        extract: the raw page as its format's reader gives it.
        source: path of the raw file relative to the raw folder, with forward slashes.
        content_hash: SHA-256 of the raw bytes, hex.
        site: what this page's furniture says of the clinic; its menu tells conditions and category.
        vocabulary: what staff declare.
    """
    title = title_of(extract, source)
    content = _content(extract, title, vocabulary)
    menu = Menu.of(site.menu)
    page_text = _page_text(content)
    coverage = coverage_of(title, page_text, menu)
    names = _names(title, coverage)
    nodes = _nodes(content, extract.before, title, coverage, names)
    built = build_sections(nodes, _subject(title, coverage, vocabulary, page_text, names))
    page = Page(
        slug=slugify(PurePosixPath(source).stem),
        title=title,
        source=source,
        content_hash=content_hash,
        aliases=tuple(dict.fromkeys((*extract.aliases, *coverage.abbreviations))),
        category=category_of(title, coverage.covered, menu),
        conditions=coverage.covered,
        sections=with_unique_anchors(built.sections),
        dated=stated_dates((*extract.before, *extract.content, *extract.after)),
        site=site,
        warnings=(
            *extract.repairs,
            *_shortcomings(content),
            *(_unplaced_warning(heading) for heading in built.unplaced),
        ),
    )
    return Understood(page, built.notes)


def _content(extract: Extract, title: str, vocabulary: Vocabulary) -> tuple[Block, ...]:
    """Return the content with headings put right, staff's word last."""
    named = name_in_title(title)
    parts = [words(part) for part in named.parts] if len(named.parts) > 1 else []
    apart = with_run_in_headings(with_series_filled(extract.content), title_names(title))
    headed = with_missed_headings(apart, title_names(title), parts)
    return overruled(headed, vocabulary)


def _nodes(
    content: Sequence[Block],
    before: Sequence[Block],
    title: str,
    coverage: Coverage,
    names: Sequence[Words],
) -> tuple[Node, ...]:
    condition_names = frozenset(words(condition.name) for condition in coverage.known)
    return _lifted(outline(content, names, condition_names, before), title)


def _subject(
    title: str,
    coverage: Coverage,
    vocabulary: Vocabulary,
    page_text: PageText,
    names: tuple[Words, ...],
) -> Subject:
    covered = tuple(condition.name for condition in coverage.covered)
    known = KnownConditions.of(coverage.known)
    return Subject(
        title=title,
        names=names,
        attributor=Attributor(known, covered, known.unnamed_in(page_text.running)),
        vocabulary=vocabulary,
        topic=coverage.topic,
        aspect=_aspect_of_title(title, coverage),
    )


def _aspect_of_title(title: str, coverage: Coverage) -> Aspect:
    """Return the one aspect that ``title`` tells ("Symptoms of gout"), else overview."""
    is_on_one = len(coverage.covered) == 1
    placement = bare_aspect(title, _condition_names(coverage)) if is_on_one else None
    return placement.aspect if placement else Aspect.OVERVIEW


def _page_text(content: Sequence[Block]) -> PageText:
    texts = tuple([block.text for block in content if type(block) is Text or type(block) is Bullet])
    headings = [display_heading(block.text) for block in content if type(block) is Heading]
    labels = [label for text in texts if (label := label_of(text)) is not None]
    return PageText(tuple(headings), tuple(labels), texts)


def _names(title: str, coverage: Coverage) -> tuple[Words, ...]:
    """Return what headings may call the page's topic, folded, longest first."""
    short = map(words, short_names(title))
    return longest_first((*title_names(title), *short, *_condition_names(coverage)))


def _condition_names(coverage: Coverage) -> tuple[Words, ...]:
    return longest_first(
        words(name)
        for condition in coverage.covered
        for name in (condition.name, *condition.abbreviations)
    )


def _lifted(nodes: Sequence[Node], title: str) -> tuple[Node, ...]:
    """Return the parts below a heading that merely repeats the title as the top of the page.

    Where nothing is below it and it has nothing of its own, it is gone: the title says it. What
    stands above all and says only what series the leaflet is of is no heading either.
    """
    lifted: list[Node] = []
    for place, node in enumerate(nodes):
        alone = node.blocks and not node.below
        repeats = node.heading and not alone and words(node.heading.text) == words(title)
        if node.heading is None or not (
            repeats or (place == 0 and is_series_title(node.heading.text))
        ):
            lifted.append(node)
            continue
        own = node.blocks
        if lifted and lifted[-1].heading is None:
            own = lifted.pop().blocks + own
        if own:
            lifted.append(Node(None, own))
        lifted.extend(node.below)
    return tuple(lifted)


def _shortcomings(content: Sequence[Block]) -> Iterator[str]:
    """Yield what is wrong with the page as a whole."""
    if not content:
        yield "nothing but menu: no content found on the page"
    elif not any(isinstance(block, Heading) for block in content):
        yield "no headings found: the whole page is one section"


def _unplaced_warning(unplaced: Unplaced) -> str:
    nearest = unplaced.evidence.nearest
    guess = f"nearest aspect: {nearest}" if nearest else "nothing in it points to an aspect"
    return (
        f'line {unplaced.line}: heading "{unplaced.heading}" tells no aspect ({guess}); '
        f"kept as other, or list it under [aspects] in vocabulary.toml"
    )
