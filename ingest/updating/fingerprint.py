"""What, beside a raw file's content, decides how it is read: the program and the vocabulary.

Files of the program and the vocabulary's bytes enter, a digest leaves. If it is not the one that
the library was built with, every page is read again. Used by the pipeline.
"""

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_PACKAGES = ("index", "ingest")
"""The packages whose code and data make a Page of a raw file."""

_NOT_CODE = frozenset({"__pycache__", "engines", "storage"})
"""Folders without influence on a Page: compiled files, the search engines, the library's files."""


def fingerprint(vocabulary: Path) -> str:
    """Return the digest of this program and of the vocabulary file, which may be absent.

    The program's own files are taken instead of a version number, which people forget to raise.
    """
    digest = hashlib.sha256()
    for package in _PACKAGES:
        for name, content in _program(files(package), package):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    digest.update(vocabulary.read_bytes() if vocabulary.exists() else b"")
    return digest.hexdigest()


def _program(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file below ``folder``, in the order of the names."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            if entry.name not in _NOT_CODE:
                yield from _program(entry, name)
        elif not entry.name.endswith(".pyc"):
            yield name, entry.read_bytes()
