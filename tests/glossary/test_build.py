"""The glossary builder: pasted at the end of a draft it makes the findings go away."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from auditor import glossary, pipeline
from auditor.library import Library
from auditor.model import Report
from auditor.pipeline import Tools
from auditor.render.glossary import FORMATS, TO_BE_WRITTEN, entries, render
from tests.jargon.measure import paragraphs

RULES = ("jargon.unexplained", "jargon.unlisted", "jargon.abbreviation")
# What each kind of draft is pasted together with.
PASTED = {
    "text/plain": ("text", "markdown"),
    "text/markdown": ("markdown", "html"),
    "text/html": ("html",),
}


def audit(text: str, media_type: str, library: Library, *, tooltips: bool = False) -> Report:
    profile = library.profiles["uk-patient"]
    rules = tuple(rule for rule in profile.rules if rule.category == "jargon")
    return pipeline.run(
        text.encode(), "t", media_type, profile=replace(profile, rules=rules, tooltips=tooltips),
        library=library, tools=Tools(), today=date(2026, 11, 22),
    )  # fmt: skip


def quotes(report: Report) -> list[str]:
    return [finding.quote for finding in report.findings if finding.rule in RULES]


def drafts(library: Library) -> Iterator[tuple[str, str, str]]:
    for sample in library.samples:
        yield sample.name, sample.data.decode(), sample.media_type
    for one in paragraphs("development"):
        yield one["id"], one["text"], one["media_type"]


def test_pasted_at_the_end_it_makes_the_findings_go_away(library: Library) -> None:
    """In every format that the draft takes; what is still to be written is still found."""
    before = 0
    for name, text, media_type in drafts(library):
        report = audit(text, media_type, library)
        unwritten = {one.term for one in entries(report) if not one.source}
        before += len(quotes(report))
        for form in PASTED[media_type]:
            found = quotes(audit(f"{text}\n\n{render(report, form)}", media_type, library))
            assert {word for word in unwritten if any(word in q or q in word for q in found)} == (
                unwritten
            ), (name, form)
            assert [q for q in found if not any(word in q or q in word for word in unwritten)] == [], (
                name, form,
            )  # fmt: skip
    assert before > 250


def test_as_a_glossary_with_tooltips_it_makes_them_go_away(library: Library) -> None:
    sample = next(one for one in library.samples if one.id == "jargon")
    report = audit(sample.data.decode(), sample.media_type, library)
    unwritten = {one.term for one in entries(report) if not one.source}
    for form in ("csv", "json"):
        said = render(report, form)
        kept = [one for one in entries(report) if one.source]
        data = FORMATS[form].render(kept).encode()
        own = library.with_glossary(glossary.read(data, f"w.{form}"))
        found = quotes(audit(sample.data.decode(), sample.media_type, own, tooltips=True))
        assert set(found) == unwritten
        with pytest.raises(glossary.GlossaryError, match="is still to be written"):
            glossary.read(said.encode(), f"w.{form}")


TEXT = "Zorbetinib works. You may have cytokines, a DXQ, an EKG and cytokines. Haemoglobin rises.\n"


def test_entries_stand_in_order_of_first_use(library: Library) -> None:
    found = entries(audit(TEXT, "text/plain", library))
    assert [one.term for one in found] == [
        "Zorbetinib",
        "cytokine",
        "DXQ",
        "EKG (ECG)",
        "haemoglobin",
    ]
    assert [bool(one.source) for one in found] == [False, True, False, True, True]
    assert found[0].definition == TO_BE_WRITTEN


def test_own_definitions_come_first(library: Library) -> None:
    own = library.with_glossary(glossary.read(b"cytokine: A note that cells send.\n", "w.yml"))
    found = {one.term: one for one in entries(audit(TEXT, "text/plain", own))}
    assert (found["cytokine"].definition, found["cytokine"].source) == (
        "A note that cells send.",
        "your glossary",
    )
    assert found["haemoglobin"].source == "Auditor"


def test_what_a_draft_holds_cannot_break_out_of_a_format(library: Library) -> None:
    own = b"- {term: cytokine, definition: 'A <b>note</b> & a [link](x), *\"so\"*.'}\n"
    joined = library.with_glossary(glossary.read(own, "w.yml"))
    report = audit("You may have cytokines.", "text/plain", joined)
    assert "<dd>A &lt;b&gt;note&lt;/b&gt; &amp; a [link](x)" in render(report, "html")
    assert r"A \<b\>note\</b\> \& a \[link\](x), \*" in render(report, "markdown")
    assert json.loads(render(report, "json"))[0]["definition"].startswith("A <b>note</b> & a [")
    row = next(csv.DictReader(io.StringIO(render(report, "csv"))))
    assert row["definition"] == 'A <b>note</b> & a [link](x), *"so"*.'


def test_nothing_to_explain_is_no_glossary(library: Library) -> None:
    report = audit("Rest at home.", "text/plain", library)
    assert [render(report, name) for name in ("html", "markdown", "text")] == ["", "", ""]
    assert json.loads(render(report, "json")) == []


def test_reports_of_an_older_version_still_give_one(library: Library) -> None:
    report = audit(TEXT, "text/plain", library)
    for row in report.measures["jargon"]["terms"]:
        del row["written"], row["glossary"]
    assert [one.term for one in entries(report)][:2] == ["Zorbetinib", "cytokine"]
