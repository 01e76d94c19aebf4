"""What is shown, what is exposed, which role holds, and what the styles say."""

import pytest

from auditor.markup.colour import BLACK, WHITE, colour, contrast
from auditor.markup.focus import tabbable
from auditor.markup.roles import role
from auditor.markup.shown import exposed, visible
from auditor.markup.size import font_size
from auditor.markup.style import styles_of
from auditor.wcag import LEVEL, level_of
from tests.accessibility.pages import element


@pytest.mark.parametrize(
    ("html", "seen", "told"),
    [
        ('<p id="x">A</p>', True, True),
        ('<p id="x" hidden>A</p>', False, False),
        ('<div hidden><p id="x">A</p></div>', False, False),
        ('<p id="x" aria-hidden="true">A</p>', True, False),
        ('<p id="x" style="display: none">A</p>', False, False),
        ('<p id="x" style="visibility:hidden">A</p>', False, False),
        ('<div style="visibility:hidden"><p id="x" style="visibility:visible">A</p></div>', True, True),
        ('<style>.gone { display: none }</style><p id="x" class="gone">A</p>', False, False),
        ('<style>@media print { p { display: none } }</style><p id="x">A</p>', True, True),
        ('<style>p { display: none } #x { display: block }</style><p id="x">A</p>', True, True),
        ('<p id="x" style="position:absolute; left:-9999px">A</p>', False, True),
        ('<input id="x" type="hidden">', False, False),
        ('<div inert><p id="x">A</p></div>', True, False),
    ],
)  # fmt: skip
def test_shown(html: str, seen: bool, told: bool) -> None:
    one = element(html)
    assert (visible(one), exposed(one)) == (seen, told)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a id="x" href="/">A</a>', "link"),
        ('<a id="x">A</a>', "generic"),
        ('<img id="x" alt="">', "none"),
        ('<img id="x" alt="" tabindex="0">', "img"),
        ('<img id="x" alt="" aria-live="polite">', "img"),
        ('<button id="x" role="none">A</button>', "button"),
        ('<button id="x" role="none" disabled>A</button>', "none"),
        ('<div id="x" role="nonsense button">A</div>', "button"),
        ('<input id="x" type="search">', "searchbox"),
        ('<input id="x" type="checkbox" role="switch">', "switch"),
        ('<select id="x" multiple><option>A</option></select>', "listbox"),
        ('<header id="x">A</header>', "banner"),
        ('<article><header id="x">A</header></article>', "generic"),
        ('<ul><li id="x">A</li></ul>', "listitem"),
        ('<div><li id="x">A</li></div>', "generic"),
        ('<table><tr><th id="x" scope="row">A</th></tr></table>', "rowheader"),
        ('<table role="none"><tr><th id="x">A</th></tr></table>', "generic"),
    ],
)
def test_role(html: str, expected: str) -> None:
    assert role(element(html)) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a id="x" href="/">A</a>', True),
        ('<a id="x">A</a>', False),
        ('<a id="x" href="/" tabindex="-1">A</a>', False),
        ('<button id="x" disabled>A</button>', False),
        ('<fieldset disabled><legend><input id="x"></legend></fieldset>', True),
        ('<fieldset disabled><p><input id="x"></p></fieldset>', False),
        ('<div id="x" contenteditable>A</div>', True),
        ('<a id="x" href="/" style="display:none">A</a>', False),
    ],
)
def test_tab_key(html: str, expected: bool) -> None:
    assert tabbable(element(html)) is expected


@pytest.mark.parametrize(
    ("html", "pixels"),
    [
        ('<p id="x">A</p>', 16),
        ('<div style="font-size:2em"><p id="x" style="font-size:50%">A</p></div>', 16),
        ('<h1 id="x">A</h1>', 32),
        ('<p id="x" style="font: italic 12pt/1.5 serif">A</p>', 16),
        ('<p id="x" style="font-size: 3vw">A</p>', None),
    ],
)
def test_size(html: str, pixels: float | None) -> None:
    assert font_size(element(html)) == pixels


def test_cascade() -> None:
    css = "<style>p { color: red !important } #x { color: blue } p.a { background: url(a.png) #fff }</style>"
    one = element(css + '<p id="x" class="a" style="color: green">A</p>')
    styles = styles_of(one.page)
    assert styles.value(one, "color") == "red"
    assert styles.value(one, "background-color") == "#fff"
    assert styles.value(one, "background-image") == "image"


def test_other_files_make_the_styles_incomplete() -> None:
    assert styles_of(element('<p id="x">A</p>').page).whole
    linked = element('<link rel="stylesheet" href="a.css"><p id="x">A</p>')
    assert not styles_of(linked.page).whole
    imported = element('<style>@import "a.css";</style><p id="x">A</p>')
    assert not styles_of(imported.page).whole


def test_contrast() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    grey = colour("#767676")
    assert grey is not None
    assert contrast(grey, WHITE) == pytest.approx(4.54, abs=0.01)
    assert colour("var(--ink)") is None


def test_level_of_criteria() -> None:
    assert level_of(("1.4.3", "1.1.1")) == "A"
    assert level_of(()) == ""
    assert set(LEVEL.values()) == {"A", "AA", "AAA"}
