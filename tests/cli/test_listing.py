"""`auditor sentences` and `auditor words` show what was counted."""

import json
from collections.abc import Callable
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[str]]
TEXT = """What happens next

Take 2.5 mg a day. Dr. Rao will help you with e.g. dyspnoea.

This medicine is a for some types of asthma.
"""


def listed(done: CompletedProcess[str], name: str) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)[name]
    return rows


def test_each_sentence_says_whether_it_was_scored(auditor: Run) -> None:
    rows = listed(auditor("sentences", "-", "--format", "json", stdin=TEXT), "sentences")
    assert [(row["text"], row["scored"]) for row in rows] == [
        ("What happens next", False),
        ("Take 2.5 mg a day.", True),
        ("Dr. Rao will help you with e.g. dyspnoea.", True),
        ("This medicine is a for some types of asthma.", False),
    ]
    assert rows[0]["reason"] == "a heading" and "lost" in rows[3]["reason"]
    assert rows[2]["words"] == 8 and rows[2]["difficulty"] > rows[1]["difficulty"]
    assert rows[2]["location"]["start"]["line"] == 3


def test_the_table_and_the_hardest(auditor: Run) -> None:
    done = auditor("sentences", "-", "--hardest", "1", stdin=TEXT)
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["difficulty", "words", "syllables", "sentence"]
    assert len(lines) == 2 and "dyspnoea" in lines[1]


def test_each_word_says_where_its_syllables_come_from(auditor: Run) -> None:
    text = "Leukaemia and WHO and who. Pembrolizumab, 250mg, the T-cell."
    rows = listed(auditor("words", "-", "--format", "json", stdin=text), "words")
    found = {row["word"]: (row["uses"], row["syllables"], row["origin"]) for row in rows}
    assert found["and"] == (2, 1, "dictionary")
    assert found["Leukaemia"] == (1, 4, "other spelling")
    assert found["WHO"] == (1, 5, "letters") and found["who"] == (1, 1, "dictionary")
    assert found["250mg"] == (1, 9, "number")
    assert found["Pembrolizumab"][:2] == (1, 5)
    hard = {row["word"]: row["difficulty"] for row in rows}
    assert hard["the"] == 0 < hard["Leukaemia"] < hard["Pembrolizumab"] <= 1


def test_lines_keep_their_order_and_may_hold_terms_of_several_words(auditor: Run) -> None:
    done = auditor("words", "-", "--lines", "--format", "json", stdin="house\nejection fraction\n")
    rows = listed(done, "words")
    assert [row["word"] for row in rows] == ["house", "ejection fraction"]
    assert rows[0]["difficulty"] < rows[1]["difficulty"]


@pytest.mark.parametrize(("command", "name"), [("sentences", "sentences"), ("words", "words")])
def test_tens_of_thousands_of_lines(command: str, name: str, auditor: Run) -> None:
    lines = "".join(f"Patient w{number} takes tablets.\n\n" for number in range(20_000))
    rows = listed(auditor(command, "-", "--format", "json", stdin=lines), name)
    assert len(rows) >= 20_000


def test_what_cannot_be_read_is_said_in_one_line(auditor: Run) -> None:
    for arguments in (("words", "nowhere.txt"), ("sentences", "nowhere.txt")):
        done = auditor(*arguments)
        assert done.returncode == 2
        assert done.stderr == "auditor: nowhere.txt: there is no such file; check the path\n"
    done = auditor("sentences", "-", stdin="")
    assert done.returncode == 2 and "there is no text" in done.stderr
