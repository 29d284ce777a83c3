"""Everything the ingest package raises; each message names the file at fault and the fix.

IngestError
├── RawFolderError      the folder of raw pages is missing or empty
├── PageRefusedError    one raw file cannot be read as a page; the others go on
├── VocabularyError     raw/vocabulary.toml is not what it should be
├── QueriesError        raw/queries.toml is not what it should be
├── TooManyRemovedError an update would empty the library by what looks like an accident
└── ReadingStoppedError a process that reads pages was ended from outside
"""


class IngestError(Exception):
    """Base of all errors of this package."""


class RawFolderError(IngestError):
    """There is nothing to ingest: a wrong or empty folder."""


class PageRefusedError(IngestError):
    """A raw file is not a readable page."""


class QueriesError(IngestError):
    """The file of golden queries in the raw folder has a mistake; nothing was asked."""


class VocabularyError(IngestError):
    """The vocabulary file has a mistake; the message names the line or key."""


class TooManyRemovedError(IngestError):
    """An update would remove most pages of the library."""


class ReadingStoppedError(IngestError):
    """A process that reads pages ended without an answer."""
