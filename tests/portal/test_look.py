"""Staff set name, logo and colour in one file; what could not be read is never shown."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from portal.app import create_app
from portal.colour import BLACK, LEAST_CONTRAST, WHITE, contrast, worst
from portal.look import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    LOGO_BYTES,
    Look,
    LookError,
    coloured,
    read_look,
)
from portal.settings import Settings
from portal.templating import STATIC
from tests.support.markup import Markup

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def written(folder: Path, text: str) -> Path:
    """Return a file of the look that says ``text``."""
    path = folder / "portal.toml"
    path.write_text(text, encoding="utf-8")
    return path


def tokens(style: str) -> list[dict[str, str]]:
    """Return the colours of the light and of the dark page by their names."""
    rules = re.findall(r":root\{([^}]*)\}", style)
    return [dict(pair.split(":") for pair in rule.replace("--", "").split(";")) for rule in rules]


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21 to 1, and #767676 is the lightest grey that passes on white."""
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast("#767676", WHITE) >= LEAST_CONTRAST > contrast("#777777", WHITE)


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    """Whoever changes the paper changes what an accent is checked against."""
    style = (STATIC / "portal.css").read_text(encoding="utf-8")
    for name, place in (("paper", 0), ("surface", 1), ("band", 2)):
        assert re.findall(rf"--{name}: (#\w+);", style)[:2] == [
            LIGHT_GROUNDS[place],
            DARK_GROUNDS[place],
        ]


def test_the_shipped_file_changes_nothing() -> None:
    """It holds only what could be said."""
    assert read_look(Path(__file__).parents[2] / "portal.toml") == Look()


@given(COLOURS)
def test_whatever_colour_staff_choose_everything_can_be_read(colour: str) -> None:
    """Links on every ground, words on buttons and on tinted chips, light and dark."""
    look = coloured(Look(), Path("portal.toml"), {"accent": colour})
    for found, grounds in zip(tokens(look.style), (LIGHT_GROUNDS, DARK_GROUNDS), strict=True):
        assert worst(found["accent"], grounds) >= LEAST_CONTRAST
        assert worst(found["accent-strong"], (*grounds, found["tint"])) >= LEAST_CONTRAST
        assert contrast(found["on-accent"], found["accent"]) >= LEAST_CONTRAST


def test_a_colour_that_cannot_be_read_is_named_with_what_is_used_instead(tmp_path: Path) -> None:
    """The line says the file, the key, the contrast it has and the one it needs."""
    path = written(tmp_path, 'accent = "#ffd000"\naccent_dark = "#333333"')
    light, dark = read_look(path).remarks
    assert f"{path}: accent #ffd000 has a contrast of 1." in light
    assert "text needs 4.5" in light
    assert "accent_dark #333333" in dark
    assert read_look(written(tmp_path, 'accent = "#1D5C57"')).remarks == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("colour = 1", "no key 'colour'; use name, logo, accent, accent_dark"),
        ('accent = "green"', "accent must be a colour like \"#1d5c57\", not 'green'"),
        ("accent = 7", "accent must be a text in quotes"),
        ('accent_dark = "#ffffff"', "accent_dark needs accent"),
        ('name = ""', "name must be a text"),
        (f'name = "{"x" * 81}"', "at most 80 characters"),
        ('logo = "logo.gif"', r"logo must be one of \.svg, .*, not 'logo.gif'"),
        ('logo = "none.svg"', "cannot be read"),
        ('logo = "big.png"', "has 20,001 bytes"),
        ("name = ", "is no TOML"),
    ],
)
def test_a_mistake_is_told_with_the_file_and_the_fix(tmp_path: Path, text: str, fault: str) -> None:
    """Nothing is guessed, and nothing silently ignored."""
    (tmp_path / "big.png").write_bytes(b"x" * (LOGO_BYTES + 1))
    path = written(tmp_path, text)
    with pytest.raises(LookError, match=fault) as raised:
        read_look(path)
    assert str(raised.value).startswith(f"{path}: ")


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    """A slip in its name is not the usual look."""
    with pytest.raises(LookError, match=r"none\.toml: cannot be read"):
        read_look(tmp_path / "none.toml")


def test_every_page_has_the_look(clinic: Path, tmp_path: Path) -> None:
    """Name, picture and colour; no page asks for more files than before, none may be old."""
    (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
    text = 'name = "Hill & Dale"\nlogo = "logo.svg"\naccent = "#7a1f5c"'
    look = written(tmp_path, text)
    with TestClient(create_app(Settings(library=clinic, look=look))) as client:
        page = Markup(client.get("/").text)
        assert page.texts(".brand") == ["Hill & Dale"]
        assert page.texts("title")[0].endswith("· Hill & Dale")
        (picture,) = page.attributes(".brand img", "src")
        assert page.attributes("link[rel=icon]", "href") == [picture]
        served = client.get(picture)
        assert (served.text, served.headers["content-type"]) == (LOGO, "image/svg+xml")
        assert "immutable" in served.headers["cache-control"]
        (style,) = page.attributes("link[rel=stylesheet]", "href")
        assert "--accent:#7a1f5c" in client.get(style).text
        usual = TestClient(create_app(Settings(library=clinic)))
        assert Markup(usual.get("/").text).attributes("link[rel=stylesheet]", "href") != [style]
        assert usual.get("/").headers["etag"] != client.get("/").headers["etag"]


def test_without_a_library_the_name_is_there_too(tmp_path: Path) -> None:
    """The first thing staff see is their own."""
    look = written(tmp_path, 'name = "Hill & Dale"')
    client = TestClient(
        create_app(Settings(library=tmp_path / "none", look=look)), raise_server_exceptions=False
    )
    assert Markup(client.get("/").text).texts(".brand") == ["Hill & Dale"]


def test_there_is_nothing_else_among_the_static_files(client: TestClient) -> None:
    """No way out of the folder, no listing of it."""
    for name in ("none.css", "..%2Fapp.py", "%2e%2e", ""):
        assert client.get(f"/static/{name}").status_code == 404
