"""Abbreviations: which words are some, which long forms the text gives, and their four problems."""

from datetime import date
from typing import Any

import pytest

from auditor import pipeline
from auditor.facts import FACTS
from auditor.facts.abbreviations import Abbreviation
from auditor.facts.context import Context
from auditor.library import Library
from auditor.parse import parse
from auditor.pipeline import Tools


def found(text: str, library: Library) -> dict[str, Abbreviation]:
    document = parse(text.encode(), "t", "text/plain")
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    evidence: dict[str, Any] = {}
    for name in ("tokens", "mentions", "tips", "abbreviations"):
        evidence[name] = FACTS[name].compute(document, context, evidence)
    return {one.short: one for one in evidence["abbreviations"]}


def statuses(text: str, library: Library) -> dict[str, str]:
    report = pipeline.run(
        text.encode(), "t", "text/plain", profile=library.profiles["uk-patient"],
        library=library, tools=Tools(), today=date(2026, 11, 22),
    )  # fmt: skip
    return {row["term"]: row["status"] for row in report.measures["jargon"]["terms"]}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The early pregnancy unit (EPU) helps.", "EPU", "early pregnancy unit"),
        ("The early pregnancy unit [EPU] helps.", "EPU", "early pregnancy unit"),
        ("An EPU (early pregnancy unit) helps.", "EPU", "early pregnancy unit"),
        ("The early pregnancy unit, or EPU, helps.", "EPU", "early pregnancy unit"),
        ("The early pregnancy unit, known as the EPU, helps.", "EPU", "early pregnancy unit"),
        ("The early pregnancy unit – EPU for short – helps.", "EPU", "early pregnancy unit"),
        ("EPU stands for early pregnancy unit.", "EPU", "early pregnancy unit"),
        ("EPU: early pregnancy unit.", "EPU", "early pregnancy unit"),
        ("Donor specific antibodies (DSAs) matter.", "DSA", "Donor specific antibodies"),
        ("We inject talimogene laherparepvec (T-VEC).", "T-VEC", "talimogene laherparepvec"),
        ("Some tumour-infiltrating lymphocytes (TILs).", "TIL", "tumour-infiltrating lymphocytes"),
        ("It holds messenger RNA (mRNA).", "mRNA", "messenger RNA"),
        ("A glomerular filtration rate, estimated (eGFR: estimated glomerular filtration rate).",
         "eGFR", "estimated glomerular filtration rate"),
        ("It has granulocyte-macrophage colony-stimulating factor (GM-CSF).", "GM-CSF",
         "granulocyte-macrophage colony-stimulating factor"),
        ("It blocks tumour necrosis factor alpha (TNF-α).", "TNF-α", "tumour necrosis factor alpha"),
        ("It blocks interferon gamma (IFN-γ).", "IFN-γ", "interferon gamma"),
        ("It blocks programmed death ligand 1 (PD-L1).", "PD-L1", "programmed death ligand 1"),
        ("CTLA-4 (cytotoxic T-lymphocyte-associated protein 4).", "CTLA-4",
         "cytotoxic T-lymphocyte-associated protein 4"),
        ("Call PALS (Patient Advice and Liaison Service).", "PALS",
         "Patient Advice and Liaison Service"),
    ],
)  # fmt: skip
def test_long_forms(text: str, short: str, long: str, library: Library) -> None:
    assert found(text, library)[short].expansion == long


@pytest.mark.parametrize(
    "text",
    [
        "The nurse (RGN) is kind.",
        "The team (the XQT) meets.",
        "An XQT (about ten minutes) is easy.",
        "The XQT, or blood test, is easy.",
        "Your donor antibodies (XQT) matter.",
    ],
)
def test_what_is_no_long_form(text: str, library: Library) -> None:
    assert [one.expansions for one in found(text, library).values()] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "You may have a CT, an MRI or an X-ray in A&E at the NHS in the UK or USA.",
        "IMPORTANT: do NOT eat. WARNING. READ THIS FIRST.",
        "Meet at 9 AM in Room B12. Ward G4. Postcode SW1A 1AA.",
        "Ask Dr McDonald on WhatsApp, YouTube, LinkedIn or an iPhone.",
        "Take 5 mL (250 mg) or 4.5 mmol/L at 12 kPa or 20 mmHg.",
        "Stage IV, class II, type III, stage IIb and phase IIIA2.",
        "See www.EXAMPLE.org or mail ABC@example.org.",
        "You have COVID-19.",
    ],
)
def test_what_is_no_abbreviation(text: str, library: Library) -> None:
    assert found(text, library) == {}


def test_a_plural_and_a_possessive_are_the_same_letters(library: Library) -> None:
    assert len(found("One DXQ. Two DXQs. The DXQ’s end.", library)["DXQ"].uses) == 3


def test_spelling_out_is_not_explaining(library: Library) -> None:
    told = statuses("The early pregnancy unit, known as the EPU, is shut.", library)
    assert told["EPU"] == "weak"


def test_letters_in_brackets_are_another_form_of_the_term_before(library: Library) -> None:
    told = statuses(
        "Checkpoint inhibitors (CPIs) are medicines that wake defence cells. CPIs help.", library
    )
    assert list(told.values()) == ["explained"]


def test_the_text_may_mean_something_else_by_letters_that_we_know(library: Library) -> None:
    text = "The East Coast Group (ECG) meets. The ECG meets each week."
    assert not found(text, library)["ECG"].listed
    assert found("You need an ECG.", library)["ECG"].listed


def test_long_forms_that_differ_only_in_spelling_are_one(library: Library) -> None:
    text = "An anaemia care plan (ACP). Your anemia care plans (ACPs)."
    assert len(found(text, library)["ACP"].expansions) == 1
    text = "An anaemia care plan (ACP). The advance care plan (ACP)."
    assert len(found(text, library)["ACP"].expansions) == 2
