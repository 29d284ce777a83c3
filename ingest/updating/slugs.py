"""Which address each raw file gets: from its name, once given kept, never shared.

Sources and the addresses they have enter, addresses leave. Pure. Used by the pipeline.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

from index.text import slugify


@dataclass(frozen=True, slots=True)
class Addresses:
    """``slugs``: source -> slug; ``warnings``: source -> why its slug is not simply its name."""

    slugs: Mapping[str, str]
    warnings: Mapping[str, str]


def assign_slugs(
    sources: Collection[str],
    given: Mapping[str, str] | None = None,
    taken: Collection[str] = (),
) -> Addresses:
    """Give each of ``sources`` a slug of its own.

    Args:
        sources: paths in the raw folder, with "/".
        given: source -> the slug it has in the library, which it keeps: visitors have links to it.
        taken: slugs that no source may get, those of pages that cannot be read at present.

    A slug is that of the file's name. Where two files have the same name the first in path order
    gets it; the other's folder or ending is added, which does not depend on what else there is.
    """
    kept = {source: slug for source, slug in (given or {}).items() if source in sources}
    slugs: dict[str, str] = dict(kept)
    owners = {slug: source for source, slug in kept.items()}
    warnings: dict[str, str] = {}
    for source in sorted(sources):
        plain = slugify(_stem(source))
        if source not in slugs:
            slug = next(name for name in _names(source) if name not in owners and name not in taken)
            slugs[source] = slug
            owners[slug] = source
        if slugs[source] != plain:
            other = owners.get(plain)
            because = f"{other} has the address {plain!r}" if other else "it has had it before"
            warnings[source] = (
                f"its address is {slugs[source]!r}, because {because}; "
                "give the file a name of its own if you want another address"
            )
    return Addresses(slugs, warnings)


def _stem(source: str) -> str:
    """Return the file's name without its ending, as `PurePosixPath.stem`, which takes four times
    as long, for every page there is."""
    name = source.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    return stem if stem and ending else name


def _names(source: str) -> Iterator[str]:
    """Yield possible slugs of ``source``, from plain to unmistakable."""
    path = PurePosixPath(source)
    yield slugify(path.stem)
    if path.parent.name:
        yield slugify(f"{path.parent} {path.stem}")
    distinct = slugify(f"{path.parent} {path.stem} {path.suffix}")
    yield distinct
    yield from (f"{distinct}-{number}" for number in count(2))
