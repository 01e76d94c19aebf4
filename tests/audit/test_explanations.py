"""Which terms count as explained: the mechanisms of STANDARDS 6.1, one by one."""

from datetime import date

import pytest

from auditor import pipeline
from auditor.library import Library
from auditor.pipeline import Tools


def statuses(text: str, library: Library) -> dict[str, str]:
    report = pipeline.run(
        text.encode(), "t.md", "text/markdown", profile=library.profiles["uk-patient"],
        library=library, tools=Tools(), today=date(2026, 11, 22),
    )  # fmt: skip
    return {one["term"]: one["status"] for one in report.measures["jargon"]["terms"]}


@pytest.mark.parametrize(
    "text",
    [
        "Cytokines are proteins that carry messages.",
        "You may have cytokines (proteins that carry messages).",
        "Proteins that carry messages are called cytokines.",
        "Some proteins carry messages. These are called cytokines.",
        "You may have cytokines, which are proteins that carry messages.",
        "You may have cytokines – small proteins that carry messages.",
        "Cytokines: small proteins that carry messages.",
        "## Cytokines\n\nThese are small proteins that carry messages.",
        "You may have cytokines.\n\n## Words to know\n\n**Cytokines** – small messenger proteins.",
        "You may have cytokines.\n\n## Glossary\n\nCytokines\n: Small messenger proteins.",
        "<p>You may have <dfn>cytokines</dfn>, small messengers.</p>",
        "Cytokines means small proteins that carry messages.",
    ],
)
def test_explained(text: str, library: Library) -> None:
    assert statuses(text, library)["cytokine"] == "explained"


@pytest.mark.parametrize(
    "text",
    [
        "You may have cytokines.",
        "Cytokines are a standard treatment.",
        "Ask your nurse about cytokines and how they work.",
        "We give cytokines on Monday.",
    ],
)
def test_unexplained(text: str, library: Library) -> None:
    assert statuses(text, library)["cytokine"] == "unexplained"


def test_an_example_of_a_class_is_partial(library: Library) -> None:
    text = "You may have proteins such as cytokines."
    assert statuses(text, library)["cytokine"] == "partial"


def test_explained_late(library: Library) -> None:
    text = "You may have cytokines.\n\nRest.\n\nEat.\n\nCytokines are proteins that carry messages."
    assert statuses(text, library)["cytokine"] == "explained late"


def test_capitals_of_abbreviations_count(library: Library) -> None:
    assert "myalgic encephalomyelitis" not in statuses("Tell me if you act.", library)
