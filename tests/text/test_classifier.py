"""How a text is taken apart for the fitted models."""

import numpy as np
import pytest

from auditor.classifier import Classifier, classifier, flat, groups_of, tokens

KNOWN = frozenset("^ $ call the nurse on or : , ( ) well known it's 999".split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call the nurse on 01632 960 123", "^ call the nurse on <phone> $"),
        ("Call 999", "^ call 999 $"),
        ("nurse@clinic.example or www.clinic.example/help", "^ <mail> or <web> $"),
        ("on clinic.example.org", "^ on <web> $"),
        ("3/4/2026, 2026, 12", "^ <date> , <year> , <number> $"),
        ("It’s well-known: Zorbex (zorbetinib)", "^ it's well known : <name> ( <rare> ) $"),
        ("", "^ $"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert tokens(text, KNOWN) == expected.split()


def test_pairs_and_triples_are_told_apart() -> None:
    groups, owners = groups_of(*flat([[1, 2, 3, 1, 2, 3, 4], [1, 2]]))
    assert len({*groups.tolist()}) == 4 + 4
    assert owners.tolist() == [0] * 6 + [1] + [0] * 5


def test_scores_are_sums_over_the_root_of_the_number_of_words() -> None:
    words, weights = ["<none>", "^", "$", "call"], np.array([[0], [1], [1], [4], [6]], float)
    groups, _ = groups_of(*flat([[1, 3]]))
    model = Classifier(["E02"], words, groups, weights, np.array([-1.0]))
    assert model.scores([["^", "call", "$"], ["^", "$", "$"]]) == pytest.approx(
        np.array([[12 / 3**0.5 - 1], [2 / 2**0.5 - 1]])
    )
    assert model.scores([]).shape == (0, 1)


@pytest.mark.parametrize("name", ["statements", "explanations"])
def test_weights_are_there(name: str) -> None:
    model = classifier(name)
    assert len(model.words) > 1_000
    assert np.isfinite(model.scores([["^"] if name == "statements" else ["after/$"]])).all()


@pytest.mark.parametrize("piece", ["a", "a.", "a-", "1 ", "1/", "a.b@", "www.", "a.bc", "@", "'"])
def test_a_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    found = tokens(
        piece * 200_000 + " nurse", KNOWN
    )  # would take hours if each piece read the rest
    assert found[-1] == "$"
    assert "nurse" in found
