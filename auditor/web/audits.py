"""The front page, and an audit from its form to its report."""

from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from auditor.edits import edit
from auditor.errors import DocumentError, NotFound
from auditor.parse import media_type_of, parse
from auditor.parse.docx import MEDIA_TYPES as WORD
from auditor.render.glossary import entries
from auditor.render.page import Choice, Links, result
from auditor.store import AuditRecord
from auditor.submission import Submission
from auditor.web.desk import desk, done, report_of
from auditor.web.download import (
    FORMATS,
    GLOSSARIES,
    NAMES,
    download,
    download_text,
    word_file,
    words_to_know,
)
from auditor.web.forms import FieldError, FormRefused, read_audit
from auditor.word_comments import commented

blueprint = Blueprint("audits", __name__)


@blueprint.get("/")
def front() -> str:
    """The form, the samples and the source documents."""
    return _front([])


@blueprint.get("/audits")
def start_again() -> Response:
    """Where a form that was refused is reloaded: back to an empty one."""
    return redirect(url_for("audits.front"), 302)


@blueprint.post("/audits")
def create() -> Response | tuple[str, int]:
    """Submit what the form holds."""
    try:
        audit_id = desk().service.submit(read_audit(desk()))
    except FormRefused as refused:
        return _front(refused.errors), 422
    except DocumentError as error:
        return _front([FieldError("text", str(error))]), 422
    return redirect(url_for("audits.show", audit_id=audit_id), 303)


@blueprint.post("/samples/<sample_id>")
def try_sample(sample_id: str) -> Response:
    """Submit one of our own texts."""
    sample = next((each for each in desk().library.samples if each.id == sample_id), None)
    if sample is None:
        raise NotFound("There is no such sample; choose one on the front page.")
    submission = Submission(sample.data, sample.name, sample.media_type, sample.profile)
    return redirect(url_for("audits.show", audit_id=desk().service.submit(submission)), 303)


@blueprint.get("/audits/<audit_id>")
def show(audit_id: str) -> str:
    """The audit as it stands: at work, failed, or its result."""
    audit = desk().service.get(audit_id)
    if audit.status == "failed":
        return render_template("failed.html", audit=audit)
    report = report_of(audit)
    if audit.status != "done" or report is None:
        return render_template(
            "progress.html",
            audit=audit,
            result=result(report) if report else None,
            refresh=request.args.get("refresh") != "off",
        )
    return render_template(
        "result.html",
        audit=audit,
        result=result(report, Choice.read(request.args), _links(audit)),
        formats=NAMES,
        changes=sum(one.fix is not None and not one.fix.part for one in report.findings),
        word=report.document.media_type in WORD,
        worksheets=list(desk().library.worksheets.values()),
        words=len(entries(report)),
        glossaries={name: module.WORDS for name, module in GLOSSARIES.items()},
    )


@blueprint.get("/audits/<audit_id>/report.<name>")
def report_file(audit_id: str, name: str) -> Response:
    """The report as a file in the format called `name`."""
    _, report = done(audit_id)
    if name not in FORMATS:
        raise NotFound("There is no such format; choose one on the result page.")
    return download(report, name)


@blueprint.get("/audits/<audit_id>/text")
def changed_text(audit_id: str) -> Response:
    """The text that was submitted, with the safe changes made."""
    audit, report = done(audit_id)
    data = desk().service.data(audit_id)
    document = parse(data, audit.name, media_type_of(audit.name, audit.media_type))
    return download_text(edit(data, document, report.findings).data, audit.name)


@blueprint.get("/audits/<audit_id>/comments.docx")
def comments(audit_id: str) -> Response:
    """The Word file that was sent, with the findings as comments."""
    _, report = done(audit_id)
    if report.document.media_type not in WORD:
        raise NotFound("This was no Word file, so there is none to give back.")
    return word_file(commented(desk().service.data(audit_id), report), report)


@blueprint.get("/audits/<audit_id>/words-to-know.<name>")
def words_file(audit_id: str, name: str) -> Response:
    """What the text leaves unexplained, as a glossary to put at its end."""
    _, report = done(audit_id)
    if name not in GLOSSARIES:
        raise NotFound("There is no such format; choose one on the result page.")
    return words_to_know(report, name)


@blueprint.post("/audits/<audit_id>/delete")
def delete(audit_id: str) -> Response:
    """Delete the audit and its text."""
    desk().service.delete(audit_id)
    return redirect(url_for("audits.front", deleted="1"), 303)


def _front(errors: list[FieldError]) -> str:
    chosen = request.form.get("profile") or request.args.get("profile") or desk().usual_profile
    return render_template(
        "front.html",
        errors=errors,
        text=request.form.get("text", ""),
        address=request.form.get("address", ""),
        profiles=desk().profiles,
        chosen=chosen,
        contracts=desk().contracts,
        kind=request.form.get("document_class") or request.args.get("document_class") or "",
        samples=desk().library.samples,
        sources=desk().library.sources,
        file_lost=any(file.filename for file in request.files.values()),
        deleted=request.args.get("deleted") == "1",
    )


def _links(audit: AuditRecord) -> Links:
    def choose(choice: Choice) -> str:
        query = urlencode(choice.query())
        return url_for("audits.show", audit_id=audit.id) + (f"?{query}" if query else "") + "#text"

    known, sources = desk().library.rules, {each.id for each in desk().library.sources}

    def rule(rule_id: str) -> str:
        return url_for("reference.rule", rule_id=rule_id) if rule_id in known else ""

    def source(source_id: str) -> str:
        return url_for("reference.source", source_id=source_id) if source_id in sources else ""

    def parts(block: int) -> str:
        return url_for("parts.show", audit_id=audit.id) + f"#part-{block + 1}"

    return Links(rule, source, choose, parts)
