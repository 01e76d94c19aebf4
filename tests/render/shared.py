"""The hand-built reports that every output format is tested with.

`LEAFLET` fails and holds every status, every level and every kind of nasty text; `LETTER` is a
DOCX and passes; `UNREAD` could not be read at all.
"""

from typing import Any

from auditor.model import (
    Category,
    Finding,
    Level,
    Location,
    Outcome,
    Point,
    Report,
    ReportBlock,
    ReportDocument,
    ReportProfile,
    ReportTool,
    Span,
    Status,
)

NASTY = "50% off,\nsay <b> & ]]> | `x` *y* [z](u) @you #1 \x1b[31m\x00 “é” 👩‍⚕️: end"

TOOL = ReportTool(
    name="auditor",
    version="0.1.0",
    rules_version="5a1e",
    engines={"textstat": "0.7.13", "languagetool": "6.8"},
)
PROFILE = ReportProfile(
    id="uk-nhs",
    title="UK NHS",
    fail_on="error",
    locale="en-GB",
    document_class="general-information",
)


def location(line: int, column: int, offset: int, length: int, part: str = "") -> Location:
    start = Point(line, column, offset)
    return Location(part, start, Point(line, column + length, offset + length))


def finding(
    rule: str, level: Level, message: str, at: Location | None = None, **other: Any
) -> Finding:
    category: Category = other.pop("category", rule.partition(".")[0])
    fields: dict[str, Any] = {
        "quote": "",
        "span": Span(at.start.offset, at.end.offset) if at else None,
        "expected": (),
        "fingerprint": f"{rule}#{at.start.offset if at else 'document'}",
    }
    fields |= other
    return Finding(
        rule=rule, category=category, level=level, message=message, location=at, **fields
    )


def outcome(
    rule: str, title: str, level: Level, status: Status, *found: Finding, reason: str = ""
) -> Outcome:
    pack = rule.partition(".")[0]
    category: Any = "plain-english" if pack == "grammar" else pack
    prints = tuple(each.fingerprint for each in found)
    return Outcome(rule, title, category, level, status, prints, reason)


def benchmarks(
    age: float | None, passive: float | None, terms: int | None, found: int | None
) -> Any:
    def row(id: str, label: str, unit: str, target: float, direction: str, value: Any) -> Any:
        values = {
            "reading_age": (11.0, 16.0, 13.5),
            "passive_share": (4.0, 12.5, None),
            "unexplained_terms": (0, 9, 3),
            "statements_found": (4, 8, 8),
        }[id]
        sources = [
            {"id": f"s{number}", "title": f"Source {number}", "value": each}
            for number, each in enumerate(values, start=1)
        ]
        return {
            "id": id,
            "label": label,
            "unit": unit,
            "target": target,
            "direction": direction,
            "value": value,
            "sources": sources,
        }

    return (
        row("reading_age", "Reading age", "years", 11.0, "lower", age),
        row("passive_share", "Passive sentences", "%", 10.0, "lower", passive),
        row("unexplained_terms", "Terms not explained", "terms", 0, "lower", terms),
        row("statements_found", "Statements found", "statements", 9, "higher", found),
    )


def measures(low: float, passive: int, unexplained: int, found: int, grammar: str = "") -> Any:
    view = {
        "sentences": 61,
        "words": 1240,
        "syllables": 1980,
        "letters": 5890,
        "characters": 5931,
        "polysyllables": 170,
        "complex_words": 151,
        "words_per_sentence": 20.3,
        "formulas": {
            "flesch_reading_ease": 51.1,
            "flesch_kincaid": 11.2,
            "smog": 12.7,
            "gunning_fog": 13.0,
            "coleman_liau": 10.6,
            "automated_readability_index": 11.1,
        },
    }
    return {
        "reading": {
            "enough_text": True,
            "reason": "",
            "views": {"running": view, "items": view, "joined": view},
            "band": {
                "reading_age": {"low": low, "high": low + 1},
                "us_grade": {"low": low - 5, "high": low - 4},
            },
            "target": {"reading_age": 11, "us_grade": 6},
            "left_out": [{"reason": "a list of links", "blocks": 2, "words": 31}],
            "textstat": view["formulas"],
            "hard_sentences": [],
        },
        "plain_english": {
            "error": 0,
            "warning": 3,
            "suggestion": 1,
            "passive": {"sentences": passive, "of": 61, "share": passive / 61},
            "grammar": {"checked": not grammar, "reason": grammar},
        },
        "jargon": {
            "terms": [],
            "explained": 18,
            "unexplained": unexplained,
            "score": {"as_written": _level(low), "explained_known": _level(low - 1)},
        },
        "statements": {"elements": [], "dates": [], "found": found, "of": 9},
        "accessibility": {"checked": True, "reason": "", "error": 2, "warning": 1, "suggestion": 0},
    }


def _level(low: int) -> dict[str, Any]:
    band = {
        "reading_age": {"low": low, "high": low + 1},
        "us_grade": {"low": low - 5, "high": low - 4},
    }
    return {"us_grade": low - 4.6, "band": band, "difficulty": 2.1}


URGENT = finding("statements.urgent-help", "error", "Say how to get urgent help.")
ACROSS = finding(
    "reading.long-sentence",
    "error",
    "This sentence has 41 words: make two of it.",
    Location("", Point(3, 5, 40), Point(4, 9, 95)),
    quote="Your team will, at a time\nthat suits you",
)
EMOJI = finding(
    "plain-english.commence",
    "warning",
    "Use “start” instead of “commence”.",
    location(7, 12, 130, 8),
    quote="commence",
    expected=("start", "begin"),
)
UNSURE = finding(
    "jargon.unexplained",
    "warning",
    "Explain “biopsy 👩‍⚕️”.",
    location(9, 1, 160, 11),
    quote="biopsy 👩‍⚕️",
    certain=False,
)
HOSTILE = finding(
    "plain-english.nasty",
    "warning",
    NASTY,
    location(11, 2, 200, 4),
    quote='=HYPERLINK("x")',
    expected=("@SUM(1)", "a | b"),
)
MILD = finding(
    "plain-english.mild",
    "suggestion",
    "Say “help” rather than “assistance”.",
    location(2, 4, 20, 10),
    quote="assistance",
    expected=("help",),
)
IGNORED = finding(
    "plain-english.commence",
    "warning",
    "Use “start” instead of “commence”.",
    location(14, 3, 260, 8),
    quote="commence",
    expected=("start",),
    suppressed="the name of a trial",
)

LEAFLET = Report(
    schema_version=1,
    tool=TOOL,
    today="2026-11-22",
    document=ReportDocument(
        name="leaflets/how it works, 100%: part #1.md",
        media_type="text/markdown",
        sha256="a" * 64,
        language="en-GB",
        words=1240,
        title="How <it> works",
        notes=("The file said it was Latin-1; we read it as UTF-8.",),
    ),
    profile=PROFILE,
    verdict="fail",
    fixes=("Say how to get urgent help.", "Rewrite 4 sentences: *one* | two."),
    measures=measures(14.2, passive=9, unexplained=7, found=5, grammar="LanguageTool is off."),
    outcomes=(
        outcome("accessibility.alt-text", "Images have text", "error", "passed"),
        outcome(
            "grammar.agreement", "Grammar", "warning", "untested", reason="LanguageTool is off."
        ),
        outcome(
            "grammar.spelling", "Spelling", "warning", "untested", reason="LanguageTool is off."
        ),
        outcome("jargon.unexplained", "Terms are explained", "warning", "failed", UNSURE),
        outcome(
            "plain-english.commence", "Start, not commence", "warning", "failed", EMOJI, IGNORED
        ),
        outcome("plain-english.mild", "Help, not assistance", "suggestion", "failed", MILD),
        outcome("plain-english.nasty", "Nasty ]]> & <text>", "warning", "failed", HOSTILE),
        outcome(
            "reading.grade",
            "Reading age",
            "error",
            "cantTell",
            reason="There are fewer than 100 words.",
        ),
        outcome("reading.long-sentence", "Short sentences", "error", "failed", ACROSS),
        outcome(
            "statements.doses",
            "Doses have units",
            "error",
            "inapplicable",
            reason="No dose is named.",
        ),
        outcome("statements.urgent-help", "Urgent help", "error", "failed", URGENT),
    ),
    findings=(URGENT, MILD, ACROSS, EMOJI, UNSURE, HOSTILE, IGNORED),
    benchmarks=benchmarks(14.7, 14.75, 7, 5),
    blocks=(
        ReportBlock(
            kind="paragraph",
            region="content",
            reason="",
            span=Span(0, 300),
            text="Please commence 👩‍⚕️ & “rest”.",
            location=location(1, 1, 0, 30),
        ),
    ),
)

TWELFTH = finding(
    "plain-english.commence",
    "warning",
    "Use “start” instead of “commence”.",
    location(1, 5, 400, 8, part="paragraph 12"),
    quote="commence",
    expected=("start",),
)
LETTER = Report(
    schema_version=1,
    tool=TOOL,
    today="2026-11-22",
    document=ReportDocument(
        name="letters/clinic.docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        sha256="b" * 64,
        language="en",
        words=310,
        title="",
    ),
    profile=PROFILE,
    verdict="pass",
    fixes=(),
    measures=measures(11.0, passive=1, unexplained=0, found=9),
    outcomes=(
        outcome("plain-english.commence", "Start, not commence", "warning", "failed", TWELFTH),
        outcome("statements.urgent-help", "Urgent help", "error", "passed"),
    ),
    findings=(TWELFTH,),
    benchmarks=benchmarks(11.5, 1.6, 0, 9),
    blocks=(),
)

UNREAD = Report(
    schema_version=1,
    tool=TOOL,
    today="2026-11-22",
    document=ReportDocument(
        name="scans/old.pdf",
        media_type="application/pdf",
        sha256="c" * 64,
        language="",
        words=0,
        title="",
        notes=("The pages hold pictures and no text.",),
    ),
    profile=PROFILE,
    verdict="incomplete",
    fixes=(),
    measures={
        "reading": {
            "enough_text": False,
            "reason": "There is no text.",
            "views": {},
            "band": None,
            "target": {"reading_age": 11, "us_grade": 6},
            "left_out": [],
            "textstat": {},
            "hard_sentences": [],
        },
        "accessibility": {"checked": False, "reason": "A PDF has no page to load."},
    },
    outcomes=(
        outcome("reading.grade", "Reading age", "error", "untested", reason="There is no text."),
        outcome("statements.urgent-help", "Urgent help", "error", "untested"),
    ),
    findings=(),
    benchmarks=benchmarks(None, None, None, None),
    blocks=(),
)

REPORTS = (LEAFLET, LETTER, UNREAD)
