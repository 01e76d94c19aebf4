"""Dot plots: every value stands where its figure says, and in words beside it."""

import re
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from auditor.render.dotplot import draw, figure, summary

values = st.none() | st.floats(0, 1e6, allow_nan=False) | st.floats(0, 30, allow_nan=False)


def row(value: float | None, target: float | None, *sources: float | None) -> dict[str, Any]:
    return {
        "id": "reading_age",
        "label": "Reading age",
        "unit": "years",
        "target": target,
        "direction": "lower",
        "value": value,
        "sources": [
            {"id": f"s{number}", "title": f"<Page> {number}", "value": each}
            for number, each in enumerate(sources)
        ],
    }


def places(svg: str) -> list[float]:
    return [float(place) for place in re.findall(r'<circle cx="([\d.-]+)%"', svg)]


@given(value=values, target=values, sources=st.lists(values, max_size=5))
def test_every_drawing_is_well_formed_and_within_its_frame(
    value: float | None, target: float | None, sources: list[float | None]
) -> None:
    svg = str(draw(row(value, target, *sources)))
    known = [each for each in (value, *sources) if each is not None]
    if not known and target is None:
        assert svg == ""
        return
    ElementTree.fromstring(svg)
    assert len(places(svg)) == len(known)
    assert all(0 <= place <= 100 for place in places(svg))


def test_dots_stand_in_the_order_of_their_values() -> None:
    svg = str(draw(row(14.0, 11.0, 15.0, 12.0, 13.0)))
    dots, own = sorted(places(svg)[:-1]), places(svg)[-1]
    assert places(svg)[:-1] == dots
    assert dots[1] < own < dots[2]


def test_dots_that_would_touch_stand_on_lines_of_their_own() -> None:
    svg = str(draw(row(None, None, 12.0, 12.0, 12.01, 20.0)))
    lines = re.findall(r'cy="(\d+)"', svg)
    assert len(set(lines)) == 3


def test_names_are_escaped_and_reachable_by_keyboard() -> None:
    alone = str(draw(row(14.0, 11.0, 15.0)))
    assert alone.count('tabindex="0"') == 1
    assert 'aria-label="&lt;Page&gt; 0: 15"' in alone
    linked = str(draw(row(14.0, 11.0, 15.0), lambda name: f"/sources/{name}"))
    assert '<a class="dot" href="/sources/s0"' in linked
    assert "<Page>" not in linked


def test_the_words_say_what_the_drawing_shows() -> None:
    said = "This text: 14.2. Target: 11 or lower. Source documents: 12 to 15.5."
    assert summary(row(14.2, 11.0, 12.0, None, 15.5)) == said
    assert summary(row(None, None)) == "This text: not measured."


def test_figures_are_short() -> None:
    assert [figure(each) for each in (11.0, 14.26, 1240.0, None)] == [
        "11",
        "14.3",
        "1,240",
        "not measured",
    ]
