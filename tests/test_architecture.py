"""The shape of the code base: what the import contracts cannot say."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("index", "ingest", "portal")
MODULES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
LONGEST = 260
"""Lines of the longest module: "about 250", as agreed in docs/architecture.md."""


def name_of(path: Path) -> str:
    """Return the path of a module below the project."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_longer_than_about_250_lines(path: Path) -> None:
    """A module that outgrows a few screens has more than one reason to change."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_stand_at_the_top(path: Path) -> None:
    """No import hides in a function to avoid a cycle."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    hidden = [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def importers_of(package: str) -> set[str]:
    """Return the modules that import ``package`` or something below it."""
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            if any(name.split(".")[0] == package for name in names):
                found.add(name_of(path))
    return found


@pytest.mark.parametrize(
    ("package", "folder"),
    [("whoosh", "index/engines/whoosh/"), ("bs4", "ingest/formats/html")],
)
def test_a_foreign_library_stays_in_its_own_folder(package: str, folder: str) -> None:
    """Whoosh and BeautifulSoup are each known to one folder and nowhere else."""
    importers = importers_of(package)
    assert importers
    assert all(name.startswith(folder) for name in importers)


def test_every_template_is_an_html_file() -> None:
    """Autoescape depends on the suffix."""
    others = [
        path.name
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and path.suffix != ".html"
    ]
    assert others == []
