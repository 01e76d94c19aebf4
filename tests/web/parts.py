"""What the web tests are made of: the real service over SQLite, and an audit that is prepared."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from auditor.contracts import Contract, Signs
from auditor.lexicon import Lexicon
from auditor.library import Library
from auditor.manifest import Sample, Source
from auditor.model import (
    Citation,
    Example,
    Finding,
    Location,
    Point,
    Profile,
    Report,
    ReportBlock,
    Rule,
    Span,
)
from auditor.service import Service
from auditor.settings import Settings
from auditor.store import Store, load_report
from auditor.submission import Job

TODAY = date(2026, 11, 22)
_REPORTS = Path(__file__).parent / "reports"
_FIGURES = ("reading_age", "words_per_sentence", "passive_share", "unexplained_terms")


def stored(name: str) -> Report:
    """A whole report, built by hand: `fail`, `incomplete`, `pass`, or `partial` for one at work."""
    return load_report((_REPORTS / f"{name}.json").read_text("utf-8"))


def rules() -> dict[str, Rule]:
    """A rule for each that the stored reports name."""
    report = stored("fail")
    return {
        outcome.rule: Rule(
            id=outcome.rule,
            extends="existence",
            title=outcome.title,
            message="Change this.",
            category=outcome.category,
            level=outcome.level,
            params={"max": 11} if outcome.rule == "reading.reading-age" else {},
            why="Readers get lost without it.",
            sources=(Citation("A guide to plain words", "https://example.org/guide"),),
            passing=(Example("Take two tablets."),),
            failing=(Example("<script>alert(1)</script> be taken."),),
        )
        for outcome in report.outcomes
    }


def library() -> Library:
    """Two profiles, the rules of the reports, five source documents, two samples."""
    known = rules()
    chosen = tuple(known.values())
    uk = Profile("uk-patient", "UK patients", "The public in the UK", "en-GB", "general", chosen,
                 MappingProxyType({"max_age_months": 36}), "error")  # fmt: skip
    us = Profile("us-patient", "US patients", "The public in the US", "en-US", "general",
                 chosen[1:], MappingProxyType({}), "warning")  # fmt: skip
    sources = [
        Source(
            id=each["id"],
            title=each["title"],
            publisher="A publisher",
            locale="en-GB",
            dates={"last_reviewed": "2021-05-04"},
            sha256="0" * 64,
            words=1251,
            licence="Copyright of its publisher.",
            file="a.txt",
            profile="uk-patient",
            figures=dict.fromkeys(_FIGURES, 12.5) | {"passive_share": None},
            measured={"today": "2026-11-22", "version": "0.1.0"},
        )
        for each in stored("fail").benchmarks[0]["sources"]
    ]
    samples = [
        Sample("good", "A good leaflet", "It passes.", "pass.txt", "text/plain", "uk-patient",
               b"Take one tablet each day."),
        Sample("jargon", "Full of jargon", "It does not.", "fail.txt", "text/plain", "uk-patient",
               b"Utilise the cannula."),
    ]  # fmt: skip
    return Library(
        {**known},
        {"uk-patient": uk, "us-patient": us},
        Lexicon(),
        sources,
        samples,
        "5f1c",
        {
            name: Contract(name, f"A text: {name}", "A kind of text.", {}, Signs())
            for name in ("general", "consent", "medicine")
        },
    )


def settings(folder: Path, **more: object) -> Settings:
    """Settings that keep everything in `folder`."""
    return Settings.model_validate({"data_dir": folder, "secret_key": "for tests only", **more})


def prepared(job: Job) -> Report:
    """The stored report that the document is named after, or else one of its own words."""
    stem = job.name.partition(".")[0]
    if stem in ("fail", "incomplete", "pass"):
        return stored(stem)
    return report_of(job.data.decode("utf-8", "replace"), name=job.name)


def report_of(text: str, *spans: Span, name: str = "draft.txt") -> Report:
    """A report on one block of `text`, with one finding for each span."""
    start, end = Point(1, 1, 0), Point(1, len(text) + 1, len(text))
    block = ReportBlock(
        "paragraph", "content", "", Span(0, len(text)), text, Location("", start, end)
    )
    levels = ("error", "warning", "suggestion")
    findings = tuple(
        Finding("plain-english.wordy", "plain-english", levels[number % 3], f"Change {number}.",
                span.of(text), span, None, (), f"mark:{number:04d}")
        for number, span in enumerate(spans)
    )  # fmt: skip
    report = stored("fail")
    return replace(
        report,
        blocks=(block,),
        findings=findings,
        fixes=(),
        document=replace(report.document, name=name, title="", language=""),
    )


def service(folder: Path, send: Callable[[str, str], None], **more: object) -> Service:
    """The real service; `send` gets the task's name and the id."""
    store = Store(f"sqlite:///{folder / 'web.sqlite3'}")
    store.migrate()
    current = settings(folder, **more)
    return Service(
        store,
        send,
        lambda job, progress: prepared(job),
        lease_seconds=60,
        max_attempts=1,
        retention_days=30,
        max_bytes=current.max_bytes,
    )
