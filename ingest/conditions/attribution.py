"""Who a heading, an item or a paragraph speaks of: three cues, the strongest wins, else silence.

A text and what stands above it enter, an Attribution with its cue and confidence leaves. Used by
`ingest.pages.page` to build, and by ``--explain`` to show why.

The cues, strongest first: the label of the item or of the nearest item above it ("For
Fibromyalgia:"); the nearest sub-heading that names a condition; the running text itself, by name or
abbreviation. What stands below a stronger cue stays with it, whatever else it mentions: a bullet
about one condition may well compare it with another.
"""

from dataclasses import dataclass
from enum import Enum

from index.record import record
from ingest.conditions.mentions import KnownConditions
from ingest.names import name_words


class Cue(Enum):
    """What an attribution rests on."""

    LABEL = "label"
    HEADING = "sub-heading"
    TEXT = "running text"
    NONE = "nothing"


CONFIDENCE = {Cue.LABEL: 0.98, Cue.HEADING: 0.95, Cue.TEXT: 0.8, Cue.NONE: 1.0}
"""How sure each cue is, from 0 to 1: the order of the cues made a number for readers of
``--explain``, not a measured probability. A label and a sub-heading are the author's own division
of the page; a name in running text may be an aside. Silence attributes nothing, rightly or not."""


@record
class Attribution:
    """The conditions something speaks of, in page order, and the cue; empty where none is named."""

    conditions: tuple[str, ...] = ()
    cue: Cue = Cue.NONE

    @property
    def confidence(self) -> float:
        """How sure the cue is, 0 to 1."""
        return CONFIDENCE[self.cue]


NOBODY = Attribution()


@dataclass(frozen=True, slots=True)
class Attributor:
    """Attributes the texts of one page.

    ``covered`` are the names of the page's own conditions; ``unnamed`` texts in which none of the
    known ones can be named, so that they need not be read for names.
    """

    known: KnownConditions
    covered: tuple[str, ...]
    unnamed: frozenset[str] = frozenset()

    def of_heading(self, heading: str, above: Attribution) -> Attribution:
        """Return whom a section speaks of: its heading's condition, else its parent's.

        A heading that names all the page's conditions, as its title does, tells none apart.
        """
        named = self.known.named_in(heading).conditions
        if not named or (self.covered and set(named) >= set(self.covered)):
            return above
        return Attribution(named, Cue.HEADING)

    def of_item(self, text: str, label: str | None, above: Attribution) -> Attribution:
        """Return whom an item speaks of; ``above`` is its section's or its parent item's."""
        if label is not None:
            named = self.known.named_in(label).conditions
            if named:
                return Attribution(named, Cue.LABEL)
        return self.of_text(text, above)

    def of_text(self, text: str, above: Attribution) -> Attribution:
        """Return whom running ``text`` speaks of."""
        named = () if above.conditions else self.known.named_in(text).conditions
        return Attribution(named, Cue.TEXT) if named else inherited(above)

    def is_condition_label(self, label: str) -> bool:
        """Whether ``label`` names one condition and nothing else ("For Fibromyalgia")."""
        naming = self.known.named_in(label)
        return len(naming.conditions) == 1 and set(naming.around) <= name_words().around_a_label


def inherited(above: Attribution) -> Attribution:
    """Return whom a text speaks of that names nobody: whom what stands ``above`` it does."""
    return above if above.conditions else NOBODY


def below_item(own: Attribution, above: Attribution) -> Attribution:
    """Return what the items nested below an item inherit: its label's condition, else from above.

    A condition that an item merely mentions in its text does not pass on to those below it.
    """
    return own if own.cue is Cue.LABEL else above
