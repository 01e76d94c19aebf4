"""What the United Kingdom and the United States want differently."""

from datetime import date

import pytest

from auditor import pipeline
from auditor.library import Library
from auditor.pipeline import Tools

TEXT = b"# What do I need?\n\nDon't eat before the test. The drug raises the risk of a fall.\n"


@pytest.mark.parametrize(
    "rule",
    ["layout.heading-question", "style.negative-contractions", "style.drug", "style.risk"],
)
@pytest.mark.parametrize(("profile", "wanted"), [("uk-patient", True), ("us-patient", False)])
def test_what_a_profile_switches_off(
    rule: str, profile: str, wanted: bool, library: Library
) -> None:
    report = pipeline.run(
        TEXT,
        "test.md",
        "text/markdown",
        profile=library.profiles[profile],
        library=library,
        tools=Tools(),
        today=date(2026, 11, 22),
    )
    assert (rule in {finding.rule for finding in report.findings}) is wanted
