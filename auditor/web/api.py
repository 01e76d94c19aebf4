"""The JSON API: submit a text, ask how far it is, read the report in any format."""

from typing import Any

from apiflask import APIBlueprint
from flask import abort, current_app, render_template, request, url_for
from werkzeug.wrappers import Response

from auditor.errors import DocumentError, FetchError, UsageError
from auditor.parse import media_type_of
from auditor.store import AuditRecord
from auditor.submission import Submission
from auditor.web.desk import desk, done_report
from auditor.web.download import FORMATS, GLOSSARIES, download, words_to_know
from auditor.web.forms import PASTED
from auditor.web.messages import (
    Accepted,
    AuditIn,
    AuditOut,
    BodyRefused,
    FileIn,
    ProblemField,
    read_fields,
    read_json,
)
from auditor.web.pages import web_page
from auditor.web.problems import problem

blueprint = APIBlueprint("api", __name__)
_NOT_READY = "The report is not ready; ask again when the status is done."
_PROBLEM = {
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
}


def _problems(**said: str) -> dict[int | str, Any]:
    return {int(code[1:]): {"description": words, **_PROBLEM} for code, words in said.items()}


@blueprint.post("/api/v1/audits")
@blueprint.doc(
    summary="Submit a text",
    description="Send JSON with the text or a web address, or a form with a file. "
    "The check starts at once.",
    responses={
        202: {"description": "The check is queued.",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Accepted"}}}},
        **_problems(
            _400="The body cannot be used.",
            _413="The text is too large.",
            _415="The body is neither JSON nor a form.",
            _422="A key or the text cannot be used.",
            _429="Too many texts in one hour.",
            _503="The store does not answer.",
        ),
    },
)  # fmt: skip
def submit() -> Response:
    """Submit a text or a file."""
    if request.mimetype == "application/json":
        submission = _from_json()
    elif request.mimetype == "multipart/form-data":
        submission = _from_form()
    else:
        abort(415)
    audit_id = desk().service.submit(submission)
    url = url_for("api.status", audit_id=audit_id)
    response = current_app.response_class(
        Accepted(id=audit_id, url=url).model_dump_json(), 202, mimetype="application/json"
    )
    response.headers["Location"] = url
    return response


@blueprint.get("/api/v1/audits/<audit_id>")
@blueprint.doc(
    summary="Read an audit",
    description="How far the check is. With ‘format’, the report itself once it is done.",
    responses={
        200: {"description": "How far it is, or the report in the format asked for.",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/AuditOut"}}}},
        **_problems(
            _400="There is no such format.",
            _404="There is no such audit.",
            _409="The report is not ready.",
            _503="The store does not answer.",
        ),
    },
)  # fmt: skip
def status(audit_id: str) -> Response:
    """How far the check is, or its report in the format that `format` names."""
    audit = desk().service.get(audit_id)
    name = request.args.get("format")
    if name is None:
        return current_app.response_class(
            _shown(audit).model_dump_json(), mimetype="application/json"
        )
    if name not in FORMATS:
        raise UsageError(f"There is no such format; use one of {', '.join(sorted(FORMATS))}.")
    report = done_report(audit)
    if report is None:
        return problem(409, _NOT_READY)
    return download(report, name, as_file=False)


@blueprint.get("/api/v1/audits/<audit_id>/words-to-know")
@blueprint.doc(
    summary="Read a glossary for the text",
    description="What the text leaves unexplained, with what it means, in the order of first use.",
    responses={
        200: {"description": "The glossary in the format asked for; JSON if none is."},
        **_problems(
            _400="There is no such format.",
            _404="There is no such audit.",
            _409="The report is not ready.",
            _503="The store does not answer.",
        ),
    },
)
def glossary(audit_id: str) -> Response:
    """What the text leaves unexplained, as a glossary in the format that `format` names."""
    audit = desk().service.get(audit_id)
    name = request.args.get("format", "json")
    if name not in GLOSSARIES:
        raise UsageError(f"There is no such format; use one of {', '.join(sorted(GLOSSARIES))}.")
    report = done_report(audit)
    if report is None:
        return problem(409, _NOT_READY)
    return words_to_know(report, name, as_file=False)


@blueprint.delete("/api/v1/audits/<audit_id>")
@blueprint.doc(
    summary="Delete an audit",
    description="Deletes the text and its report for good.",
    responses={
        204: {"description": "It is deleted."},
        **_problems(_404="There is no such audit.", _503="The store does not answer."),
    },
)
def remove(audit_id: str) -> tuple[str, int]:
    """Delete the audit and its text."""
    desk().service.delete(audit_id)
    return "", 204


@blueprint.get("/api/docs")
@blueprint.doc(hide=True)
def docs() -> str:
    """The API for people, drawn from the same description that programs read."""
    spec = current_app.spec  # type: ignore[attr-defined]  # the app is an APIFlask
    return render_template("docs.html", spec=spec)


@blueprint.errorhandler(BodyRefused)
def body_refused(error: BodyRefused) -> Response:
    """Every key that is wrong; `detail` names the first."""
    return problem(422, str(error), errors=[one.model_dump() for one in error.errors])


def _from_json() -> Submission:
    body = read_json(AuditIn, request.get_data())
    if body.address is not None and body.text is None:
        return _from_address(body.address, body)
    if body.text is None or body.address is not None:
        sentence = "Send one of ‘text’ and ‘address’."
        raise BodyRefused([ProblemField(field="text", detail=sentence)])
    name = body.name.strip() or PASTED
    declared = body.media_type or ("" if "." in name else "text/plain")
    return Submission(
        _filled(body.text.encode()),
        name,
        media_type_of(name, declared),
        _profile(body.profile),
        _class(body.document_class),
        today=body.today,
    )


def _from_address(address: str, body: AuditIn) -> Submission:
    profile, kind = _profile(body.profile), _class(body.document_class)
    try:
        page = web_page(address.strip(), desk().settings)
    except FetchError as error:
        raise BodyRefused([ProblemField(field="address", detail=str(error))]) from error
    return Submission(
        _filled(page.data), page.name, page.media_type, profile, kind, today=body.today
    )


def _from_form() -> Submission:
    fields = read_fields(FileIn, request.form.to_dict())
    file = request.files.get("file")
    if file is None or not file.filename or list(request.files) != ["file"]:
        sentence = "Send one file under the key ‘file’."
        raise BodyRefused([ProblemField(field="file", detail=sentence)])
    return Submission(
        _filled(file.read()),
        file.filename,
        media_type_of(file.filename, fields.media_type),
        _profile(fields.profile),
        _class(fields.document_class),
        today=fields.today,
    )


def _filled(data: bytes) -> bytes:
    if not data.strip():
        raise DocumentError("The text is empty; send one with words in it.")
    return data


def _profile(name: str) -> str:
    if not name:
        return desk().usual_profile
    known = desk().library.profiles
    if name not in known:
        sentence = f"There is no such profile; use one of {', '.join(sorted(known))}."
        raise BodyRefused([ProblemField(field="profile", detail=sentence)])
    return name


def _class(name: str) -> str:
    known = desk().library.contracts
    if name and name not in known:
        sentence = f"There is no such class; use one of {', '.join(sorted(known))}."
        raise BodyRefused([ProblemField(field="document_class", detail=sentence)])
    return name


def _shown(audit: AuditRecord) -> AuditOut:
    url = url_for("api.status", audit_id=audit.id)
    done = audit.status == "done"
    return AuditOut.model_validate(
        {
            **{
                name: getattr(audit, name)
                for name in ("id", "name", "status", "stage", "profile", "verdict", "error")
            },
            "steps_done": audit.steps_done,
            "steps_total": audit.steps_total,
            "url": url,
            "page": url_for("audits.show", audit_id=audit.id),
            "reports": {name: f"{url}?format={name}" for name in FORMATS} if done else {},
        }
    )
