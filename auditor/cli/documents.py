"""Reading one document for the commands that show what was seen in it."""

import sys
from pathlib import Path

from auditor import glossary
from auditor.errors import DocumentError, UsageError
from auditor.glossary import Glossary
from auditor.inputs import Input, is_address, read, too_large
from auditor.model import Document
from auditor.parse import media_type_of, parse
from auditor.settings import Settings
from auditor.tools.fetch import DOCUMENT_TYPES, GLOSSARY_TYPES, Fetcher


def one_input(target: str, current: Settings, accept: frozenset[str] = DOCUMENT_TYPES) -> Input:
    """The bytes of a file, of standard input (`-`) or of a web address of a media type in `accept`.

    Raises UsageError where they cannot be had.
    """
    if target == "-":
        data = sys.stdin.buffer.read(current.max_bytes + 1)
        if len(data) > current.max_bytes:
            raise UsageError(f"standard input: {too_large(current.max_bytes)}")
        return Input("-", data, "text/plain")
    if is_address(target):
        with Fetcher(current) as fetcher:
            page = fetcher.get(target, accept)
        return Input(page.url, page.as_utf8, page.media_type)
    if not Path(target).is_file():
        raise UsageError(f"{target}: there is no such file; check the path")
    item = read(Path(target), current.max_bytes)
    if item.error:
        raise UsageError(f"{target}: {item.error}")
    return item


def one_glossary(target: str, current: Settings) -> Glossary:
    """The glossary in a file or at an address. Raises UsageError or GlossaryError."""
    item = one_input(target, current, GLOSSARY_TYPES)
    return glossary.read(item.data, item.name, item.media_type)


def one_document(target: str, current: Settings) -> Document:
    """The same, parsed. Raises UsageError where it cannot be read."""
    item = one_input(target, current)
    try:
        return parse(item.data, item.name, media_type_of(item.name, item.media_type))
    except DocumentError as error:
        raise UsageError(f"{target}: {error}") from error
