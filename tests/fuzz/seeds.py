"""Small pages with a bit of everything, from which the fuzzer starts."""

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
