"""Sentences by a writer whom neither the patterns nor the model have seen."""

from auditor.library import Library
from tests.statements.measure import ELEMENTS, Score, alone
from tests.statements.sentences import files, labelled


def measure(folder: str, library: Library) -> Score:
    """How well the elements of each sentence are found when it stands alone on a page."""
    elements = frozenset(ELEMENTS)
    score = Score()
    for name in files(folder):
        for one in labelled(name, elements, folder):
            statuses = alone(one.text, library)
            made = {each for each, status in statuses.items() if status != "not found"}
            for element in elements - one.unknown:
                score.count(element in one.made or None, element in made or None)
    return score


def test_held_out_sentences(library: Library) -> None:
    score = measure("held_out", library)
    assert score.hits + score.misses >= 300
    assert score.precision >= 0.88
    assert score.recall >= 0.8
