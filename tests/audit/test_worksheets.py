"""Worksheets: answered from evidence, open where a person must judge, scored as a range."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.errors import ConfigError
from auditor.library import Library
from auditor.model import Report
from auditor.worksheet import Filled, answered, load_worksheets
from auditor.worksheet.write import as_csv, as_json, as_text, score_words

SHORT = "# Your knee\n\nThe knee is a joint. It bends.\n"
FULL = """# Steroid tablets

This leaflet is about steroid tablets. It tells you how to take them.

- Take one tablet each day.
- Call the ward on 020 7946 0000 if you have questions.

These tablets can cause side effects such as a sore mouth.

Written by Dr Jo Bell, consultant.

Published by Greenvale Hospital. © 2026 Greenvale Hospital.

Last reviewed: 4 March 2026

## References

1. Smith J. Steroids at home. Journal of Care. 2024;3:1-9.
"""
ITEMS = {
    "cci": 20, "pemat": 24, "sam": 22, "discern": 16, "eqip": 36, "jama": 4, "pif-tick": 11,
}  # fmt: skip


def report(library: Library, text: str) -> Report:
    return pipeline.run(
        text.encode(),
        "=knee.md",
        "text/markdown",
        profile=library.profiles["uk-patient"],
        library=library,
        tools=pipeline.Tools(),
        today=date(2026, 11, 22),
    )


def filled(library: Library, name: str, text: str) -> Filled:
    return answered(library.worksheets[name], report(library, text))


def words(one: Filled) -> dict[str, str]:
    return {answer.item.id: answer.word for answer in one.answers}


def test_every_instrument_is_there_with_all_its_points(library: Library) -> None:
    assert {name: len(one.items) for name, one in library.worksheets.items()} == ITEMS


def test_what_is_on_the_page_decides(library: Library) -> None:
    jama = words(filled(library, "jama", FULL))
    assert (jama["1"], jama["2"], jama["4"]) == ("yes", "yes", "yes")
    assert jama["3"] == "person"  # whether there is a conflict of interest, no page shows
    assert set(words(filled(library, "jama", SHORT)).values()) == {"no", "person"}
    discern = words(filled(library, "discern", FULL))
    assert (discern["4"], discern["5"], discern["16"]) == ("yes", "yes", "person")


def test_lists_that_are_not_there_do_not_count(library: Library) -> None:
    one = filled(library, "cci", SHORT)
    assert words(one)["8"] == "does not apply"
    assert one.scores[0].items == 19


@pytest.mark.parametrize("name", ITEMS)
@pytest.mark.parametrize("text", [SHORT, FULL])
def test_a_score_is_a_range_and_never_full(library: Library, name: str, text: str) -> None:
    one = filled(library, name, text)
    assert len(one.scores) == max(1, len(one.worksheet.groups))
    for score in one.scores:
        assert 0 <= score.low < score.high <= score.most
        assert score.open > 0
        assert "a person must judge" in score_words(one, score)
    gap = sum(score.high - score.low for score in one.scores)
    spread = max(one.worksheet.scale.values()) - min(one.worksheet.scale.values())
    assert gap == pytest.approx(spread * sum(score.open for score in one.scores))


def test_what_was_seen_is_quoted(library: Library) -> None:
    one = filled(library, "discern", FULL)
    purpose = next(answer for answer in one.answers if answer.item.id == "1")
    assert purpose.word == "person"
    assert "This leaflet is about steroid tablets." in purpose.seen[0].words


def test_a_text_that_cannot_be_read_decides_nothing(library: Library) -> None:
    unread = pipeline.run(
        b"",
        "a.md",
        "text/markdown",
        profile=library.profiles["uk-patient"],
        library=library,
        tools=pipeline.Tools(),
        today=date(2026, 11, 22),
    )
    for name in ("jama", "eqip"):
        assert "yes" not in words(answered(library.worksheets[name], unread)).values()


def test_each_form_holds_every_answer(library: Library) -> None:
    known = report(library, FULL)
    one = answered(library.worksheets["sam"], known)
    rows = list(csv.DictReader(io.StringIO(as_csv(one, known))))
    assert [row["item"] for row in rows] == [answer.item.id for answer in one.answers]
    assert {row["document"] for row in rows} == {"'=knee.md"}  # no formula for a spreadsheet
    value = json.loads(as_json(one, known))
    assert [each["answer"] for each in value["answers"]] == [a.word for a in one.answers]
    assert all(s["percent"]["low"] <= s["percent"]["high"] for s in value["scores"])
    text = as_text(one, known)
    assert all(answer.item.ask in text for answer in one.answers)


@pytest.mark.parametrize(
    ("text", "words_"),
    [
        ("title: A\n", "the key ‘about’ is not there"),
        ("title: A\nabout: B\nsource: {title: C}\nscale: {'yes': 1}\nitems: []\n", "‘scale’ has"),
        ("title: A\ncolour: B\n", "own.yml:2: ‘colour’ is no key here"),
        (
            "title: A\nabout: B\nsource: {title: C}\nscale: {'yes': 1, partly: 0, 'no': 0}\n"
            "items:\n  - {id: 1, ask: D, shows: [moon]}\n",
            "own.yml:5: item 1 uses ‘moon’",
        ),
    ],
)
def test_a_wrong_worksheet_is_refused(tmp_path: Path, text: str, words_: str) -> None:
    folder = tmp_path / "worksheets"
    folder.mkdir()
    (folder / "evidence.yml").write_text("date: {label: Date, element: E05}\n", "utf-8")
    (folder / "own.yml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as refused:
        load_worksheets(tmp_path)
    assert words_ in str(refused.value)
