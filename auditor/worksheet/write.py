"""A filled worksheet as text, CSV or JSON."""

import csv
import io
import json
from collections.abc import Callable, Mapping

from auditor.model import Report
from auditor.worksheet.answers import Answer, Filled, Score

WORDS = {
    "yes": "Yes",
    "partly": "Partly",
    "no": "No",
    "does not apply": "Does not apply",
    "person": "A person must judge",
}


def as_text(filled: Filled, report: Report) -> str:
    """For a terminal: the score first, then every item with what was seen."""
    sheet = filled.worksheet
    lines = [f"{sheet.title}: {report.document.name}", sheet.about, ""]
    lines += [score_words(filled, score) for score in filled.scores]
    for answer in filled.answers:
        lines += ["", f"{answer.item.id:>4}  {answer.item.ask}  {WORDS[answer.word]}"]
        lines += [f"      {one.label}: {one.words}" for one in answer.seen]
    lines += ["", f"Source: {sheet.source.title} {sheet.source.url}".rstrip()]
    return "\n".join(lines) + "\n"


def score_words(filled: Filled, score: Score) -> str:
    """The range of a score in one sentence: never a full score while items are open."""
    low, high = score.percent
    least, most = f"{score.low:g}", f"{score.high:g}"
    name = f"{score.group}: " if score.group else ""
    points = f"{least} to {most}" if least != most else least
    percent = f"{low} to {high}" if low != high else f"{low}"
    left = f"; a person must judge {score.open} of {score.items}" if score.open else ""
    good = filled.worksheet.good
    bar = f"; {good:g}% is good enough" if good is not None else ""
    return f"{name}{points} of {score.most:g} points ({percent}%){bar}{left}."


def as_json(filled: Filled, report: Report) -> str:
    """One object: the worksheet, the document, the scores as ranges, and the answers."""
    sheet = filled.worksheet
    value = {
        "worksheet": sheet.id,
        "title": sheet.title,
        "source": {"title": sheet.source.title, "url": sheet.source.url},
        "document": {"name": report.document.name, "sha256": report.document.sha256},
        "today": report.today,
        "profile": report.profile.id,
        "good": sheet.good,
        "scores": [
            {
                "group": score.group,
                "low": score.low,
                "high": score.high,
                "most": score.most,
                "percent": {"low": score.percent[0], "high": score.percent[1]},
                "open": score.open,
                "items": score.items,
            }
            for score in filled.scores
        ],
        "answers": [
            {
                "id": answer.item.id,
                "group": sheet.groups.get(answer.item.group, ""),
                "question": answer.item.ask,
                "answer": answer.word,
                "seen": [
                    {"label": one.label, "words": one.words, "means": one.means}
                    for one in answer.seen
                ],
            }
            for answer in filled.answers
        ],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def as_csv(filled: Filled, report: Report) -> str:
    """One row an item; a cell that a spreadsheet would take for a formula begins with a quote."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["worksheet", "document", "item", "group", "question", "answer", "seen"])
    for answer in filled.answers:
        row = [
            filled.worksheet.title,
            report.document.name,
            answer.item.id,
            filled.worksheet.groups.get(answer.item.group, ""),
            answer.item.ask,
            WORDS[answer.word],
            _seen(answer),
        ]
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _seen(answer: Answer) -> str:
    return "; ".join(f"{one.label}: {one.words}" for one in answer.seen)


def _safe(cell: str) -> str:
    return "'" + cell if cell[:1] in "=+-@\t" else cell


FORMATS: Mapping[str, tuple[str, str, Callable[[Filled, Report], str]]] = {
    "text": ("text/plain", "txt", as_text),
    "json": ("application/json", "json", as_json),
    "csv": ("text/csv", "csv", as_csv),
}
