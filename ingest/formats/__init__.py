"""The formats raw pages come in: one table from file suffix to reader.

A raw file's bytes enter, an Extract leaves. A format is one module (or folder) here with a
function ``read(raw, source)``; it is imported when the first page of its kind is met, so that an
optional format costs nothing until then. To add one, add a row.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath

from ingest.blocks import Extract
from ingest.errors import PageRefusedError

Reader = Callable[[bytes, str], Extract]

FORMATS: dict[str, str] = {
    ".txt": "ingest.formats.text:read",
    ".text": "ingest.formats.text:read",
    ".html": "ingest.formats.html:read",
    ".htm": "ingest.formats.html:read",
    ".xhtml": "ingest.formats.html:read",
    ".md": "ingest.formats.markdown:read",
    ".markdown": "ingest.formats.markdown:read",
    ".docx": "ingest.formats.word:read",
    ".pdf": "ingest.formats.pdf:read",
}
"""File suffix, lower case -> "module:function" of its reader."""


def read(raw: bytes, source: str) -> Extract:
    """Read the raw page ``source`` (its path, for messages and for its suffix).

    Raises:
        PageRefusedError: the suffix is unknown, or the bytes are no page of that format.
    """
    suffix = PurePosixPath(source).suffix.lower()
    if suffix not in FORMATS:
        known = " ".join(sorted(FORMATS))
        raise PageRefusedError(
            f"{source}: files ending in {suffix!r} are not read; save as {known}"
        )
    module, _, function = FORMATS[suffix].partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader(raw, source)
