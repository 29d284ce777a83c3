"""Which file of a library is called what, and which generation is live.

A library's folder enters; paths, the pointer and the wording of errors leave. Imported by the
library's own modules only.

    var/library/
        live                    the pointer: the number of the live generation, its manifest's hash
        lock                    held by the one writer
        generation-000007/      the live one
            manifest.json       what is in it, and the checksum of every other file
            pages-000003.jsonl  packs of pages, one line of JSON a page
            pages-000007.jsonl
            history.jsonl       what each generation up to this one has changed
            engine/             whatever the search engine keeps
        generation-000006/      the previous one, for rollback
        building-000008/        the next one, not yet whole
"""

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from index.errors import LibraryDamagedError, LibraryMissingError, LibraryOutdatedError
from index.storage import files

DEFAULT_FOLDER = Path("var/library")
"""The folder that ``python -m ingest`` and ``python -m portal`` use unless told otherwise."""

MANIFEST = "manifest.json"
ENGINE_FOLDER = "engine"

_GENERATION = re.compile(r"generation-(\d{6,})")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which generation is live: its number, and the SHA-256 its manifest says of itself.

    With the hash, a pointer that was damaged into another number is found out.
    """

    number: int
    manifest: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The names in the library below ``folder``."""

    folder: Path

    @property
    def pointer(self) -> Path:
        """The file that names the live generation."""
        return self.folder / "live"

    @property
    def lock(self) -> Path:
        """The file whose lock the writer holds."""
        return self.folder / "lock"

    def generation(self, number: int) -> Path:
        """Return the folder of generation ``number``."""
        return self.folder / f"generation-{number:06d}"

    def building(self, number: int) -> Path:
        """Return the folder in which generation ``number`` is built."""
        return self.folder / f"building-{number:06d}"

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of the generations there are, live or not, lowest first."""
        matches = (_GENERATION.fullmatch(path.name) for path in self.folder.glob("generation-*"))
        return tuple(sorted(int(match[1]) for match in matches if match))

    def unfinished(self) -> tuple[Path, ...]:
        """Return the folders that killed writers have left behind."""
        return tuple(self.folder.glob("building-*"))

    def read_pointer(self) -> Pointer:
        """Return which generation is live.

        Raises:
            LibraryMissingError: nothing has been ingested into the folder yet.
            LibraryDamagedError: the pointer cannot be read.
        """
        try:
            value = json.loads(self.pointer.read_bytes())
            return Pointer(int(value["generation"]), str(value["manifest"]))
        except FileNotFoundError as error:
            raise self.missing() from error
        except OSError as error:
            raise self.unreadable(self.pointer, error) from error
        except (KeyError, TypeError, ValueError) as error:
            raise self.damaged(self.pointer, "is no pointer to a generation") from error

    def write_pointer(self, pointer: Pointer) -> None:
        """Make another generation the live one, at once and for good.

        Raises:
            OSError: it could not be written; the live one is as before.
        """
        value = {"generation": pointer.number, "manifest": pointer.manifest}
        content = f"{json.dumps(value)}\n".encode("ascii")
        files.replace(self.pointer, content, self.pointer.with_suffix(".new"))

    @property
    def mend(self) -> str:
        """The command that builds what is missing in this library."""
        if self.folder == DEFAULT_FOLDER:
            return "run: python -m ingest raw/"
        return f"run: python -m ingest raw/ --library {shlex.quote(str(self.folder))}"

    @property
    def rebuild(self) -> str:
        """The command that builds the library anew, also where ingest finds no fault with it."""
        return self.mend.replace("run: ", f"run: rm {shlex.quote(str(self.pointer))} && ")

    def missing(self) -> LibraryMissingError:
        """Return the error that there is no library."""
        return LibraryMissingError(f"there is no library in {self.folder} yet; {self.mend}")

    def outdated(self, path: Path, found: object, wanted: int) -> LibraryOutdatedError:
        """Return the error that ``path`` was written by another version of the program."""
        return LibraryOutdatedError(
            f"{path} has library format {found!r}, this program reads {wanted}; {self.mend}"
        )

    def damaged(self, path: Path, fault: str) -> LibraryDamagedError:
        """Return the error that there is a ``fault`` with ``path`` ("is missing")."""
        return LibraryDamagedError(f"{path} {fault}; to build the library anew, {self.mend}")

    def unreadable(self, path: Path, error: OSError) -> LibraryDamagedError:
        """Return the error that the system would not let us read ``path``."""
        if isinstance(error, FileNotFoundError):
            return self.damaged(path, "is missing")
        return self.damaged(path, f"cannot be read ({error.strerror})")
