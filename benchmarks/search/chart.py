"""Measurements as a chart: how long each engine takes to answer, on a logarithmic scale.

Results enter, SVG leaves.
"""

from collections.abc import Sequence
from math import ceil, floor, log10
from xml.sax.saxutils import escape

from benchmarks.search.run import Measurement

_WIDTH, _LEFT, _RIGHT = 760, 170, 40
_ROW, _TOP, _BOTTOM = 46, 64, 40
_BAR = 12
_COLOURS = {"short": "#0b6e6e", "questions": "#b45309"}
_LABELS = {"short": "short queries", "questions": "questions"}


def chart(results: Sequence[Measurement], caption: str) -> str:
    """Return an SVG with p50 as a dot and a line to p95, for both kinds of query."""
    every = [
        time
        for result in results
        for times in (result.searching.short, result.searching.questions)
        for time in (times.p50, times.p95)
    ]
    low, high = floor(log10(min(every))), ceil(log10(max(every)))
    plot = _WIDTH - _LEFT - _RIGHT

    def place(milliseconds: float) -> float:
        return _LEFT + plot * (log10(milliseconds) - low) / (high - low)

    height = _TOP + _ROW * len(results) + _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        f' font-family="sans-serif" font-size="13" role="img">',
        f"<title>{escape(caption)}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="white"/>',
        f'<text x="16" y="22">{escape(caption)}</text>',
    ]
    for number, (kind, colour) in enumerate(_COLOURS.items()):
        legend = _LEFT + 160 * number
        parts.append(f'<circle cx="{legend}" cy="42" r="5" fill="{colour}"/>')
        parts.append(f'<text x="{legend + 10}" y="46">{_LABELS[kind]}: p50 to p95</text>')
    for power in range(low, high + 1):
        x = place(10**power)
        parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{height - _BOTTOM}" stroke="#ddd"/>'
        )
        parts.append(
            f'<text x="{x:.1f}" y="{height - 18}" text-anchor="middle">{10**power:g} ms</text>'
        )
    for number, result in enumerate(results):
        y = _TOP + _ROW * number + _ROW / 2
        parts.append(
            f'<text x="{_LEFT - 12}" y="{y + 4:.1f}" text-anchor="end">'
            f"{escape(result.contestant)}</text>"
        )
        for kind, offset in (("short", -_BAR / 2), ("questions", _BAR / 2)):
            times = getattr(result.searching, kind)
            start, end, colour = place(times.p50), place(times.p95), _COLOURS[kind]
            parts.append(
                f'<line x1="{start:.1f}" x2="{end:.1f}" y1="{y + offset:.1f}"'
                f' y2="{y + offset:.1f}" stroke="{colour}" stroke-width="3"/>'
            )
            parts.append(f'<circle cx="{start:.1f}" cy="{y + offset:.1f}" r="5" fill="{colour}"/>')
    return "\n".join([*parts, "</svg>", ""])
