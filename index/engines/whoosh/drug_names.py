"""Whether a word is formed as the name of a drug.

A folded word enters, yes or no leaves. Drugs whose names differ in a letter or two are mixed up
with grave harm, so a well-formed name is never replaced by another, even if the library lacks it.
"""

_STEMS = tuple(
    """azepam azolam barbital bactam caftor caine cillin cycline coxib codone morphone dipine
    dronate fenac fentanil floxacin fibrate formin gabalin gliflozin gliptin glitazone grel lukast
    mab methasone mycin nacin nidazole olol olone onide orphan oxetine pentin prazole pril profen
    racetam relix salazine sartan semide setron sone statin tadine tepa terol thiazide tidine
    triptan triptyline tropium tyline vaptan vir xaban zepam zolamide zolam zodone
    faxine pramine oxicam adol asone nisone nisolone lamine""".split()  # noqa: SIM905  # reads better
)
"""Endings by which the World Health Organization marks what a drug is ("The use of stems in the
selection of International Nonproprietary Names (INN) for pharmaceutical substances"): those of
substances that clinics give or warn of."""

_SHORTEST = 6
"""Letters of a name: shorter words end in "sone" or "vir" by chance."""


def is_drug_name(surface: str) -> bool:
    """Return whether the folded word ``surface`` ends as names of drugs do."""
    return len(surface) >= _SHORTEST and surface.endswith(_STEMS)
