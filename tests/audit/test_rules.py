"""Every rule does what its own examples say, and cites a source."""

import pytest

from auditor import toolbox
from auditor.library import Library
from auditor.pipeline import Tools
from auditor.proof import failures
from auditor.rules import load_rules
from auditor.settings import settings

RULES = load_rules(settings().rules_dir)
OUTSIDE = ("grammar", "axe")
OWN = sorted(rule.id for rule in RULES.values() if rule.extends not in OUTSIDE)
AXE = sorted(rule.id for rule in RULES.values() if rule.extends == "axe")
GRAMMAR = sorted(rule.id for rule in RULES.values() if rule.extends == "grammar")


@pytest.mark.parametrize("rule_id", OWN)
def test_examples_do_what_they_say(rule_id: str, library: Library) -> None:
    assert list(failures(library.rules[rule_id], library, Tools())) == []


@pytest.mark.languagetool
@pytest.mark.parametrize("rule_id", GRAMMAR)
def test_languagetool_examples_do_what_they_say(
    rule_id: str, library: Library, languagetool_url: str
) -> None:
    tools = toolbox.tools(settings(), languagetool_url)
    assert list(failures(library.rules[rule_id], library, tools)) == []


@pytest.mark.browser
@pytest.mark.parametrize("rule_id", AXE)
def test_browser_examples_do_what_they_say(rule_id: str, library: Library) -> None:
    tools = toolbox.tools(settings(), "off", browser=True)
    assert list(failures(library.rules[rule_id], library, tools)) == []


@pytest.mark.parametrize("rule_id", [*OWN, *AXE, *GRAMMAR])
def test_a_rule_cites_and_explains(rule_id: str) -> None:
    rule = RULES[rule_id]
    assert rule.sources and all(source.title for source in rule.sources)
    assert rule.why
    assert (rule.passing and rule.failing) or rule.unsure
