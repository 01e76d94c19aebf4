"""How much of a definition a text says."""

from auditor.classifier import tokens
from auditor.likeness import Meaning, likeness

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
