"""Libraries that only some formats need, installed by a pip extra.

A module's name enters, the module leaves, or one line that tells staff what to install. For the
optional formats of this package.
"""

from importlib import import_module
from types import ModuleType

from ingest.errors import PageRefusedError


def optional_module(name: str, *, extra: str, source: str) -> ModuleType:
    """Return the module ``name``, which comes with the pip extra ``extra``.

    Raises:
        PageRefusedError: it is not installed; the message names the page and the command.
    """
    try:
        return import_module(name)
    except ImportError as missing:
        raise PageRefusedError(
            f"{source}: an extra is needed to read this; run: pip install 'clinic-library[{extra}]'"
        ) from missing
