"""What each class of text must say, and how the class of a text is found."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.contracts import ASKED, COUNTRIES, contracted, load_contracts
from auditor.document_class import document_class
from auditor.errors import ConfigError
from auditor.library import Library
from auditor.model import Outcome, Report
from auditor.parse import parse

CLASSES = {
    "general", "treatment", "medicine", "test", "operation", "discharge", "consent",
    "mental-health", "trial", "lay-summary", "company", "easy-read", "glossary",
}  # fmt: skip


def audit(
    library: Library, text: str, *, profile: str = "uk-patient", chosen: str = "", matched: str = ""
) -> Report:
    return pipeline.run(
        text.encode(),
        "page.md",
        "text/markdown",
        profile=library.profiles[profile],
        library=library,
        tools=pipeline.Tools(),
        today=date(2026, 11, 22),
        chosen_class=chosen,
        matched_class=matched,
    )


def outcome(report: Report, rule: str) -> Outcome:
    return next(one for one in report.outcomes if one.rule == rule)


def test_every_class_answers_for_every_element(library: Library) -> None:
    assert set(library.contracts) == CLASSES
    elements = {f"E{n:02}" for n in range(1, 22) if n not in (7, 8)}
    for contract in library.contracts.values():
        assert set(contract.asks) == elements
        for element in elements:
            for country in ("", *COUNTRIES):
                ask = contract.ask(element, country)
                assert ask is not None and ask.asked in ASKED
                assert bool(ask.by) == (ask.asked != "not asked")


def test_a_statement_that_is_not_asked_for_is_no_finding(library: Library) -> None:
    text = "# Words to know\n\nA cell is a very small part of the body.\n"
    glossary = audit(library, text, chosen="glossary")
    assert outcome(glossary, "statements.urgent-help").status == "inapplicable"
    assert outcome(audit(library, text, chosen="general"), "statements.urgent-help").status == (
        "failed"
    )
    elements = {e["id"]: e for e in glossary.measures["statements"]["elements"]}
    assert (elements["E03"]["asked"], elements["E03"]["status"]) == ("not asked", "not found")
    asked = sum(element["asked"] != "not asked" for element in elements.values())
    assert glossary.measures["statements"]["of"] == asked


def test_countries_differ(library: Library) -> None:
    text = "# Your tablets\n\nTake one tablet each day.\n"
    uk = audit(library, text, chosen="medicine")
    us = audit(library, text, profile="us-patient", chosen="medicine")
    by = {
        report.profile.locale: next(
            e["asked_by"] for e in report.measures["statements"]["elements"] if e["id"] == "E13"
        )
        for report in (uk, us)
    }
    assert "Yellow Card" in by["en-GB"]
    assert "21 CFR" in by["en-US"]
    assert outcome(uk, "statements.next-review").status == "failed"
    assert outcome(us, "statements.next-review").status == "inapplicable"


def test_who_says_what_the_text_is(library: Library) -> None:
    front = "---\ndocument_class: consent\n---\n# Glossary of words\n\nA word.\n"
    plain = "# Glossary of words\n\nA word.\n"
    assert audit(library, front, chosen="test").profile.document_class == "test"
    said = audit(library, front, matched="trial").profile
    assert (said.document_class, said.guessed) == ("consent", False)
    assert audit(library, plain, matched="trial").profile.document_class == "trial"
    guess = audit(library, plain).profile
    assert (guess.document_class, guess.guessed) == ("glossary", True)
    assert "Glossary" in guess.why


def test_front_matter_that_is_wrong_is_said(library: Library) -> None:
    unknown = audit(library, "---\nclass: leaflet\n---\n# A page\n\nA word.\n")
    assert unknown.profile.guessed
    assert any("does not know" in n or "do not know" in n for n in unknown.document.notes)
    both = audit(library, "---\nclass: trial\ndocument_class: consent\n---\nA word.\n")
    assert both.profile.document_class == "consent"
    assert any("more than one class" in note for note in both.document.notes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Consent form for a hip operation\n\nI agree to this.", "consent"),
        ("# Having your tonsils out: your child's operation\n\nBe there by 8am.", "operation"),
        ("# Going home after your heart attack\n\nRest for a week.", "discharge"),
        ("# Having an MRI scan\n\n## Before the scan\n\nTake off metal.", "test"),
        ("# Ramipril 5 mg tablets\n\n## How to take your tablets\n\nSwallow one.", "medicine"),
        ("# Living with depression\n\nMany people feel low.", "mental-health"),
        ("# Participant information sheet\n\n## Do I have to take part?\n\nNo.", "trial"),
        ("# Plain language summary of results\n\nThe trial is over.", "lay-summary"),
        ("# Chemotherapy for bowel cancer\n\nIt uses medicines.", "treatment"),
        ("# An Easy Read guide to your blood test\n\nA nurse helps.", "easy-read"),
        ("# Steroids after a transplant\n\nTake them each day.", "treatment"),
        ("# Fighting cancer\n\n## What is radiotherapy?\n\nIt uses rays.", "treatment"),
        ("# Hay fever in April and May\n\nPollen is high.", "general"),
        ("# How the liver works\n\nThe liver cleans the blood.", "general"),
        ("The cat sat on the mat.", "general"),
    ],
)
def test_a_guess_says_that_it_is_one(library: Library, text: str, expected: str) -> None:
    document = parse(text.encode(), "a.md", "text/markdown")
    found = document_class(document, library.contracts, chosen="", matched="", usual="")
    assert (found.id, found.guessed) == (expected, True)
    assert found.why


def test_a_guess_fails_nothing_that_would_pass_as_general(library: Library) -> None:
    profile = library.profiles["uk-patient"]
    usual = library.contracts["general"]
    errors = {r.id for r in contracted(profile, usual).rules if r.level == "error"}
    for contract in library.contracts.values():
        held = contracted(profile, contract, usual)
        asked = {
            r.id for r in held.rules if r.level == "error" and r.params.get("asked") != "not asked"
        }
        assert asked <= errors


def test_what_a_profile_sets_itself_stays(library: Library) -> None:
    profile = replace(library.profiles["uk-patient"], settled=frozenset({"statements.urgent-help"}))
    held = contracted(profile, library.contracts["glossary"])
    rule = next(rule for rule in held.rules if rule.id == "statements.urgent-help")
    assert (rule.level, rule.params["asked"]) == ("error", "advised")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: A\nnote: B\nE03:\n  asked: maybe\n", 3, "‘E03’ is required, advised, not asked"),
        ("title: A\nnote: B\nE77: {asked: not asked}\n", 3, "‘E77’ is no element; use one of E01"),
        ("title: A\nnote: B\n\nE03: {asked: required}\n", 4, "needs `from`: who asks for it"),
        ("title: A\nnote: B\nE03: {asked: required, from: X, UK: {}}\n", 3, "has no ‘UK’"),
        ("title: A\nnote: B\nE03: {asked: advised, level: high, from: X}\n", 3, "the level of"),
        ("title: A\nnote: B\nextends: nothing\n", 3, "there is no contract ‘nothing’"),
        ("title: A\nnote: B\nguess: {title: ['(']}\n", 3, "is not valid"),
        ("note: B\n", 1, "‘title’ must be a sentence"),
    ],
)
def test_a_wrong_contract_is_refused(
    library: Library, tmp_path: Path, text: str, line: int, words: str
) -> None:
    folder = tmp_path / "contracts"
    folder.mkdir()
    (folder / "own.yml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as refused:
        load_contracts(tmp_path, library.rules)
    assert f"own.yml:{line}: " in str(refused.value)
    assert words in str(refused.value)
