"""Everything the index package raises; each message names the thing at fault and the fix.

LibraryError
├── LibraryMissingError     nothing has been ingested into that folder yet
├── LibraryOutdatedError    written by another schema version
├── LibraryDamagedError     a file of the live generation is missing or unreadable
├── LibraryLockedError      another ingest is writing
├── LibraryWriteError       the disk is full or the folder may not be written
└── EngineError             the engine failed or is unknown
"""


class LibraryError(Exception):
    """Base of all errors of this package."""


class LibraryMissingError(LibraryError):
    """There is no library in the folder."""


class LibraryOutdatedError(LibraryError):
    """The library was written by another version of the program."""


class LibraryDamagedError(LibraryError):
    """A file of the library is missing or cannot be read."""


class LibraryLockedError(LibraryError):
    """Another process is writing to the library."""


class LibraryWriteError(LibraryError):
    """The library could not be written; it is as it was."""


class EngineError(LibraryError):
    """A search engine failed, or no engine has the name asked for."""
