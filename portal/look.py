"""The clinic's own look: name, logo and accent colour, from one file that staff edit.

The path of a TOML file enters, a Look leaves, with what staff should know about it. A colour that
could not be read is never shown: the nearest shade that can be is, and a line says so.

    name = "Hillside Pain Clinic"
    logo = "hillside.svg"
    accent = "#1d5c57"
    accent_dark = "#8fd3c6"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from portal.colour import BLACK, LEAST_CONTRAST, WHITE, is_colour, mix, readable, worst
from portal.settings import SettingsError

DEFAULT_FILE = Path("portal.toml")
"""Where the look is read from unless told otherwise, if it is there."""

LOGO_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}

LOGO_BYTES = 20_000
"""Largest logo: with it a page of results stays below 50,000 bytes on the line."""

LONGEST_NAME = 80
"""Characters of a name: three lines of the header on the narrowest phone."""

LIGHT_GROUNDS = ("#f8f3ea", "#fffdf8", "#efe6d6")
DARK_GROUNDS = ("#1a1715", "#24201d", "#211d1a")
"""Paper, surface and band of portal.css, on which the accent is read as text; a test compares."""

EASY_CONTRAST = 7.0
"""What a dark page's accent is made for where staff name none: level AAA, as light text glares."""

_KEYS = ("name", "logo", "accent", "accent_dark")


class LookError(SettingsError):
    """The file of the look cannot be used; the message names the file, the key and the fix."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture, its media type and the ending of its name."""

    content: bytes
    media_type: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Look:
    """What staff chose; None or empty where they left it to us.

    ``style`` is a style sheet that goes after our own. ``remarks`` are lines for staff.
    """

    name: str | None = None
    logo: Logo | None = None
    style: str = ""
    remarks: tuple[str, ...] = ()


def read_look(path: Path | None) -> Look:
    """Return the look in the file at ``path``; the usual one for None.

    Raises:
        LookError: there is no such file, or a key in it cannot be used.
    """
    if path is None:
        return Look()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LookError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LookError(f"{path}: is no TOML: {error}") from error
    for key in values:
        if key not in _KEYS:
            raise LookError(f"{path}: there is no key {key!r}; use {', '.join(_KEYS)}")
    look = Look(name=_name(path, values), logo=_logo(path, values))
    if "accent" not in values:
        if "accent_dark" in values:
            raise LookError(f"{path}: accent_dark needs accent, the colour for light pages")
        return look
    return coloured(look, path, values)


def _text(path: Path, values: Mapping[str, object], key: str) -> str:
    value = values[key]
    if not isinstance(value, str) or not value.strip():
        raise LookError(f"{path}: {key} must be a text in quotes, not {value!r}")
    return value.strip()


def _name(path: Path, values: Mapping[str, object]) -> str | None:
    if "name" not in values:
        return None
    name = _text(path, values, "name")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise LookError(f"{path}: name must be one line of at most {LONGEST_NAME} characters")
    return name


def _logo(path: Path, values: Mapping[str, object]) -> Logo | None:
    if "logo" not in values:
        return None
    file = path.parent / _text(path, values, "logo")
    media_type = LOGO_TYPES.get(file.suffix.lower())
    if media_type is None:
        raise LookError(f"{path}: logo must be one of {', '.join(LOGO_TYPES)}, not {file.name!r}")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise LookError(f"{path}: logo {file} cannot be read ({error.strerror})") from error
    if len(content) > LOGO_BYTES:
        raise LookError(
            f"{path}: logo {file} has {len(content):,} bytes; make it {LOGO_BYTES:,} at most"
        )
    return Logo(content, media_type, file.suffix.lower())


def _accent(path: Path, values: Mapping[str, object], key: str) -> str:
    colour = _text(path, values, key).lower()
    if not is_colour(colour):
        raise LookError(f'{path}: {key} must be a colour like "#1d5c57", not {values[key]!r}')
    return colour


def coloured(look: Look, path: Path, values: Mapping[str, object]) -> Look:
    """Return ``look`` with the style of the accent, and a remark on each shade that was changed."""
    asked = _accent(path, values, "accent")
    light = readable(asked, LIGHT_GROUNDS, BLACK)
    remarks = _remark(path, "accent", asked, light, LIGHT_GROUNDS)
    if "accent_dark" in values:
        asked = _accent(path, values, "accent_dark")
        dark = readable(asked, DARK_GROUNDS, WHITE)
        remarks += _remark(path, "accent_dark", asked, dark, DARK_GROUNDS)
    else:
        dark = readable(asked, DARK_GROUNDS, WHITE, EASY_CONTRAST)
    style = (
        f":root{{{_light_tokens(light)}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{_dark_tokens(dark)}}}}}"
    )
    return replace(look, style=style, remarks=remarks)


def _remark(
    path: Path, key: str, asked: str, used: str, grounds: tuple[str, ...]
) -> tuple[str, ...]:
    if asked == used:
        return ()
    return (
        f"{path}: {key} {asked} has a contrast of {worst(asked, grounds):.1f} to 1 with the page, "
        f"and text needs {LEAST_CONTRAST}; {used}, the nearest shade that has it, is used instead",
    )


def _light_tokens(accent: str) -> str:
    tint = mix(LIGHT_GROUNDS[0], accent, 0.13)
    strong = readable(mix(accent, BLACK, 0.25), (*LIGHT_GROUNDS, tint), BLACK)
    return f"--accent:{accent};--accent-strong:{strong};--on-accent:#fffdf8;--tint:{tint}"


def _dark_tokens(accent: str) -> str:
    tint = mix(DARK_GROUNDS[1], accent, 0.2)
    strong = readable(mix(accent, WHITE, 0.35), (*DARK_GROUNDS, tint), WHITE)
    ink = readable(mix(accent, BLACK, 0.85), (accent,), BLACK)
    return f"--accent:{accent};--accent-strong:{strong};--on-accent:{ink};--tint:{tint}"
