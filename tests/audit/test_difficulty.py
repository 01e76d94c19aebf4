"""Word and sentence difficulty: the model's arithmetic, and that it ranks as people do."""

import pytest

from auditor import frequency
from auditor.difficulty import (
    SENTENCE_FEATURES,
    Word,
    models,
    phrase_difficulty,
    sentence_difficulty,
    sentence_features,
    word_features,
)
from auditor.phrases import tokens
from auditor.vocabulary import look_up


def parsed(text: str) -> list[Word]:
    return [look_up(token.span.of(text)) for token in tokens(text)]


def rated(text: str) -> float:
    return sentence_difficulty(parsed(text), text)


def test_each_model_has_a_weight_for_each_feature() -> None:
    words = word_features(
        "cell", zipf=5, family=5, syllables=1, capital=False, capitals=False, spoken=True,
        counted=True,
    )  # fmt: skip
    assert len(words) == len(models()["word"].features)
    assert len(sentence_features(parsed("A cell."), "A cell.")) == SENTENCE_FEATURES
    assert len(models()["sentence"].features) == SENTENCE_FEATURES


@pytest.mark.parametrize(
    ("easy", "hard"),
    [
        ("house", "thrombocytopenia"), ("walk", "ambulate"), ("swelling", "oedema"),
        ("tablet", "bioavailability"), ("lungs", "pulmonary"), ("tired", "lethargic"),
    ],
)  # fmt: skip
def test_a_plain_word_is_easier(easy: str, hard: str) -> None:
    assert look_up(easy).difficulty < look_up(hard).difficulty


@pytest.mark.parametrize(
    ("easy", "hard"),
    [
        ("You can go home today.", "Concurrent cytotoxic regimens precipitate neutropenia."),
        ("Drink lots of water.", "Adequate oral hydration should be maintained throughout."),
        (
            "The scan shows how well your heart pumps.",
            "Echocardiography quantifies left ventricular ejection fraction.",
        ),
    ],
)
def test_a_plain_sentence_is_easier(easy: str, hard: str) -> None:
    assert rated(easy) + 1 < rated(hard)


def test_both_spellings_are_as_common() -> None:
    assert frequency.zipf("leukaemia") == frequency.zipf("leukemia")
    assert frequency.zipf("tumour") == frequency.zipf("tumor")


def test_a_word_is_as_familiar_as_what_it_is_made_from() -> None:
    assert frequency.family("unhelpfulness") <= frequency.family("unhelpful")
    assert frequency.family("swimmers") >= frequency.zipf("swim")
    assert frequency.zipf("qqqzzz") == frequency.UNSEEN


def test_spaced_hyphens_do_not_change_the_figure() -> None:
    assert rated("This is first-line treatment.") == rated("This is first - line treatment.")


@pytest.mark.parametrize("text", ["", "2024", "1 2 3", "—"])
def test_without_words_a_sentence_is_as_easy_as_can_be(text: str) -> None:
    assert rated(text) == 1.0


def test_a_huge_word_costs_nothing_special() -> None:
    assert 0 <= look_up("a" * 50_000).difficulty <= 1


def test_a_phrase_is_about_as_hard_as_its_words() -> None:
    assert phrase_difficulty(parsed("front door")) < phrase_difficulty(parsed("ejection fraction"))
