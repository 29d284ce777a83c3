"""Templates: found once, compiled once, always escaping.

A template's name and its values enter, HTML text leaves. The values of every template: ``model``
(the view's), ``frame`` (the site's), ``here`` (the page's own addresses); the globals are set here.
"""

import hashlib
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from index.document import ItemList, Paragraph, Table
from portal import urls
from portal.fragments import Fragments
from portal.frame import Frame, Here
from portal.letters import place_of
from portal.look import Look

PACKAGE = Path(__file__).parent
STATIC = PACKAGE / "static"
STYLE = "portal.css"
ICON = "icon.svg"
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
"""What the package has of static files, by their names' endings."""

FINGERPRINT_DIGITS = 12
"""Hex digits of a file's hash in its address: 48 bits, so two versions never share one."""


class InstallationError(Exception):
    """A file of the program itself is missing or broken; the message names it and what to type."""

    def __init__(self, fault: str) -> None:
        """Tell of ``fault``."""
        super().__init__(fault)
        self.fault = fault
        self.remedy = (
            f"{sys.executable} -m pip install --force-reinstall --no-deps clinic-library"
            if templates_folder().parent == PACKAGE
            else f"git -C {PACKAGE.parent} checkout -- portal templates"
        )


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is served; ``role`` is what templates ask for it by."""

    role: str
    media_type: str
    content: bytes


def templates_folder() -> Path:
    """Return where the templates are: within the package if installed, else beside it."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


class Templates:
    """The templates and static files of one version of the portal, with a clinic's look.

    ``files`` are the static files by name, as they are served.
    """

    def __init__(self, look: Look, *, static: bool = False) -> None:
        """Prepare the environment; templates compile when first used and are kept.

        ``static`` leaves out what only a server can answer: `portal.export` sets it.
        """
        folder = templates_folder()
        self.files = static_files(look)
        self._addresses = {
            file.role: f"/static/{name}?v={fingerprint(file.content)}"
            for name, file in self.files.items()
        }
        templates = (path.read_bytes() for path in sorted(folder.rglob("*.html")))
        statics = (file.content for file in self.files.values())
        self.fingerprint = fingerprint(*statics, *templates, (look.name or "").encode())
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(
            urls=urls,
            place_of=place_of,
            asset=self._addresses.__getitem__,
            has_logo=look.logo is not None,
            static=static,
        )
        fragments = Fragments()
        self._environment.filters.update(
            day=day,
            moment=moment,
            number=number,
            passages=passages,
            kept=fragments.of,
            rows=fragments.rows,
        )
        self._environment.tests.update(
            paragraph=lambda block: isinstance(block, Paragraph),
            item_list=lambda block: isinstance(block, ItemList),
            table=lambda block: isinstance(block, Table),
        )

    def compile_all(self) -> None:
        """Compile every template, so that a fault in one shows before it is visited.

        Raises:
            InstallationError: there are none, or one is broken or names another that is missing.
        """
        names = set(self._environment.list_templates())
        if not names:
            raise InstallationError(f"there is no template in {templates_folder()}")
        for name in sorted(names):
            path = templates_folder() / name
            try:
                self._environment.get_template(name)
                tree = self._environment.parse(path.read_text(encoding="utf-8"))
            except TemplateSyntaxError as error:
                raise InstallationError(f"{path}, line {error.lineno}: {error.message}") from error
            for other in find_referenced_templates(tree):
                if other is not None and other not in names:
                    raise InstallationError(f"{path} needs {other}, which is missing")

    def render(self, template: str, model: object, frame: Frame, here: Here) -> str:
        """Return the page that ``template`` makes of its values."""
        return self._environment.get_template(template).render(model=model, frame=frame, here=here)


def static_files(look: Look) -> dict[str, StaticFile]:
    """Return the static files by name: those of the package, and what ``look`` makes of them.

    Raises:
        InstallationError: the style sheet or the icon is missing.
    """
    found = {
        path.name: StaticFile(path.name, MEDIA_TYPES[path.suffix], path.read_bytes())
        for path in sorted(STATIC.glob("*"))
        if path.suffix in MEDIA_TYPES
    }
    for name in (STYLE, ICON):
        if name not in found:
            raise InstallationError(f"{STATIC / name} is missing")
    style = found[STYLE]
    found[STYLE] = replace(style, content=style.content + look.style.encode())
    if look.logo:
        # It stands in the browser's tab as well, so that a page asks for no more files than before.
        del found[ICON]
        logo = StaticFile(ICON, look.logo.media_type, look.logo.content)
        found[f"logo{look.logo.suffix}"] = logo
    return found


def fingerprint(*contents: bytes) -> str:
    """Return a short hash of ``contents``, which follow one another in a fixed order."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:FINGERPRINT_DIGITS]


def day(when: datetime) -> str:
    """Return a date as people write it: "24 November 2026"."""
    return f"{when.day} {when:%B %Y}"


def number(count: int) -> str:
    """Return a number as people write it: "4,319"."""
    return f"{count:,}"


def passages(count: int) -> str:
    """Return how many passages there are, as people write it: "1 passage", "4,319 passages"."""
    return f"{number(count)} {'passage' if count == 1 else 'passages'}"


def moment(when: datetime) -> str:
    """Return a UTC time as people write it: "24 November 2026, 02:10 UTC"."""
    return f"{day(when)}, {when:%H:%M} UTC"
