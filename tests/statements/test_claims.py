"""Unsafe wording: each labelled sentence makes the claim that it is labelled with, or none."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from auditor import pipeline
from auditor.library import Library

CASES = [
    (label, sentence)
    for label, sentences in yaml.safe_load(
        Path(__file__).with_name("claims.yaml").read_text("utf-8")
    ).items()
    for sentence in sentences
]


@pytest.mark.parametrize(("label", "sentence"), CASES)
def test_a_claim_is_found_or_not(library: Library, label: str, sentence: str) -> None:
    report = pipeline.run(
        sentence.encode(),
        "page.txt",
        "text/plain",
        profile=library.profiles["uk-patient"],
        library=library,
        tools=pipeline.Tools(),
        today=date(2026, 11, 22),
    )
    found = {f.rule.partition(".")[2] for f in report.findings if f.rule.startswith("claims.")}
    assert found == (set() if label == "none" else {label})
    assert all(f.level == "suggestion" for f in report.findings if f.rule.startswith("claims."))
