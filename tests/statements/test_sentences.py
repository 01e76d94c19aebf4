"""Sentences by a writer whom neither the patterns nor the model have seen."""

from datetime import date

from auditor import toolbox
from auditor.facts.context import Context
from auditor.library import Library
from auditor.parse import parse
from auditor.settings import settings
from tests.statements.measure import ELEMENTS, Score, facts
from tests.statements.sentences import files, labelled

PAGE = "The knee is a joint.\n\n{}\n\nRest it well."


def measure(folder: str, library: Library) -> Score:
    """How well the elements of each sentence are found when it stands alone on a page."""
    elements = frozenset(ELEMENTS)
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    score = Score()
    for name in files(folder):
        for one in labelled(name, elements, folder):
            document = parse(PAGE.format(one.text).encode(), "page.txt", "text/plain")
            found = facts(document, context)["elements"].values()
            made = {each.id for each in found if each.status != "not found"}
            for element in elements - one.unknown:
                score.count(element in one.made or None, element in made or None)
    return score


def test_held_out_sentences() -> None:
    score = measure("held_out", toolbox.library(settings()))
    assert score.hits + score.misses >= 300
    assert score.precision >= 0.88
    assert score.recall >= 0.8
