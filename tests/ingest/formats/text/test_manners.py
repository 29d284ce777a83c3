"""Pages as people write, paste and export them: whatever the manner, nothing is lost."""

import pytest

from ingest.blocks import Block, Bullet, Extract, Grid, Heading, Text
from ingest.formats.text import explain, read
from tests.ingest.formats.text import layouts

_NAMES = """Knee Pain

Causes

  • Arthritis
  • Torn meniscus
  • Bursitis

Symptoms

  • Swelling
  • Stiffness in the morning
  • Pain when climbing stairs

Treatment

  • Medications:
    • NSAIDs
    • Acetaminophen
  • Physical Therapy:
    • Strengthening exercises.
"""

_FRENCH = """Accueil
Nos services
Prendre rendez-vous
Contact

Fasciite plantaire

Définition

La fasciite plantaire est une inflammation du tissu qui relie le talon aux orteils. Elle est la
cause la plus fréquente de douleur sous le talon.

Causes

Plusieurs facteurs augmentent le risque de développer cette maladie.

  • La station debout prolongée sur un sol dur.
  • Les muscles du mollet trop raides.
  • Des chaussures usées.

Traitement

La plupart des patients guérissent sans opération en moins d'un an, s'ils laissent au pied le temps.

Mentions légales
Politique de confidentialité
© 2024 Clinique du Pied. Tous droits réservés.
Ce site utilise des cookies.
"""

_SPANISH = """Inicio
Servicios
Contacto

Fascitis plantar

La fascitis plantar es una inflamación del tejido que une el talón con los dedos del pie.

Causas

- Estar de pie mucho tiempo.
- Calzado gastado.
- Músculos rígidos.

Tratamiento

La mayoría de las personas mejora sin cirugía en menos de un año.

Aviso de privacidad
Todos los derechos reservados.
"""


def headings(extract: Extract) -> list[str]:
    """Return the headings of the content."""
    return [block.text for block in extract.content if isinstance(block, Heading)]


def text_of(block: Block) -> str:
    """Return the text of a block that is no table."""
    assert not isinstance(block, Grid)
    return block.text


def content(extract: Extract) -> list[str]:
    """Return all texts of the content, headings included."""
    return [block.text for block in extract.content if isinstance(block, Heading | Text | Bullet)]


def pasted() -> str:
    """Return the page as it is copied from a browser: no glyphs, no indents, no blank lines."""
    lines = layouts.LAYOUTS["menu of bare lines"].splitlines()
    return "\n".join(line.strip().removeprefix("• ") for line in lines if line.strip())


def test_capitals_throughout_are_no_sign_of_a_heading() -> None:
    """On a page written in capitals the headings are told by all the rest."""
    page = layouts.LAYOUTS["menu of bullets"].upper()
    extract = read(page.encode(), "plantar-fasciitis.txt")
    assert headings(extract) == [heading.upper() for heading in layouts.headings()]


def test_paragraphs_of_a_line_each_are_not_joined() -> None:
    """Lines alike in length that end sentences are paragraphs, and no page broken by a column."""
    extract = read(pasted().encode(), "plantar-fasciitis.txt")
    assert set(layouts.content()) <= set(content(extract))
    assert set(layouts.headings()) <= set(content(extract))
    assert not set(layouts.FOOTER) & set(content(extract))


def test_link_numbers_are_no_text() -> None:
    """Text browsers number links and list their addresses at the end: neither is content."""
    page = layouts.LAYOUTS["wrapped, lynx"]
    for number, text in enumerate((*layouts.MENU, "strained", "Ice", "needs."), start=1):
        page = page.replace(text, f"[{number}]{text}", 1)
    addresses = [f"   {number}. https://clinic.example/{number}" for number in range(1, 14)]
    page += "\n".join(["", "References", "", "   Visible links", *addresses])
    extract = read(page.encode(), "plantar-fasciitis.txt")
    assert headings(extract) == layouts.headings()
    assert [
        text for text in content(extract) if text not in layouts.headings()
    ] == layouts.content()
    assert text_of(extract.before[0]) == "Home"
    assert "https://clinic.example/13" in [text_of(block) for block in extract.after]
    lines = explain(page.encode(), "plantar-fasciitis.txt")
    assert (lines[-1].text, lines[-1].reading) == ("13. https://clinic.example/13", "furniture")


def test_citations_stay() -> None:
    """Numbers in brackets that no list of addresses explains are the page's own."""
    page = layouts.LAYOUTS["bare"].replace("near the heel.", "near the heel [3].", 1)
    extract = read(page.encode(), "plantar-fasciitis.txt")
    assert any("near the heel [3]." in text for text in content(extract))


def test_glyphs_of_word_processors_tell_the_nesting() -> None:
    """A round bullet, a small "o" and a square nest, though they stand in one column."""
    items = ("·\tMedications", "o\tPainkillers", "§\tParacetamol", "o\tInjections", "·\tRest")
    page = "\n".join(["Heel Pain", "", "What helps most people with heel pain:", "", *items])
    extract = read(page.encode(), "heel-pain.txt")
    found = [block.depth for block in extract.content if isinstance(block, Bullet)]
    assert found == [1, 2, 3, 2, 1]


def test_number_signs_state_headings() -> None:
    """Markdown saved as plain text states its levels; signs are no part of the heading."""
    page = (
        "# Heel Pain\n\nA band is irritated.\n\n## Causes\n\nLong runs.\n\n### Age ###\n\nOver 40."
    )
    extract = read(page.encode(), "note.txt")
    found = [(block.text, block.level) for block in extract.content if isinstance(block, Heading)]
    assert found[-2:] == [("Causes", 2), ("Age", 3)]


def test_a_page_that_signs_its_headings_signs_all_of_them() -> None:
    """A short line without signs is none there; and signs in the footer make no content of it."""
    page = layouts.LAYOUTS["bare"]
    for heading in layouts.headings():
        page = page.replace(f"\n{heading}\n", f"\n## {heading}\n", 1)
    links = (
        "## Quick Links\n\n* Book Online\n* Our Team\n* Careers\n\n## Company\n\n* Privacy Policy"
    )
    page = page.replace("Several things", "\nThe Plantar Fascia\n\nSeveral things", 1)
    extract = read(f"{page.rstrip()}\n\n{links}\n".encode(), "plantar-fasciitis.txt")
    assert headings(extract) == layouts.headings()
    assert "The Plantar Fascia" in content(extract)
    assert not {"Quick Links", "Company"} & {*content(extract)}


def test_one_number_sign_alone_states_nothing() -> None:
    """Comments in code begin with one, and so does "# of patients"."""
    page = layouts.LAYOUTS["bare"].replace(
        "Several things", "\n# of patients seen\n\nSeveral things"
    )
    extract = read(page.encode(), "plantar-fasciitis.txt")
    assert headings(extract) == layouts.headings()
    assert "# of patients seen" in content(extract)


def test_a_page_of_names_alone_is_content() -> None:
    """Lists of a word or two, and no sentence anywhere, are the page if nothing else is on it."""
    extract = read(_NAMES.encode(), "knee-pain.txt")
    assert extract.title == "Knee Pain"
    assert headings(extract) == ["Causes", "Symptoms", "Treatment"]
    assert not extract.before
    assert not extract.after


@pytest.mark.parametrize(
    ("page", "name", "footer"),
    [(_FRENCH, "fasciite-plantaire", "Mentions légales"), (_SPANISH, "fascitis-plantar", "Aviso")],
    ids=["French", "Spanish"],
)
def test_leaflets_in_other_languages(page: str, name: str, footer: str) -> None:
    """A translated leaflet is read as its original: menu and notices out, sections in."""
    extract = read(page.replace("\n", "\r\n").encode(), f"{name}.txt")
    assert extract.title is not None
    assert extract.title.casefold() == name.replace("-", " ")
    assert headings(extract)[-1] in {"Traitement", "Tratamiento"}
    assert not any(text.startswith(footer) for text in content(extract))
    assert len([block for block in extract.content if isinstance(block, Bullet)]) == 3
    assert [block.text for block in extract.before if isinstance(block, Text)][-1].startswith("Con")
