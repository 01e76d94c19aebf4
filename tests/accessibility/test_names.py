"""The accessible name, worked out by hand from the standards before the code was run."""

import pytest

from auditor.markup.names import name
from tests.accessibility.pages import element


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a id="x" href="/a">Our <b>map</b></a>', "Our map"),
        ('<a id="x" href="/a"><img alt="Our map"> of wards</a>', "Our map of wards"),
        ('<a id="x" href="/a" aria-label="Plan">Our map</a>', "Plan"),
        ('<a id="x" href="/a" aria-label=" ">Our map</a>', "Our map"),
        ('<a id="x" href="/a" title="Plan"></a>', "Plan"),
        ('<a id="x" href="/a" title="Plan">Our map</a>', "Our map"),
        ('<a id="x" href="/a">Our <span hidden>old</span>map</a>', "Our map"),
        ('<a id="x" href="/a">Our <span aria-hidden="true">old</span>map</a>', "Our map"),
        ('<a id="x" href="/a">Our <span style="display:none">old</span>map</a>', "Our map"),
        ('<a id="x" href="/a"><svg><title>Our map</title></svg></a>', "Our map"),
        ('<a id="x" href="/a"><div>Our</div><div>map</div></a>', "Our map"),
        ('<p id="p">Plan</p><a id="x" href="/a" aria-labelledby="p">Our map</a>', "Plan"),
        ('<p id="p" hidden>Plan</p><a id="x" href="/a" aria-labelledby="p">Map</a>', "Plan"),
        ('<p id="p">Plan</p><a id="x" href="/a" aria-labelledby="x p">Map</a>', "Map Plan"),
        ('<a id="x" href="/a" aria-labelledby="nothing">Map</a>', "Map"),
        ('<button id="x" aria-labelledby="x" aria-label="Send">Go</button>', "Send"),
        ('<label for="x">Age</label><input id="x">', "Age"),
        ('<label>Age <input id="x" value="40"></label>', "Age"),
        ('<label>Ring <input value="2" title="t"> times <input id="y"></label><input id="x">', ""),
        ('<input id="x" placeholder="Age">', "Age"),
        ('<input id="x" title="Age" placeholder="Years">', "Age"),
        ('<input id="x" type="submit">', "Submit"),
        ('<input id="x" type="submit" value="Send">', "Send"),
        ('<input id="x" type="button">', ""),
        ('<input id="x" type="image" alt="Send">', "Send"),
        ('<img id="x" alt="A heart">', "A heart"),
        ('<img id="x" title="A heart">', "A heart"),
        ('<img id="x">', ""),
        ('<table id="x"><caption>Doses</caption><tr><td>1</td></tr></table>', "Doses"),
        ("<fieldset id='x'><legend>Do you <em>smoke</em>?</legend></fieldset>", "Do you smoke?"),
        ('<div id="x">Words</div>', ""),
        ('<div id="x" role="button">Words</div>', "Words"),
        ('<h2 id="x">Before <br>the test</h2>', "Before the test"),
        ('<iframe id="x" title="Map"></iframe>', "Map"),
        ('<label for="x">Take <select><option>one</option><option selected>two</option></select>'
         " tablets</label><input id='x' type='checkbox'>", "Take two tablets"),
    ],
)  # fmt: skip
def test_name(html: str, expected: str) -> None:
    assert name(element(html)) == expected


def test_labels_that_name_each_other_end() -> None:
    assert (
        name(
            element(
                '<a id="x" href="/" aria-labelledby="y">A</a><b id="y" aria-labelledby="x">B</b>'
            )
        )
        == "B"
    )


def test_deep_nesting_ends() -> None:
    assert isinstance(name(element('<a id="x" href="/">' + "<b>" * 5000 + "A")), str)
