"""A site: several documents at once, and one row for each."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from auditor.errors import DocumentError
from auditor.web.desk import desk
from auditor.web.forms import FieldError, FormRefused, read_site
from auditor.web.site_table import COLUMNS, STATES, as_csv, state_of, table

blueprint = Blueprint("sites", __name__)


@blueprint.get("/sites/new")
def new() -> str:
    """The form for several files."""
    return _form([])


@blueprint.get("/sites")
def start_again() -> Response:
    """Where a form that was refused is reloaded: back to an empty one."""
    return redirect(url_for("sites.new"), 302)


@blueprint.post("/sites")
def create() -> Response | tuple[str, int]:
    """Submit every file of the form under one name."""
    try:
        name, submissions, profile = read_site(desk())
        site_id = desk().service.submit_site(name, submissions, profile)
    except FormRefused as refused:
        return _form(refused.errors), 422
    except DocumentError as error:
        return _form([FieldError("files", str(error))]), 422
    return redirect(url_for("sites.show", site_id=site_id), 303)


@blueprint.get("/sites/<site_id>")
def show(site_id: str) -> str:
    """The site as a table, worst first."""
    site = desk().service.site(site_id)
    return render_template(
        "site.html",
        site=site,
        table=table(site, request.args),
        columns=COLUMNS,
        states=STATES,
        state_of=state_of,
        refresh=request.args.get("refresh") != "off",
    )


@blueprint.get("/sites/<site_id>.csv")
def as_file(site_id: str) -> Response:
    """Every row of the site for a spreadsheet."""
    site = desk().service.site(site_id)
    # The mark at the start tells spreadsheets that the file is UTF-8.
    response = make_response("\ufeff" + as_csv(site))
    response.content_type = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="site.csv"'
    return response


def _form(errors: list[FieldError]) -> str:
    chosen = request.form.get("profile") or desk().usual_profile
    return render_template(
        "site_new.html",
        errors=errors,
        name=request.form.get("name", ""),
        profiles=desk().profiles,
        chosen=chosen,
        contracts=desk().contracts,
        kind=request.form.get("document_class", ""),
        file_lost=any(file.filename for file in request.files.values()),
    )
