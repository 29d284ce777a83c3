"""Everything the ingest package raises; each message names the file at fault and the fix.

IngestError
├── RawFolderError      the folder of raw pages is missing or empty
├── PageRefusedError    one raw file cannot be read as a page; the others go on
└── VocabularyError     raw/vocabulary.toml is not what it should be
"""


class IngestError(Exception):
    """Base of all errors of this package."""


class RawFolderError(IngestError):
    """There is nothing to ingest: a wrong or empty folder."""


class PageRefusedError(IngestError):
    """A raw file is not a readable page."""


class VocabularyError(IngestError):
    """The vocabulary file has a mistake; the message names the line or key."""
