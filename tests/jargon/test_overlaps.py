"""Spans are found by what overlaps them."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.facts.overlaps import Overlaps
from auditor.model import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_overlaps_are_those_that_share_a_code_point(spans: list[Span], asked: Span) -> None:
    found = Overlaps(zip(spans, range(len(spans)), strict=True)).at(asked)
    assert sorted(found, key=str) == sorted(
        ((span, n) for n, span in enumerate(spans) if span.overlaps(asked)), key=str
    )
    assert [span.start for span, _ in found] == sorted(span.start for span, _ in found)
