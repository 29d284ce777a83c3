"""Accordions, tabs and other parts behind a click: their controls head what they open."""

from tests.ingest.formats.html_pages import PROSE, content

ANSWER = "It heals in about a year, whatever one does."


def test_the_control_of_an_accordion_heads_what_it_opens() -> None:
    """As Elementor and Bootstrap write it: ARIA names the part, which follows the control."""
    body = (
        "<h2>Questions</h2><div class=accordion>"
        "<div class=title role=button aria-controls=a><a>Will it heal?</a></div>"
        f"<div id=a style='display:none'><p>{ANSWER}</p></div>"
        "<div class=title role=button aria-controls=b><a>Is rest needed?</a></div>"
        "<div id=b style='display:none'><p>Some rest is, for six weeks.</p></div></div>"
    )
    assert content(body) == [
        ("h2", "Questions"),
        ("h3", "Will it heal?"),
        ANSWER,
        ("h3", "Is rest needed?"),
        "Some rest is, for six weeks.",
    ]


def test_a_button_before_a_hidden_part_heads_it_without_aria() -> None:
    """Hand-written accordions name nothing: the order tells."""
    body = f"<button>Will it heal?</button><div hidden><p>{ANSWER}</p></div>"
    assert content(body) == [("h2", "Will it heal?"), ANSWER]


def test_a_button_inside_its_heading_changes_nothing() -> None:
    """The heading's own level counts."""
    body = f"<h4><button aria-controls=a>Will it heal?</button></h4><div id=a><p>{ANSWER}</p></div>"
    assert content(body) == [("h4", "Will it heal?"), ANSWER]


def test_a_command_heads_nothing() -> None:
    """ "Read more" says nothing of what it opens, which is content all the same."""
    body = f"<p>One line.</p><button>Read more</button><div hidden><p>{ANSWER}</p></div>"
    assert ANSWER in content(body)
    assert not any(isinstance(block, tuple) for block in content(body))


def test_tabs_head_their_panels_where_these_stand() -> None:
    """The row of tabs itself, which tells the same again, is left out."""
    body = (
        "<div role=tablist><span role=tab aria-controls=a>Diagnosis</span>"
        "<span role=tab aria-controls=b>Treatment</span></div>"
        "<div id=a role=tabpanel><p>An examination is enough in most cases.</p></div>"
        f"<div id=b role=tabpanel hidden><p>{ANSWER}</p></div>"
    )
    assert content(body) == [
        ("h2", "Diagnosis"),
        "An examination is enough in most cases.",
        ("h2", "Treatment"),
        ANSWER,
    ]


def test_a_panel_that_heads_itself_is_headed_once() -> None:
    """A tab's label is not repeated above the same heading."""
    body = (
        "<ul><li><a data-toggle=tab href=#a>Diagnosis</a></li></ul>"
        f"<div id=a><h3>Diagnosis</h3><p>{ANSWER}</p></div>"
    )
    assert content(body) == [("h3", "Diagnosis"), ANSWER]


def test_tabs_of_program_code_are_no_headings() -> None:
    """They name the language that one example is written in."""
    body = (
        "<div role=tablist><button role=tab aria-controls=a>Python</button></div>"
        "<div id=a role=tabpanel><pre><code>print the answer to the question</code></pre></div>"
    )
    assert ("h2", "Python") not in content(body)


def test_what_an_expander_hides_is_content() -> None:
    """``aria-expanded`` on the hidden part itself says that it can be opened."""
    body = f"<p>One line of a summary.</p><div hidden aria-expanded=false><p>{ANSWER}</p></div>"
    assert content(body) == ["One line of a summary.", ANSWER]


def test_tabs_that_recur_switch_between_variants_and_head_nothing() -> None:
    """The same choice of system or language again and again is no outline of the page."""
    sets = "".join(
        f"<h2>Step {step}</h2><div role=tablist>"
        f"<span role=tab aria-controls=p{step}>Left arm</span>"
        f"<span role=tab aria-controls=q{step}>Right arm</span></div>"
        f"<div id=p{step} role=tabpanel><p>Hold it with the other hand.</p></div>"
        f"<div id=q{step} role=tabpanel><p>Hold it with the left hand.</p></div>"
        for step in (1, 2)
    )
    headings = [block for block in content(sets) if isinstance(block, tuple)]
    assert headings == [("h2", "Step 1"), ("h2", "Step 2")]


def test_a_button_that_expands_something_heads_what_follows() -> None:
    """``aria-expanded`` says that a control opens something; named or not, it follows."""
    body = (
        '<ul><li><div role="button" tabindex="0" aria-expanded="false">Do I need surgery?</div>'
        "<div><p>Hardly ever: nine in ten elbows heal without it.</p></div></li></ul>"
    )
    assert content(body) == [
        ("h2", "Do I need surgery?"),
        "Hardly ever: nine in ten elbows heal without it.",
    ]


def test_bootstrap_s_tabs_are_no_menu_for_their_class() -> None:
    """Their row is a ``nav`` by element or class; each names the panel that it opens."""
    tab = '<a class="nav-link" href="#{0}" role="tab" aria-controls="{0}">{1}</a>'
    tabs = tab.format("a", "Symptoms") + tab.format("b", "Recovery")
    row = f'<nav><div class="nav nav-tabs" role="tablist">{tabs}</div></nav>'
    panel = '<div role="tabpanel" id="{}" style="display: {}"><p>{}</p></div>'
    panels = panel.format("a", "block", "Pain on stairs.") + panel.format("b", "none", "Six weeks.")
    assert content(f"<h2>Knee</h2>{row}{panels.replace('weeks', 'weeks at least')}") == [
        ("h2", "Knee"),
        ("h3", "Symptoms"),
        "Pain on stairs.",
        ("h3", "Recovery"),
        "Six weeks at least.",
    ]


def test_the_label_of_a_box_heads_what_a_style_sheet_opens() -> None:
    """An accordion without a script: the label checks a box that the style sheet looks at."""
    box = '<input type="checkbox" id="a"><label for="a">How do I prepare?</label>'
    told = '<div class="accordion-content"><p>Tell us about blood thinners a week before.</p></div>'
    assert content(f"<h2>Injection</h2><div class='accordion'>{box}{told}</div>") == [
        ("h2", "Injection"),
        ("h3", "How do I prepare?"),
        "Tell us about blood thinners a week before.",
    ]


def test_the_label_of_a_field_heads_nothing() -> None:
    """In a form it says what to fill in."""
    label = '<label for="q">Your question</label>'
    answer = '<div class="answer"><p>We answer within a day.</p></div>'
    form = f'<form class="faq">{label}{answer}</form>'
    assert ("h3", "Your question") not in content(f"<h2>Care</h2><p>{PROSE}</p>{form}")


def test_the_sign_of_a_control_is_not_its_heading_s_text() -> None:
    """A plus in an element of its own shows that the part opens; one in the words is theirs."""
    control = (
        '<h3><button aria-expanded="false"><span>{}</span><span class="m">+</span></button></h3>'
    )
    assert content(f"{control.format('Over 65+')}<p>{ANSWER}</p>") == [("h3", "Over 65+"), ANSWER]
