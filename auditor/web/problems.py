"""Every error as one plain sentence: a page for people, problem+json for programs."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, current_app, json, render_template, request
from flask.wrappers import Response
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]  # it has no stubs
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from auditor.errors import (
    AuditorError,
    DocumentError,
    FetchError,
    NotFound,
    StoreError,
    TooLarge,
    UsageError,
)
from auditor.web.desk import desk

API = "/api/v1/"
_CODES: tuple[tuple[type[AuditorError], int], ...] = (
    (NotFound, 404),
    (TooLarge, 413),
    (DocumentError, 422),
    (FetchError, 422),
    (StoreError, 503),
    (UsageError, 400),
)


@dataclass(frozen=True, slots=True)
class Words:
    """What an error page says: a heading, what happened, and what to do."""

    title: str
    happened: str
    do: str


_WORDS = {
    400: Words(
        "We could not use that",
        "The request was not complete.",
        "Go back, reload the page, and try again.",
    ),
    404: Words(
        "There is no such page",
        "Nothing has this address.",
        "Check the address. Texts and reports are deleted after {days} days.",
    ),
    405: Words(
        "That does not work here",
        "This address cannot be used in that way.",
        "Start again on the front page.",
    ),
    409: Words(
        "The report is not ready",
        "The check has not finished.",
        "Wait for the result, then try again.",
    ),
    413: Words(
        "That is too large",
        "The text is larger than {largest}.",
        "Make it shorter, or check it in parts.",
    ),
    415: Words(
        "We cannot read that",
        "We do not know this kind of content.",
        "Send JSON, or a form with a file.",
    ),
    422: Words(
        "We could not read the text",
        "The text cannot be checked as it is.",
        "Save it as another kind of file and try again.",
    ),
    429: Words(
        "Please wait a little",
        "You have sent many texts in one hour.",
        "Try again in an hour.",
    ),
    500: Words(
        "Something broke on our side",
        "This is our mistake, not yours.",
        "Try again in a minute. If it happens again, tell us the address.",
    ),
    503: Words(
        "The service is not ready",
        "We cannot reach our store just now.",
        "Try again in a minute.",
    ),
}


def register(app: Flask) -> None:
    """Answer every error of `app` in words."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(AuditorError, _auditor)


def problem(code: int, detail: str, **more: object) -> Response:
    """A problem+json answer; `detail` is one plain sentence."""
    body = {"type": "about:blank", "title": _title(code), "status": code, "detail": detail, **more}
    return current_app.response_class(
        json.dumps(body, ensure_ascii=False), code, mimetype="application/problem+json"
    )


def _http(error: HTTPException) -> Response:
    code = error.code or 500
    if code < 400:
        return current_app.make_response(error.get_response())
    answer = _answer(code, _known(error))
    for name in ("Allow", "Retry-After"):
        if value := error.get_response().headers.get(name):
            answer.headers[name] = value
    return answer


def _auditor(error: AuditorError) -> Response:
    code = next((code for kind, code in _CODES if isinstance(error, kind)), 500)
    said = str(error).rstrip(".")
    # Errors without a code of their own are for logs: people are told the usual words.
    return _answer(code, f"{said[:1].upper()}{said[1:]}." if code != 500 else "")


def _known(error: HTTPException) -> str:
    """A sentence of our own where the kind of error says more than its code."""
    if isinstance(error, CSRFError):
        return "This form is too old to be sent."
    if isinstance(error, RequestEntityTooLarge) and request.endpoint == "sites.create":
        return "These files are too large to be sent together."
    return ""


def _answer(code: int, happened: str) -> Response:
    words = _WORDS.get(code) or _WORDS[400 if code < 500 else 500]
    facts = {"largest": desk().largest, "days": desk().settings.retention_days}
    happened, do = happened or words.happened.format(**facts), words.do.format(**facts)
    if request.path.startswith(API):
        return problem(code, f"{happened} {do}" if code != 404 else happened)
    page = render_template("error.html", title=words.title, happened=happened, do=do, code=code)
    return current_app.response_class(page, code)


def _title(code: int) -> str:
    return HTTPStatus(code).phrase
