"""What a copy lost or broke: labelled sentences, whole blocks, and text that only looks broken."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from auditor.facts import damage, repeats
from auditor.parse import parse

HERE = Path(__file__).parent
CONTEXT: Any = SimpleNamespace()  # no part of it is asked for


def found(text: str, media_type: str = "text/plain") -> list[tuple[str, str]]:
    document = parse(text.encode(), "t", media_type)
    return [(one.kind, one.of(document.text)) for one in damage.compute(document, CONTEXT, {})]


def labelled(name: str) -> list[str]:
    return [line for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines() if line.strip()]


# Seen at first sight: 38 of 60 of the second set, 40 of 60 of the third; the patterns were then widened
# to them. Held out, measured before and after that: 51 and 54 of 60.
@pytest.mark.parametrize(
    ("which", "least"),
    [("development", 0.95), ("development-2", 0.95), ("development-3", 0.95), ("held-out", 0.85)],
)
def test_damaged_sentences_are_seen_and_clean_ones_are_not_accused(
    which: str, least: float
) -> None:
    damaged, clean = labelled(f"damaged-{which}"), labelled(f"clean-{which}")
    seen = [line for line in damaged if found(line)]
    accused = [line for line in clean if found(line)]
    assert len(seen) >= least * len(damaged), set(damaged) - set(seen)
    assert len(accused) <= 0.01 * len(clean), accused


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Start the treatmentThe nurse rings you.", "fused words", "treatmentThe"),
        ("Drink some water.It helps.", "fused words", "water.It"),
        ("Tests forinfections", "", ""),
        ("Ask the clinicâ€™s desk.", "mangled letters", "clinicâ€™s"),
        ("The cafÃ© is open.", "mangled letters", "cafÃ©"),
        ("Rest for a week and then walk with the", "cut-off end", "the"),
        ("Tell the nurse if you feel:", "lost list", "feel:"),
        ("Call the ward on:", "", ""),
        ("Your iPhone and the NHSmail address are fine.", "", ""),
    ],
)
def test_kinds(text: str, kind: str, words: str) -> None:
    assert found(text) == ([(kind, words)] if kind else [])


def test_a_lead_in_needs_its_list() -> None:
    gone = "# A\n\nYou may feel:\n\n# B\n\nRest."
    assert found(gone, "text/markdown") == [("lost list", "feel:")]
    assert found("# A\n\nYou may feel:\n\n- hot\n- sick", "text/markdown") == []


def test_titles_and_paragraphs_that_stand_twice() -> None:
    long = "Rest your knee for a week after the operation, and keep the bandage dry."
    text = f"# Knee\n\n# Knee\n\n{long}\n\nRing us.\n\n{long}\n\nRing us.\n"
    document = parse(text.encode(), "t", "text/markdown")
    said = [one.of(document.text) for one in repeats.compute(document, CONTEXT, {})]
    assert said == ["Knee", long]
    assert found(text, "text/markdown") == []  # nothing is lost: all of it is scored
    refrain = parse(f"{long}\n\n".encode() * 9, "t", "text/markdown")
    assert repeats.compute(refrain, CONTEXT, {}) == ()
