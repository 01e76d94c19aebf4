"""Word and sentence difficulty: the model's arithmetic, and that it ranks as people do."""

import numpy as np
import pytest

from auditor import frequency
from auditor.difficulty import (
    models,
    phrase_difficulty,
    phrase_features,
    sentence_difficulty,
    sentence_features,
    word_features,
)
from auditor.phrases import tokens
from auditor.vocabulary import AT, Vocabulary, rare_words, rated


def forms(text: str) -> list[str]:
    return tokens(text).written(text)


def sentence(text: str) -> float:
    words = forms(text)
    return float(sentence_difficulty(rated(words), np.array([len(words)]))[0])


def word(text: str) -> float:
    return float(rated([text])[0, AT["difficulty"]])


def test_each_model_has_a_weight_for_each_feature() -> None:
    words = word_features(
        "cell", zipf=5, family=5, syllables=1, capital=False, capitals=False, spoken=True,
        counted=True,
    )  # fmt: skip
    rows = rated(["A", "cell"])
    assert len(words) == len(models()["word"].features)
    assert len(phrase_features(rows)) == len(models()["phrase"].features)
    assert sentence_features(rows, np.array([2])).shape == (1, len(models()["sentence"].features))


def test_sentences_are_rated_together_as_they_are_alone() -> None:
    texts = ["You can go home.", "2024", "Cytotoxic chemotherapy may precipitate neutropenia."]
    words = [forms(text) for text in texts]
    together = sentence_difficulty(
        rated(one for text in words for one in text), np.array([len(one) for one in words])
    )
    assert [sentence(text) for text in texts] == pytest.approx(list(together))


def test_the_table_starts_afresh_when_it_is_full() -> None:
    small = Vocabulary(most=50)
    for number in range(100):
        table, _, _ = small.rows([f"w{number}", "cell", f"x-{number}"])
        assert table[1, AT["letters"]] == 4 and len(table) == 3
    assert len(small) <= 50


def test_rare_words_come_hardest_first_and_once() -> None:
    found = rare_words("The intravesical drug and the modulators , intravesical 12".split(), 3)
    assert found[0] == "intravesical" and found.count("intravesical") == 1
    assert "the" not in found and "12" not in found


@pytest.mark.parametrize(
    ("easy", "hard"),
    [
        ("house", "thrombocytopenia"), ("walk", "ambulate"), ("swelling", "oedema"),
        ("tablet", "bioavailability"), ("lungs", "pulmonary"), ("tired", "lethargic"),
    ],
)  # fmt: skip
def test_a_plain_word_is_easier(easy: str, hard: str) -> None:
    assert word(easy) < word(hard)


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
    assert sentence(easy) + 1 < sentence(hard)


def test_both_spellings_are_as_common() -> None:
    assert frequency.zipf("leukaemia") == frequency.zipf("leukemia")
    assert frequency.zipf("tumour") == frequency.zipf("tumor")


def test_a_word_is_as_familiar_as_what_it_is_made_from() -> None:
    assert frequency.family("unhelpfulness") <= frequency.family("unhelpful")
    assert frequency.family("swimmers") >= frequency.zipf("swim")
    assert frequency.zipf("qqqzzz") == frequency.UNSEEN


def test_spaced_hyphens_do_not_change_the_figure() -> None:
    assert sentence("This is first-line treatment.") == sentence("This is first - line treatment.")


@pytest.mark.parametrize("text", ["", "2024", "1 2 3", "—"])
def test_without_words_a_sentence_is_as_easy_as_can_be(text: str) -> None:
    assert sentence(text) == 1.0


def test_a_huge_word_costs_nothing_special() -> None:
    assert 0 <= word("a" * 50_000) <= 1


def test_a_phrase_is_about_as_hard_as_its_words() -> None:
    assert phrase_difficulty(rated(["front", "door"])) < phrase_difficulty(
        rated(["ejection", "fraction"])
    )
