"""A report as a file, in every output format there is, and the Word file with comments."""

import re

from flask import make_response
from werkzeug.wrappers import Response

from auditor.model import Report
from auditor.parse.docx import MEDIA_TYPES as WORD
from auditor.render import FORMATS
from auditor.render.glossary import FORMATS as GLOSSARIES
from auditor.render.glossary import render

__all__ = [
    "FORMATS",
    "GLOSSARIES",
    "NAMES",
    "download",
    "download_text",
    "word_file",
    "words_to_know",
]

_WORDS = {
    "html": "Web page",
    "json": "JSON",
    "csv": "CSV, for spreadsheets",
    "markdown": "Markdown",
    "sarif": "SARIF",
    "junit": "JUnit",
    "github": "GitHub annotations",
    "gitlab": "GitLab code quality",
    "terminal": "Plain text",
    "line": "One line for each finding",
}
# Every format there is, in the order in which people are likely to want them.
NAMES = {
    **{name: words for name, words in _WORDS.items() if name in FORMATS},
    **{name: name for name in FORMATS if name not in _WORDS},
}


def download(report: Report, name: str, *, as_file: bool = True) -> Response:
    """The report in the format `name`, one of FORMATS, to save or (`as_file` false) to read."""
    module = FORMATS[name]
    response = make_response(module.render([report]))
    response.content_type = f"{module.MEDIA_TYPE}; charset=utf-8"
    # A page that a draft has a part in is never opened on this site's own address.
    if as_file or module.MEDIA_TYPE == "text/html":
        file = f"{_plain(report.document.name)}-report.{module.EXTENSION.lstrip('.')}"
        response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def words_to_know(report: Report, name: str, *, as_file: bool = True) -> Response:
    """The glossary for the end of the text in the format `name`, one of GLOSSARIES."""
    module = GLOSSARIES[name]
    response = make_response(render(report, name))
    response.content_type = f"{module.MEDIA_TYPE}; charset=utf-8"
    if as_file or module.MEDIA_TYPE == "text/html":
        file = f"{_plain(report.document.name)}-words-to-know.{module.EXTENSION}"
        response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def download_text(data: bytes, name: str) -> Response:
    """A draft with changes made, to save; never opened on this site's own address."""
    response = make_response(data)
    response.content_type = "application/octet-stream"
    ending = re.sub(r"[^a-z0-9]", "", name.rpartition(".")[2].lower()[:8]) if "." in name else "txt"
    file = f"{_plain(name)}-changed.{ending or 'txt'}"
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def word_file(data: bytes, report: Report) -> Response:
    """A Word file to save, named after the report's document."""
    response = make_response(data)
    response.content_type = WORD[0]
    file = f"{_plain(report.document.name)}-comments.docx"
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def _plain(name: str) -> str:
    """A file name from a document's: plain letters, so that every system takes it."""
    stem = name.rpartition(".")[0] or name
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:60] or "document"
