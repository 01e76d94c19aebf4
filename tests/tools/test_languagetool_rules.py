"""Each LanguageTool rule that our packs name fires in the version at hand, British and American."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from cachelib import NullCache

from auditor.facts.context import Context
from auditor.library import Library
from auditor.parse import parse
from auditor.settings import settings
from auditor.tools.grammar_cache import GrammarCache
from auditor.tools.languagetool import LanguageTool
from auditor.tools.languagetool_server import Server

pytestmark = pytest.mark.languagetool

FIRES = {
    "EN_A_VS_AN": ("You will need a appointment.", "a"),
    "ENGLISH_WORD_REPEAT_RULE": ("Take the the tablet.", "the the"),
    "HE_VERB_AGR": ("He take a tablet every day.", "take"),
    "I_AM_VB": ("I am take a tablet.", "am take"),
    "DID_PAST": ("Did you took the tablet?", "took"),
    "AUXILIARY_DO_WITH_INCORRECT_VERB_FORM": ("She didn't took the tablet.", "took"),
    "MD_BASEFORM": ("You should takes the tablet.", "takes"),
    "TO_AFTER_MODAL_VERBS": ("You can to take it.", "can to take"),
    "TO_NON_BASE": ("You need to takes the tablet.", "takes"),
    "HAS_TO_APPROVED_BY": ("You need to took the tablet.", "took"),
    "THIS_NNS": ("This tablets are small.", "This"),
    "THIS_NNS_VB": ("This tablets help.", "This"),
    "THERE_S_MANY": ("There is many side effects.", "There is"),
    "YOUR": ("Your going to need help.", "Your"),
    "YOUR_YOU_RE": ("Tell us if your pregnant.", "your"),
    "IT_IS": ("The clinic has it's own car park.", "it's"),
    "ITS_TO_IT_S": ("Its important to rest.", "Its"),
}
# One for each of LanguageTool's categories that our packs name.
CATEGORIES = {
    "TYPOS": "Take your medecine.",
    "GRAMMAR": "He take a tablet every day.",
    "CONFUSED_WORDS": "Your going to need help.",
}


@pytest.fixture(scope="module")
def tool() -> Iterator[LanguageTool]:
    with Server(settings()) as server:
        server.wait()
        yield LanguageTool(server.url, 60, GrammarCache(NullCache()))


def matches(tool: LanguageTool, library: Library, text: str, locale: str) -> list[tuple[str, ...]]:
    document = parse(text.encode(), "t", "text/plain")
    profile = replace(library.profiles["uk-patient"], locale=locale)
    context = Context(profile, date(2026, 11, 22), library.lexicon)
    return [(m.rule, m.category, m.span.of(text)) for m in tool(document, context)]


@pytest.mark.parametrize("locale", ["en-GB", "en-US"])
@pytest.mark.parametrize("rule", FIRES)
def test_it_fires(rule: str, locale: str, tool: LanguageTool, library: Library) -> None:
    text, words = FIRES[rule]
    assert (rule, words) in [(one[0], one[2]) for one in matches(tool, library, text, locale)]


@pytest.mark.parametrize("category", CATEGORIES)
def test_categories(category: str, tool: LanguageTool, library: Library) -> None:
    found = matches(tool, library, CATEGORIES[category], "en-GB")
    assert category in [one[1] for one in found]


def test_every_rule_that_we_name_is_tried(library: Library) -> None:
    named = {one for rule in library.rules.values() if rule.extends == "grammar"
             for one in rule.params["rules"]}  # fmt: skip
    assert named == set(FIRES)


def test_varieties_differ(tool: LanguageTool, library: Library) -> None:
    american = "The color of the tumor."
    assert [one[2] for one in matches(tool, library, american, "en-GB")] == ["color", "tumor"]
    assert matches(tool, library, american, "en-US") == []
