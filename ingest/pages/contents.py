"""The blocks below one heading: paragraphs, lists nested and labelled, tables, each attributed.

Raw blocks enter, document blocks leave, with a note for every attribution. Used by
`ingest.pages.sections`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from index.document import Block, Item, ItemList, LineRange, Paragraph, Table
from index.text import slugify
from ingest import blocks as raw
from ingest.conditions.attribution import Attribution, Attributor, Cue, below_item, inherited
from ingest.conditions.labels import Nested, label_of, lists_in
from ingest.pages.explanations import Explanation, Matter, Note
from ingest.wording import words

_DASHES = (" – ", " — ", " - ")
# Written between a condition's name and what is said of it, where others write a colon.

_LONGEST_NAME = 140
# Characters; the longest of 6,154 titles of a public corpus of health pages has 136.


@dataclass(frozen=True, slots=True)
class Contents:
    """Builds the blocks of one section.

    ``above`` is whom the section speaks of, ``anchor`` its address; what is found out goes into
    ``notes``, in page order.
    """

    attributor: Attributor
    above: Attribution
    anchor: str
    notes: list[Note]

    def blocks(self, content: Sequence[raw.Block]) -> tuple[Block, ...]:
        """Return ``content`` as document blocks.

        A paragraph that is nothing but a condition's label ("For Fibromyalgia:", or its bare name)
        governs the list after it.
        """
        note = self.notes.append
        unnamed = self.attributor.unnamed
        blocks: list[Block] = []
        bullets: list[raw.Bullet] = []
        of_silent = inherited(self.above)
        lead_in: Attribution | None = None
        for block in content:
            if type(block) is raw.Bullet:
                bullets.append(block)
                continue
            if bullets:
                blocks += self._lists(bullets, lead_in or self.above)
                bullets = []
            lead_in = None
            if type(block) is raw.Text:
                text, label, attribution = block.text, None, of_silent
                if text not in unnamed:
                    label = self._label(text)
                    attribution = self.attributor.of_item(text, label, self.above)
                note(partial(condition_explanation, block.lines, text, attribution))
                blocks.append(Paragraph(text, attribution.conditions))
                if attribution.cue is Cue.LABEL and label and words(label) == words(text):
                    lead_in = attribution
            elif type(block) is raw.Grid:
                blocks.append(Table(block.header, block.rows))
        if bullets:
            blocks += self._lists(bullets, lead_in or self.above)
        return tuple(blocks)

    def _label(self, text: str) -> str | None:
        """Return the label that opens a paragraph, or the condition's name that is all of it."""
        label = label_of(text)
        if label is not None or len(text) > _LONGEST_NAME:
            return label
        return text if self.attributor.is_condition_label(text) else None

    def _lists(self, bullets: Sequence[raw.Bullet], above: Attribution) -> list[ItemList]:
        return [
            ItemList(self._items(items, above, outermost=True), _is_ordered(items))
            for items in lists_in(bullets)
        ]

    def _items(
        self, items: Sequence[Nested], above: Attribution, *, outermost: bool
    ) -> tuple[Item, ...]:
        return tuple([self._item(item, above, outermost=outermost) for item in items])

    def _item(self, nested: Nested, above: Attribution, *, outermost: bool) -> Item:
        """Return an item; an outermost one has an anchor if its label is a condition's name.

        What hangs below an item without text is outermost if that is.
        """
        text = nested.bullet.text
        if not text:
            return Item("", items=self._items(nested.below, above, outermost=outermost))
        label, anchor, own = label_of(text), None, inherited(above)
        if text not in self.attributor.unnamed:
            label = label or self._name_as_label(nested)
            own = self.attributor.of_item(text, label, above)
            if outermost and label and self.attributor.is_condition_label(label):
                anchor = f"{self.anchor}-{slugify(own.conditions[0])}"
        self.notes.append(partial(condition_explanation, nested.bullet.lines, text, own))
        if not nested.below:
            return Item(text, label, own.conditions, anchor)
        below = self._items(nested.below, below_item(own, above), outermost=False)
        return Item(text, label, own.conditions, anchor, below)

    def _name_as_label(self, nested: Nested) -> str | None:
        """Return a condition's name that opens an item without a colon ("Gout – a sore toe")."""
        text = nested.bullet.text
        openings = [text.split(dash, 1)[0] for dash in _DASHES if dash in text]
        if nested.below:
            openings.append(text)
        is_name = self.attributor.is_condition_label
        return next((opening for opening in openings if opening.strip() and is_name(opening)), None)


def _is_ordered(items: Sequence[Nested]) -> bool:
    return next((item.bullet.ordered for item in items if item.bullet.text), False)


def condition_explanation(lines: LineRange, text: str, attribution: Attribution) -> Explanation:
    """Return why ``text``, on the raw ``lines``, is attributed as it is."""
    return Explanation(
        matter=Matter.CONDITION,
        line=lines.first,
        text=text,
        says=", ".join(attribution.conditions) or "no condition",
        cue=attribution.cue.value,
        confidence=attribution.confidence,
    )
