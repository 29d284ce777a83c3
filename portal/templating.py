"""Templates: found once, compiled once, always escaping.

A template's name and its values enter, HTML text leaves. The values of every template: ``model``
(the view's), ``frame`` (the site's), ``here`` (the page's own addresses); the globals are set here.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from index.document import ItemList, Paragraph, Table
from portal import urls
from portal.frame import Frame, Here

PACKAGE = Path(__file__).parent
STATIC = PACKAGE / "static"
FINGERPRINT_DIGITS = 12
"""Hex digits of a file's hash in its address: 48 bits, so two versions never share one."""


def templates_folder() -> Path:
    """Return where the templates are: within the package if installed, else beside it."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


class Templates:
    """The templates and static files of one version of the portal."""

    def __init__(self) -> None:
        """Prepare the environment; templates compile when first used and are kept."""
        folder = templates_folder()
        self._addresses = {
            path.name: f"/static/{path.name}?v={fingerprint([path])}"
            for path in sorted(STATIC.iterdir())
            if path.is_file()
        }
        self.fingerprint = fingerprint([*sorted(STATIC.iterdir()), *sorted(folder.rglob("*.html"))])
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(urls=urls, asset=self._addresses.__getitem__)
        self._environment.filters.update(day=day, moment=moment)
        self._environment.tests.update(
            paragraph=lambda block: isinstance(block, Paragraph),
            item_list=lambda block: isinstance(block, ItemList),
            table=lambda block: isinstance(block, Table),
        )

    def render(self, template: str, model: object, frame: Frame, here: Here) -> str:
        """Return the page that ``template`` makes of its values."""
        return self._environment.get_template(template).render(model=model, frame=frame, here=here)


def fingerprint(paths: Iterable[Path]) -> str:
    """Return a short hash of the names and contents of the files among ``paths``."""
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:FINGERPRINT_DIGITS]


def day(when: datetime) -> str:
    """Return a date as people write it: "24 November 2026"."""
    return f"{when.day} {when:%B %Y}"


def moment(when: datetime) -> str:
    """Return a UTC time as people write it: "24 November 2026, 02:10 UTC"."""
    return f"{day(when)}, {when:%H:%M} UTC"
