"""Where renamed pages have gone.

Old slugs enter, present slugs leave. Pure; imported by index.writer only.
"""

from collections.abc import Collection, Mapping


def settle(redirects: Mapping[str, str], slugs: Collection[str]) -> dict[str, str]:
    """Return ``redirects`` (old slug -> newer slug) so that each leads to a page in one step.

    ``slugs`` are those of the pages there are. A page renamed twice is followed to its present
    slug. Dropped are redirects from a slug that a page has again, and those that lead to no page.
    """
    settled: dict[str, str] = {}
    for old in redirects:
        target = _follow(old, redirects, slugs)
        if old not in slugs and target in slugs:
            settled[old] = target
    return settled


def _follow(slug: str, redirects: Mapping[str, str], slugs: Collection[str]) -> str:
    seen: set[str] = set()
    while slug not in slugs and slug in redirects and slug not in seen:
        seen.add(slug)
        slug = redirects[slug]
    return slug
