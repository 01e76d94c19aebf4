"""The worksheets of an audit: what an instrument asks, answered as far as the report shows it."""

from flask import Blueprint, make_response, render_template
from werkzeug.wrappers import Response

from auditor.errors import NotFound
from auditor.model import Report
from auditor.store import AuditRecord
from auditor.web.desk import desk, done
from auditor.worksheet import Filled, answered
from auditor.worksheet.write import FORMATS, WORDS, score_words

blueprint = Blueprint("worksheets", __name__)


@blueprint.get("/audits/<audit_id>/worksheets/<name>")
def show(audit_id: str, name: str) -> str:
    """One worksheet as a page."""
    audit, report, filled = _filled(audit_id, name)
    return render_template(
        "worksheet.html",
        audit=audit,
        report=report,
        filled=filled,
        scores=[score_words(filled, score) for score in filled.scores],
        answer_words=WORDS,
        formats=FORMATS,
        others=[one for one in desk().library.worksheets.values() if one.id != name],
    )


@blueprint.get("/audits/<audit_id>/worksheets/<name>.<form>")
def as_file(audit_id: str, name: str, form: str) -> Response:
    """One worksheet as a file."""
    _, report, filled = _filled(audit_id, name)
    known = {extension: (kind, write) for kind, extension, write in FORMATS.values()}
    if form not in known:
        raise NotFound("There is no such format; choose one on the page of the worksheet.")
    media_type, write = known[form]
    # The mark at the start tells spreadsheets that the file is UTF-8.
    response = make_response(("\ufeff" if form == "csv" else "") + write(filled, report))
    response.content_type = f"{media_type}; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _filled(audit_id: str, name: str) -> tuple[AuditRecord, Report, Filled]:
    audit, report = done(audit_id)
    sheet = desk().library.worksheets.get(name)
    if sheet is None:
        raise NotFound("There is no such worksheet; choose one on the result page.")
    return audit, report, answered(sheet, report)
