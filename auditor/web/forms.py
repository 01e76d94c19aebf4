"""What people send by form becomes submissions, or a list of what to put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from flask import request
from werkzeug.datastructures import FileStorage

from auditor.errors import DocumentError, FetchError, UsageError
from auditor.parse import media_type_of
from auditor.submission import Submission
from auditor.web.desk import Desk
from auditor.web.pages import web_page

PASTED = "Pasted text"


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing to put right: the id of the field, and a sentence that says what to do."""

    field: str
    message: str


class FormRefused(UsageError):
    """A form cannot be used as it is; `errors` has at least one entry."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        super().__init__(errors[0].message)
        self.errors = list(errors)


def read_audit(desk: Desk) -> Submission:
    """The submission of the front page's form; raises FormRefused."""
    profile, errors = _profile(desk)
    kind = _class(desk, errors)
    text, file = request.form.get("text", ""), _files("file")
    address = request.form.get("address", "").strip()
    submission = None
    if sum(map(bool, (text.strip(), file, address))) > 1:
        errors.append(FieldError("text", "Give one: a text, a file or an address."))
    elif address:
        submission = None if errors else _fetch(address, profile, desk, errors, kind)
    elif file:
        submission = _read(file[0], profile, desk, "file", errors, kind)
    elif text.strip():
        # Browsers send line ends as CRLF; what was typed had plain ones.
        data = text.replace("\r\n", "\n").encode("utf-8", "replace")
        submission = Submission(data, PASTED, "text/plain", profile, kind)
        _check_size(data, PASTED, desk, "text", errors)
    else:
        errors.append(FieldError("text", "Paste your text, choose a file or give an address."))
    if errors or submission is None:
        raise FormRefused(errors)
    return submission


def _fetch(
    address: str, profile: str, desk: Desk, errors: list[FieldError], kind: str
) -> Submission | None:
    """The page at a web address, fetched while the person waits."""
    try:
        page = web_page(address, desk.settings)
    except FetchError as error:
        errors.append(FieldError("address", str(error)))
        return None
    _check_size(page.data, page.name, desk, "address", errors)
    return Submission(page.data, page.name, page.media_type, profile, kind)


def read_site(desk: Desk) -> tuple[str, list[Submission], str]:
    """The site's name, its documents and the profile; raises FormRefused."""
    profile, errors = _profile(desk)
    kind = _class(desk, errors)
    name = request.form.get("name", "").strip()
    if not name:
        errors.insert(0, FieldError("name", "Give the site a name."))
    files, most = _files("files"), desk.settings.max_site_pages
    if not files:
        errors.append(FieldError("files", "Choose one file or more."))
    if len(files) > most:
        errors.append(FieldError("files", f"Choose {most} files at most."))
        files = []
    read = [_read(file, profile, desk, "files", errors, kind) for file in files]
    if errors:
        raise FormRefused(errors)
    return name, [submission for submission in read if submission], profile


def _profile(desk: Desk) -> tuple[str, list[FieldError]]:
    profile = request.form.get("profile", "")
    if profile in desk.library.profiles:
        return profile, []
    return "", [FieldError("profile", "Choose who the text is for.")]


def _class(desk: Desk, errors: list[FieldError]) -> str:
    """What the writer says the text is; "" when the text shall tell."""
    kind = request.form.get("document_class", "")
    if kind and kind not in desk.library.contracts:
        errors.append(FieldError("document_class", "Choose what the text is from the list."))
        return ""
    return kind


def _files(field: str) -> list[FileStorage]:
    """The files that were chosen; a browser sends one without a name when none was."""
    return [file for file in request.files.getlist(field) if file.filename]


def _read(
    file: FileStorage,
    profile: str,
    desk: Desk,
    field: str,
    errors: list[FieldError],
    kind: str,
) -> Submission | None:
    name = PurePosixPath((file.filename or "").replace("\\", "/")).name
    data = file.read(desk.settings.max_bytes + 1)
    try:
        media_type = media_type_of(name)
    except DocumentError as error:
        errors.append(FieldError(field, f"{name}: {error}."))
        return None
    _check_size(data, name, desk, field, errors)
    return Submission(data, name, media_type, profile, kind)


def _check_size(data: bytes, name: str, desk: Desk, field: str, errors: list[FieldError]) -> None:
    if not data.strip():
        errors.append(FieldError(field, f"{name} is empty. Choose another one."))
    elif len(data) > desk.settings.max_bytes:
        errors.append(FieldError(field, f"{name} is larger than {desk.largest}. Make it shorter."))
