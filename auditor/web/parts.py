"""Which parts of a text count: a reader overrules what the auditor took them for."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from auditor.parse.picked import Picked
from auditor.render.page import result
from auditor.submission import Submission
from auditor.web.desk import desk, done
from auditor.web.forms import FieldError

blueprint = Blueprint("parts", __name__)


@blueprint.get("/audits/<audit_id>/parts")
def show(audit_id: str) -> str:
    """Every block with a box to tick if it counts."""
    return _page(audit_id, [])


@blueprint.post("/audits/<audit_id>/parts")
def choose(audit_id: str) -> Response | tuple[str, int]:
    """Audit the same bytes again, with the blocks that are ticked."""
    audit, report = done(audit_id)
    ticked = {int(value) for value in request.form.getlist("counts") if value.isdecimal()}
    if not any(number < len(report.blocks) for number in ticked):
        return _page(audit_id, [FieldError("part-1", "Tick one part or more.")]), 422
    counts = [block.region == "content" for block in report.blocks]
    submission = Submission(
        desk().service.data(audit_id),
        audit.name,
        audit.media_type,
        audit.profile,
        audit.document_class,
        picked=Picked.read(audit.picked).after(counts, ticked),
    )
    again = desk().service.submit(submission)
    return redirect(url_for("audits.show", audit_id=again), 303)


def _page(audit_id: str, errors: list[FieldError]) -> str:
    audit, report = done(audit_id)
    return render_template("parts.html", audit=audit, result=result(report), errors=errors)
