"""What the fuzzer starts from: small pages with a bit of everything, and cuttings of real ones.

Small on purpose: an input of half a kilobyte is read in a millisecond, so many can be tried.
"""

from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[2]

CUTTING_LINES = 8
"""Lines of a cutting: a heading or two with what belongs to them."""

CUTTING_BYTES = 400

TEXT = (
    b"Home | About | Contact\n\nElbow Pain\n\nThe elbow hurts, often at night, and it may be\n"
    b"stiff for an hour.\n\nCauses\n  - Ice: ten minutes\n  - Rest\n     1. twice a day\n"
    b"     2. or more\n\nFor Gout:\nDrink water.\n\nCopyright Clinic, 12 Road. Tel 555-010-0199\n",
    b"1. What is it?\nA joint that is in-\nflamed.\n\n2. Treatment\n\xe2\x80\xa2 Heat\n"
    b"\xe2\x80\xa2 Cold\n\nDrug      Dose\n----      ----\nA         1 mg\n\n"
    b"[1] http://example.org/\nMon 8:00 - 4:00\n",
    b"References\n\n   1. https://example.org/a\n   [2]Next page\n\nSIGNS AND SYMPTOMS\n"
    b"==================\n* Pain (severe)\n* Numbness\n+ Tingling\no Fever\n\nQ: Is it bad?\n"
    b"A: No.\n\n(c) 2024\n",
)
HTML = (
    b"<!doctype html><html><head><meta charset=utf-8><title>Elbow | Clinic</title></head><body>"
    b"<nav><ul><li><a href=/>Home</a><ul><li><a href=/c>Conditions</a></ul></ul></nav><main>"
    b"<article><h1>Elbow</h1><p>The elbow hurts, <b>often</b> at night, and it may be stiff for "
    b"an hour.</p><h2>Care</h2><ul><li>Ice<ul><li>ten minutes</ul><li><p>Rest</p></ul></article>"
    b"</main>"
    b"<footer>&copy; Clinic, 12 Road. Tel 555-010-0199</footer></body></html>",
    b"<table><caption>Doses</caption><thead><tr><th>Drug<th colspan=2>Dose</thead><tr>"
    b"<td rowspan=2>A<td>1<td>2<tr><td>3<td>4</table><dl><dt>Pain?<dd><p>Yes.</p>"
    b"<p>Often.</p></dl>",
    b"<details><summary>Why?</summary><p>Because.</p></details><div role=tablist><a role=tab "
    b"aria-controls=x>One</a></div><div id=x role=tabpanel hidden>First panel text.</div>"
    b"<button>Ask</button><div style='display:none'>An answer of five words.</div>",
    b"<p>- ice<br>- rest<br>1. a<br>2. b<p class=MsoListParagraph>\xc2\xb7 item<pre>code\n - x"
    b"</pre>"
    b"<font size=5>Causes</font><br><p style='font-size:2em'>Signs</p><iframe>f</iframe>",
)
MARKDOWN = (
    b"---\ntitle: Elbow\naliases: [a, b]\n---\n# Elbow\n\nThe elbow **hurts**.\n\n## Care\n\n"
    b"- ice\n"
    b"  - ten minutes\n    1. twice\n- rest\n\n| Drug | Dose |\n|---|---|\n| A | 1 |\n",
    b"Term\n: Definition\n: Another\n\n> Quote\n> - item\n\n```\ncode\n```\n\n"
    b"<div><p>html</p></div>\n"
    b"text <br> more\\\nhard\n\n[link](/a) ![image](b.png)\n\nHead\n====\n\n* a\n\n  b\n",
)
QUERIES = (
    b"q=dry+needling&aspect=treatment&condition=fibromyalgia",
    b"q=%22poor+sleep%22+-posture+FM&page=2&sort=title",
    b"q=does+heat+help+neck+pain%3F&topic=Medications&category=Conditions&aspect=causes",
    b"q=slug%3Atags+OR+%28pain%5E2%29+NOT+a*+%5Ba+TO+b%5D~2&s=1&first=x&mark=pain+sleep",
    b"q=%E2%80%9Csiattic%E2%80%9D+n%C3%A9rve+%00%ED%A0%80&condition=Myofascial+Pain+Syndrome",
)
MARKER = b"<zq onload=x>"
"""Markup that no template has: it may stand in no answer unless it is escaped."""

ADDRESSES = (
    b"/search?q=sleep&aspect=causes",
    b"/search.json?q=pain+%3Czq+onload%3Dx%3E&page=3",
    b"/suggest?q=fib&first=1",
    b"/topics/fibromyalgia-myofascial-pain-syndrome/causes?mark=sleep",
    b"/topics/tags.md",
    b"/topics/neck-pain.json?x=%3Czq%20onload%3Dx%3E",
    b"/conditions/fibromyalgia?aspect=causes",
    b"/compare/fibromyalgia/myofascial-pain-syndrome",
    b"/treatments/dry-needling/%3Czq onload=x%3E",
    b"/aspects/risk-factors.json",
    b"/a-z?letter=%3Czq%20onload%3Dx%3E",
    b"/static/../../etc/passwd",
    b"/leaflet?page=neck-pain&section=symptoms",
    b"/glossary",
    b"/compare/?first=fibromyalgia",
)


def cuttings(suffix: str) -> tuple[bytes, ...]:
    """Return the pages of the repository that end in ``suffix``, cut into small pieces."""
    places = (ROOT / "raw", ROOT / "tests" / "data" / "golden", ROOT / "tests" / "data" / "trio")
    files = sorted(
        path for place in places for path in place.glob(f"*{suffix}*") if path.name != "README.md"
    )
    return tuple(piece for path in files for piece in _pieces(path))


def _pieces(path: Path) -> tuple[bytes, ...]:
    lines = iter(path.read_bytes().splitlines(keepends=True))
    pieces = iter(lambda: b"".join(islice(lines, CUTTING_LINES))[:CUTTING_BYTES], b"")
    return tuple(piece for piece in pieces if piece.strip())
