"""What a question asks about its topic: words to aspects; and which passages say nothing at all.

Folded words enter, Aspects leave. A word of intent ("treated", "outlook") need not stand in a
passage that is about the aspect it asks for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.aspect import Aspect
from index.engines.whoosh.folding import STOP_WORDS, surfaces_of

_PHRASES: Mapping[Aspect, str] = {
    Aspect.OVERVIEW: """what is, what are, overview, definition, define, meaning, about, how common,
        how rare, how often, how many people, prevalence""",
    Aspect.COMPARISON: """difference, differences, differ, compare, compared, comparison, versus,
        vs, different from, same as, same thing""",
    Aspect.CAUSES: """cause, causes, caused, causing, hereditary, heredity, genetic, inherited,
        runs in families, run in families, runs in the family, contagious, where does it come from,
        reason, reasons, why do i have, why do people get, how do you get, origin, triggers,
        triggered, gene, genes, mutation, mutations, brings on, bring on, sets off, set off,
        how did i get, why does, why do, why is, why are, why am i""",
    Aspect.RISK_FACTORS: """risk factor, risk factors, at risk, more likely, who gets, who can get,
        hereditary, genetic, inherited, susceptible, prone, chances of getting, more common in""",
    Aspect.PRESENTATION: """symptom, symptoms, sign, signs, feel like, feels like, look like, looks
        like, how do i know if, how do you know if""",
    Aspect.DIAGNOSIS: """diagnose, diagnosed, diagnosing, diagnosis, diagnostic, detect, detected,
        test, tests, tested, testing, how do i know if, how do you know if, confirm, find out if,
        how can you tell, how can i tell, how do they know""",
    Aspect.EFFECTS: """live with, living with, coping, cope, daily life, everyday life, affect,
        affects, impact, quality of life, because of""",
    Aspect.COMPLICATIONS: """complication, complications, risks, dangers, danger, dangerous, side
        effect, side effects, side affect, side affects, adverse, safe, go wrong, who should not,
        who shouldnt, who must not, who can not, who cannot, who cant, not suitable, harmful,
        contraindication, contraindications, downside, downsides""",
    Aspect.PROGNOSIS: """outlook, prognosis, get worse, gets worse, getting worse, get better, gets
        better, getting better, go away, goes away, going away, how long, last forever, life
        expectancy, recover, recovering, permanent, progress, progressive, long term, recovery,
        cure, cured, curable, outcome, outcomes, how soon, how fast, how quickly, success rate,
        chances of recovery, come back, comes back, wear off, wears off, after, afterward,
        afterwards""",
    Aspect.TREATMENT: """treatment, treatments, treat, treats, treated, treating, therapy,
        therapies, cure, cured, curable, remedy, remedies, relieve, relief, get rid of, what helps,
        manage, managed, management, options, what can be done, how to fix, what can you do for,
        what works for, what can i take""",
    Aspect.SELF_CARE: """what can i do, what should i do, at home, home remedies, home remedy, self
        care, help myself, on my own, what to do, what not to do, not to do, should i avoid, things
        to avoid, what to avoid, by myself, do myself""",
    Aspect.PREVENTION: """prevent, prevents, prevented, preventing, prevention, avoid, avoiding,
        without""",
    Aspect.PROCEDURE: """procedure, how is it done, how does it work, how do they work, what happens
        during, what to expect, prepare, preparation, hurt, recovery, afterward, afterwards,
        before, during, after, how do they do, what do they do, what will they do, how is it
        performed, get ready, how soon, when can i""",
    Aspect.WHEN_TO_SEEK_CARE: """see a doctor, call a doctor, call the doctor, when should i call,
        when to call, emergency, red flags, warning signs, danger signs, 911, seek care, er,
        emergency room, urgent, urgently, when to worry, should i worry, should i be worried,
        be concerned, go to the hospital, go to hospital, go to the doctor, when to see, is it
        serious, serious""",
    Aspect.RESEARCH: "research, study, studies, evidence, clinical trial, clinical trials",
}
"""Aspect -> words by which people ask for it, as they ask in questions and in headings. Written
from what the aspect is (see `index.aspect`) and how English asks for it; a word that asks for two
stands under both ("Is it hereditary?" is answered under causes or risk factors)."""

REFERENCE_WORDS = frozenset(
    """source sources reference references bibliography citation citations credit credits
    disclaimer disclaimers notice notices copyright acknowledgement acknowledgements acknowledgment
    acknowledgments further reading related links see also""".split()  # noqa: SIM905  # reads better
)
"""Words of which headings are made whose sections list works, links or legal notices. Their titles
have every word of a topic and no answer in them."""


@dataclass(frozen=True, slots=True)
class Intent:
    """Words ``start`` to ``end`` (exclusive) of a query that ask for any of ``aspects``."""

    start: int
    end: int
    aspects: frozenset[Aspect]


def _table() -> dict[str, list[tuple[tuple[str, ...], Aspect]]]:
    table: dict[str, list[tuple[tuple[str, ...], Aspect]]] = {}
    for aspect, phrases in _PHRASES.items():
        for phrase in phrases.split(","):
            surfaces = tuple(surfaces_of(phrase))
            table.setdefault(surfaces[0], []).append((surfaces, aspect))
    return table


_TABLE: Mapping[str, list[tuple[tuple[str, ...], Aspect]]] = _table()


def askable() -> Iterator[str]:
    """Yield every folded word that asks for an aspect, maybe more than once."""
    for known in _TABLE.values():
        for phrase, _ in known:
            yield from (surface for surface in phrase if surface not in STOP_WORDS)


def begins_intent(surface: str) -> bool:
    """Return whether something by which people ask for an aspect begins with a folded word."""
    return surface in _TABLE


def intents_in(surfaces: Sequence[str]) -> list[Intent]:
    """Return what the folded words of a query ask for.

    Longer phrases go over those inside them; phrases of stop words alone ("what is") count only
    where nothing else is asked for.
    """
    found: dict[tuple[int, int], set[Aspect]] = {}
    for start, surface in enumerate(surfaces):
        for phrase, aspect in _TABLE.get(surface, ()):
            end = start + len(phrase)
            if tuple(surfaces[start:end]) == phrase:
                found.setdefault((start, end), set()).add(aspect)
    spans = [
        (start, end)
        for start, end in found
        if not any(
            other != (start, end) and other[0] <= start and end <= other[1] for other in found
        )
    ]
    telling = [span for span in spans if set(surfaces[slice(*span)]) - STOP_WORDS]
    return [Intent(*span, frozenset(found[span])) for span in telling or spans]
