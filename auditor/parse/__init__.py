"""Bytes become a `Document`: one module per input format, found by its folder.

A format is a module with `MEDIA_TYPES`, `EXTENSIONS` and
`parse(data: bytes, name: str, media_type: str) -> Document`.
"""

from dataclasses import replace
from types import ModuleType

from auditor.errors import DocumentError
from auditor.folder import modules
from auditor.model import Document
from auditor.parse.regions import label
from auditor.parse.sniff import sniffed

FORMATS: dict[str, ModuleType] = {
    media_type: module
    for module in modules(__name__, __path__, "MEDIA_TYPES")
    for media_type in module.MEDIA_TYPES
}
EXTENSIONS: dict[str, str] = {
    extension: module.MEDIA_TYPES[0]
    for module in FORMATS.values()
    for extension in module.EXTENSIONS
}


def media_type_of(name: str, declared: str = "") -> str:
    """The media type for a file name, or the declared one where we know it.

    Raises DocumentError when neither tells.
    """
    declared = declared.partition(";")[0].strip().lower()
    if declared in FORMATS:
        return declared
    dot = name.rfind(".")
    extension = name[dot:].lower() if dot > max(name.rfind("/"), -1) else ""
    if extension in EXTENSIONS:
        return EXTENSIONS[extension]
    known = ", ".join(sorted(EXTENSIONS))
    raise DocumentError(f"we cannot read {extension or 'this kind of'} files; use one of {known}")


def parse(data: bytes, name: str, media_type: str) -> Document:
    """Read `data` as `media_type`, or as what it plainly is instead.

    Raises DocumentError when it cannot be read.
    """
    if media_type not in FORMATS:
        raise DocumentError(f"we cannot read {media_type}; use one of {', '.join(sorted(FORMATS))}")
    found, notes = sniffed(data, media_type)
    document = label(FORMATS[found].parse(data, name, found))
    return replace(document, notes=notes + document.notes) if notes else document
