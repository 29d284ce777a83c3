"""Raw bytes to a Page, whatever the format.

The bytes of one raw file enter, its Page leaves; pure, no file is touched, so that pages can be
read in parallel. Used by `ingest.updating.pipeline`.
"""

from hashlib import sha256

from index.document import Page
from ingest.formats import read
from ingest.pages.page import Understood, understand
from ingest.site import site_facts
from ingest.vocabulary import Vocabulary


def read_page(raw: bytes, source: str, vocabulary: Vocabulary) -> Page:
    """Return the Page in ``raw``.

    Args:
        raw: the file's bytes.
        source: its path relative to the raw folder, with forward slashes; its suffix tells the
            format, its name the page's address.
        vocabulary: what staff declare.

    Raises:
        PageRefusedError: the bytes are no page of that format.
    """
    return explain_page(raw, source, vocabulary).page


def explain_page(raw: bytes, source: str, vocabulary: Vocabulary) -> Understood:
    """Return the Page in ``raw`` with the reason for each decision; see `read_page`.

    Raises:
        PageRefusedError: the bytes are no page of that format.
    """
    extract = read(raw, source)
    return understand(
        extract,
        source=source,
        content_hash=sha256(raw).hexdigest(),
        site=site_facts(extract),
        vocabulary=vocabulary,
    )
