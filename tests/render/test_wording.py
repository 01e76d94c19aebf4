"""The words to paste stand beside the fix that they are for, wherever fixes are listed."""

from dataclasses import replace

from auditor.render import FORMATS
from auditor.render.words import wording
from tests.render.shared import REPORTS, finding

WORDS = "Call 999 or go to A&E if it cannot wait."
MISSING = replace(
    finding("statements.urgent-help", "error", "We found no urgent help.", expected=(WORDS,)),
    category="statements",
)


def test_words_to_paste_are_shown_with_their_fix() -> None:
    report = replace(REPORTS[0], findings=(MISSING,), fixes=(MISSING.message, "Explain 1 term."))
    assert wording(report, MISSING.message) == WORDS
    assert wording(report, "Explain 1 term.") == ""
    for name in ("terminal", "json", "html"):
        text = FORMATS[name].render([report]).replace("&amp;", "&")
        assert WORDS in text, name
