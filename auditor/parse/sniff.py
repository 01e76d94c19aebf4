"""What a file holds, told by its first bytes, where its name says something else."""

import re

from auditor.errors import DocumentError
from auditor.parse.package import Package

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
_KINDS = {PDF: "a PDF", WORD: "a Word file", ODT: "an OpenDocument text", HTML: "a web page"}
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_OLD = (
    "this is a Word file of the old kind (.doc) or one with a password; "
    "save it as .docx without a password"
)
_RICH = "this is rich text (.rtf); save it as .docx and try again"
_ZIPPED = "this is a zipped file but no document that we can read; give the document in it"


def sniffed(data: bytes, media_type: str) -> tuple[str, tuple[str, ...]]:
    """The media type of what the bytes hold, and a note where that is not the one given.

    Raises DocumentError for kinds that are known but cannot be read.
    """
    found = _found(data)
    if not found or found == media_type or _is_kind_of(media_type, found):
        return media_type, ()
    if found == HTML and media_type not in ("text/plain", PDF, ODT) and not _is_word(media_type):
        return media_type, ()
    return found, (f"The file is named otherwise, but holds {_KINDS[found]}; it was read as that.",)


def _found(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise DocumentError(_OLD)
    if data.startswith(b"{\\rtf"):
        raise DocumentError(_RICH)
    if data.startswith(b"PK\x03\x04"):
        package = Package(data)
        if "word/document.xml" in package:
            return WORD
        if (package.get("mimetype") or b"").startswith(ODT.encode()):
            return ODT
        raise DocumentError(_ZIPPED)
    if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-"):
        return PDF
    return HTML if _PAGE.match(data) else ""


def _is_word(media_type: str) -> bool:
    return media_type == WORD or media_type.startswith("application/vnd.ms-word")


def _is_kind_of(media_type: str, found: str) -> bool:
    return found == WORD and _is_word(media_type)
