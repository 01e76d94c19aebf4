"""One thing under two names, and names that change their form: what is found and what is left."""

from dataclasses import replace
from datetime import date

import pytest

from auditor import pipeline
from auditor.library import Library
from auditor.pipeline import Tools


def found(text: str, library: Library) -> list[tuple[str, str, bool]]:
    profile = library.profiles["uk-patient"]
    rules = tuple(rule for rule in profile.rules if rule.extends == "naming")
    report = pipeline.run(
        text.encode(), "t", "text/plain", profile=replace(profile, rules=rules), library=library,
        tools=Tools(), today=date(2026, 11, 22),
    )  # fmt: skip
    return [(one.rule.partition(".")[2], one.quote, one.certain) for one in report.findings]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Monoclonal antibodies help. Ask about monoclonal antibodies. MAb therapies are new. "
         "These MAb therapies work. A monoclonal antibody.", "MAb therapies"),
        ("The gullet is a tube. Your gullet and my gullet. The oesophagus. Your oesophagus.",
         "oesophagus"),
    ],
)  # fmt: skip
def test_two_names(text: str, quote: str, library: Library) -> None:
    assert found(text, library) == [("two-names", quote, False)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("CAR T-cell therapy is new. CAR T-cell therapy works. Ask about CAR-T cell therapy.",
         "CAR-T cell therapy"),
        ("Beta-blockers help. A beta-blocker. Take your beta blockers.", "beta blockers"),
    ],
)  # fmt: skip
def test_two_forms(text: str, quote: str, library: Library) -> None:
    assert found(text, library) == [("two-forms", quote, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The gullet is a tube. Your gullet. The oesophagus is its other name.",
        "A T cell. T cells. The T-cell count. T cell numbers.",
        "Haemoglobin. Your haemoglobin. Hemoglobin. Your hemoglobin.",
        "You need an electrocardiogram. The electrocardiogram. An ECG. The ECG.",
        "It is contraindicated. Contraindicated in pregnancy. A contraindication. Contraindications.",
        "Rest at home.",
    ],
)
def test_what_is_one_name_in_one_form(text: str, library: Library) -> None:
    assert found(text, library) == []
