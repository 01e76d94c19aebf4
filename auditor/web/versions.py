"""Two versions of a text side by side: what the new one lost or changed. Nothing is kept."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from auditor.errors import DocumentError
from auditor.meaning import Change, compare
from auditor.parse import parse
from auditor.web.forms import FieldError

blueprint = Blueprint("versions", __name__)

_LONGEST = 100_000  # characters of one version: compared while the page is waited for
_KINDS = {
    "figure": "Number", "dose": "Dose", "time": "Time", "date": "Date",
    "phone": "Number to call", "link": "Link", "negation": "“Not”, “never”, “without”",
    "warning": "Warning",
}  # fmt: skip
_NAMES = {"old": "the old version", "new": "the new version"}


@dataclass(frozen=True, slots=True)
class Changes:
    """What came of a comparison, by what happened."""

    lost: list[Change]
    changed: list[Change]
    added: list[Change]

    @property
    def count(self) -> int:
        """How many are lost or changed."""
        return len(self.lost) + len(self.changed)


@blueprint.get("/compare")
def new() -> str:
    """The form."""
    return _page([], None)


@blueprint.post("/compare")
def show() -> str | tuple[str, int]:
    """What changed between the two versions that the form holds."""
    texts = {field: request.form.get(field, "").replace("\r\n", "\n") for field in _NAMES}
    errors = [error for field, text in texts.items() if (error := _wrong(field, text))]
    if errors:
        return _page(errors, None), 422
    documents = []
    for field, text in texts.items():
        try:
            documents.append(parse(text.encode("utf-8", "replace"), _NAMES[field], "text/plain"))
        except DocumentError as error:
            return _page([FieldError(field, str(error))], None), 422
    found = compare(*documents)
    return _page([], Changes(*([one for one in found if one.what == what]
                               for what in ("lost", "changed", "added"))))  # fmt: skip


def _wrong(field: str, text: str) -> FieldError | None:
    if not text.strip():
        return FieldError(field, f"Paste {_NAMES[field]}.")
    if len(text) > _LONGEST:
        return FieldError(
            field,
            f"Paste {_LONGEST:,} characters at most; for more, use `auditor compare`.",
        )
    return None


def _page(errors: list[FieldError], changes: Changes | None) -> str:
    return render_template(
        "compare.html",
        errors=errors,
        changes=changes,
        old=request.form.get("old", ""),
        new=request.form.get("new", ""),
        kinds=_KINDS,
    )
