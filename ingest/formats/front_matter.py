"""Front matter of a Markdown page: its title and other names.

The YAML between the opening lines ``---`` enters, a FrontMatter leaves. For `markdown` only.
"""

from dataclasses import dataclass

import yaml

_OTHER_NAMES = ("aliases", "alias", "also_called", "also called", "also-called", "synonyms")
"""Keys, lower case, that hold other names of the page."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the page says of itself before its first line; ``repairs`` as in an Extract."""

    title: str | None = None
    aliases: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """Return what ``text``, a YAML mapping, says; anything else in it is left alone.

    Text that is no YAML mapping gives an empty FrontMatter that says so in ``repairs``.
    """
    try:
        stated = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):  # ValueError: a date that no calendar has
        stated = None
    if not isinstance(stated, dict):
        return FrontMatter(repairs=("front matter is not readable as YAML; it was left out",))
    values = {str(key).lower(): value for key, value in stated.items()}
    title = values.get("title")
    names = [name for key in _OTHER_NAMES for name in _names(values.get(key))]
    return FrontMatter(
        title=" ".join(title.split()) or None if isinstance(title, str) else None,
        aliases=tuple(dict.fromkeys(names)),
    )


def _names(value: object) -> list[str]:
    """Return the names in a list, or in one string with commas or semicolons between."""
    if isinstance(value, str):
        value = value.replace(";", ",").split(",")
    if not isinstance(value, list):
        return []
    return [" ".join(name.split()) for name in value if isinstance(name, str) and name.strip()]
