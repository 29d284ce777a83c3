"""An Extract as plain lines that a person can check against the raw page.

An Extract enters, text leaves; for golden files of the text format only.
"""

from collections.abc import Iterable, Iterator

from ingest.blocks import Block, Bullet, Extract, Grid, Heading


def render(extract: Extract) -> str:
    """Return title, furniture before, content and furniture after, a block a line."""
    parts = [
        ("before", extract.before),
        ("content", extract.content),
        ("after", extract.after),
    ]
    lines = [f"title: {extract.title}"]
    for name, blocks in parts:
        lines.append(f"== {name}")
        lines.extend(render_blocks(blocks))
    return "\n".join(lines) + "\n"


def render_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield one line a block: "# heading", "- item" indented by depth, "| cell | cell", text."""
    for block in blocks:
        span = f"{block.lines.first}-{block.lines.last}"
        match block:
            case Heading():
                level = "" if block.level is None else block.level
                yield f"{span}: #{level} {block.text}"
            case Bullet():
                mark = "1." if block.ordered else "-"
                yield f"{span}: {'  ' * block.depth}{mark} {block.text}"
            case Grid():
                for row in (block.header, *block.rows):
                    yield f"{span}: | {' | '.join(row)}"
            case _:
                yield f"{span}: {block.text}"
