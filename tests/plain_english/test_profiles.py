"""What the United Kingdom and the United States want differently."""

from datetime import date

import pytest

from auditor import pipeline, toolbox
from auditor.pipeline import Tools
from auditor.settings import settings

TEXT = b"# What do I need?\n\nDon't eat before the test.\n"


@pytest.mark.parametrize("rule", ["layout.heading-question", "style.negative-contractions"])
@pytest.mark.parametrize(("profile", "wanted"), [("uk-patient", True), ("us-patient", False)])
def test_questions_and_short_negatives(rule: str, profile: str, wanted: bool) -> None:
    library = toolbox.library(settings())
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
