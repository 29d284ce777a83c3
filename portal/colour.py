"""Colours as numbers: how well one is read on another, and shades of one that are read well.

"#rrggbb" enters and leaves. Contrast is that of WCAG 2.2
(https://www.w3.org/TR/WCAG22/#contrast-minimum).
"""

import re
from collections.abc import Iterable

LEAST_CONTRAST = 4.5
"""Level AA asks for it of text (success criterion 1.4.3)."""

BLACK, WHITE = "#000000", "#ffffff"

_STEPS = 50
"""Shades tried between a colour and black or white: steps of 2 % are hardly seen."""

_LINEAR_BELOW = 0.04045
# Where sRGB's transfer function (IEC 61966-2-1) goes from a line to a power.

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def is_colour(text: str) -> bool:
    """Return whether ``text`` is a colour as this module has them."""
    return bool(_COLOUR.fullmatch(text))


def mix(colour: str, other: str, share: float) -> str:
    """Return ``colour`` with a ``share`` of ``other``, 0 to 1, channel by channel."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def worst(colour: str, grounds: Iterable[str]) -> float:
    """Return the least contrast that ``colour`` has on one of ``grounds``."""
    return min(contrast(colour, ground) for ground in grounds)


def readable(colour: str, grounds: tuple[str, ...], end: str, least: float = LEAST_CONTRAST) -> str:
    """Return ``colour``, or its first shade towards ``end`` with the ``least`` contrast on all."""
    shades = (mix(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if worst(shade, grounds) >= least), end)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
