"""Other forms of an English word that stems do not bring together: British and irregular ones.

A folded word enters, folded words leave, none of them sure to exist: whoever asks keeps those that
the library has.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

_SHORTEST = 4
"""Letters of a word whose spelling may be the other side's: "our", "tre" are words themselves."""

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("ae", "e"),
        ("oe", "e"),
        (r"(?<=[a-z]{2})our(?=$|s$|ed$|ing|al|ite|able|less|ful)", "or"),
        (r"is(?=e$|es$|ed$|ing$|ation)", "iz"),
        (r"ys(?=e$|es$|ed$|ing$)", "yz"),
        (r"(?<=[bt])re(?=$|s$)", "er"),
        (r"ence(?=$|s$)", "ense"),
        (r"lph", "lf"),
        (r"disc(?=$|s$)", "disk"),
    )
)
"""British -> American, as style guides list them (New Oxford Style Manual, "British and US
spelling"): haemorrhage, oedema, tumour, paralysed, fibre, licence, sulphate."""

_BACK: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[a-z]{2})or(?=$|s$|ed$|ing)", "our"),
        (r"iz(?=e$|es$|ed$|ing$|ation)", "is"),
        (r"yz(?=e$|es$|ed$|ing$)", "ys"),
        (r"(?<=[bt])er(?=$|s$)", "re"),
        (r"disk(?=$|s$)", "disc"),
    )
)
"""American -> British, where one letter tells which: "e" for "ae" and "oe" could be any "e"."""

_ANY = re.compile("|".join(pattern.pattern for pattern, _ in (*_RULES, *_BACK)))
"""What some rule applies to; most words are told by one look that none does."""

_IRREGULAR = """swell swelled swollen, break broke broken, feel felt, fall fell fallen, wear wore
    worn, tear tore torn, bite bit bitten, bend bent, lose lost, sleep slept, stand stood, sit sat,
    lie lay lain lays laying, shake shook shaken, hold held, keep kept, bleed bled, take took
    taken, give gave given, eat ate eaten, drink drank drunk, begin began begun, grow grew grown,
    wake woke woken, drive drove driven, run ran, speak spoke spoken, stick stuck, sting stung,
    foot feet, tooth teeth, child children, man men, woman women, vertebra vertebrae,
    diagnosis diagnoses, bursa bursae,
    fog foggy, ache aches aching achy, itch itchy, sweat sweaty, shake shaking shaky, cramp crampy,
    puff puffy, fever feverish, fiber fibre fibrous, nausea nauseous nauseated, anxiety anxious,
    allergy allergic, osteoporosis osteoporotic, fibrosis fibrotic, sclerosis sclerotic,
    stenosis stenotic, psoriasis psoriatic, inflame inflamed inflammation inflammatory,
    spine spinal, muscle muscular, pelvis pelvic, sacrum sacral, strong strength
    strengthen strengthening, weigh weight, short shorten shorter, die death, heredity hereditary,
    surgery surgical surgeon, smoke smoking smoker, prescribe prescription, disable disability"""
"""Words with their irregular forms, of what people do and suffer: those whose stems differ."""


@lru_cache(maxsize=4_096)
def variants_of(surface: str) -> tuple[str, ...]:
    """Return what else ``surface`` may be written as, each once, without ``surface`` itself."""
    found = dict.fromkeys(_irregular().get(surface, ()))
    if len(surface) >= _SHORTEST and _ANY.search(surface):
        for pattern, replacement in (*_RULES, *_BACK):
            found.setdefault(pattern.sub(replacement, surface))
        found.setdefault(as_american(surface))
    found.pop(surface, None)
    return tuple(found)


def as_american(surface: str) -> str:
    """Return the folded word ``surface`` with every rule applied: "anaesthetised" needs two."""
    return _with_all(_RULES, surface)


def as_british(surface: str) -> str:
    """Return the folded word ``surface`` with every rule applied the other way."""
    return _with_all(_BACK, surface)


def _with_all(rules: Iterable[tuple[re.Pattern[str], str]], surface: str) -> str:
    if len(surface) >= _SHORTEST and _ANY.search(surface):
        for pattern, replacement in rules:
            surface = pattern.sub(replacement, surface)
    return surface


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    rows = [tuple(row.split()) for row in _IRREGULAR.split(",")]
    return {form: tuple(one for one in row if one != form) for row in rows for form in row}
