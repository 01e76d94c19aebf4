"""How much of a definition a text says, and looking up what overlaps."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.classifier import tokens
from auditor.facts.overlaps import Overlaps
from auditor.likeness import Meaning, likeness
from auditor.model import Span

BIOPSY = "Taking a small piece of tissue to test it in a laboratory."


def share(definition: str, text: str, *names: str) -> float:
    one = Meaning(definition, names)
    return one.share(one.said(tokens(text, likeness().rows)))


def test_the_definition_itself_says_all_of_it() -> None:
    assert share(BIOPSY, BIOPSY, "biopsy") == 1


def test_other_words_for_the_same_say_much_of_it() -> None:
    same = share(BIOPSY, "A doctor removes a little bit of skin and sends it to the lab.", "biopsy")
    other = share(BIOPSY, "You can park behind the hospital for two pounds a day.", "biopsy")
    assert same > 2 * other


def test_words_of_the_term_tell_nothing_of_it() -> None:
    """A circle says none of the meaning: the term, its plural and its family are left out."""
    assert not Meaning("The biopsies.", ("biopsy", "biopsies"))
    assert share("A biopsy of the kidney.", "biopsy", "renal biopsy") == 0


def test_of_several_texts_the_nearest_word_counts_once() -> None:
    one = Meaning(BIOPSY, ("biopsy",))
    said = one.said(["laboratory"])
    assert one.share(said, said) == one.share(said) > 0


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_overlaps_are_those_that_share_a_code_point(spans: list[Span], asked: Span) -> None:
    found = Overlaps(zip(spans, range(len(spans)), strict=True)).at(asked)
    assert sorted(found, key=str) == sorted(
        ((span, n) for n, span in enumerate(spans) if span.overlaps(asked)), key=str
    )
    assert [span.start for span, _ in found] == sorted(span.start for span, _ in found)
