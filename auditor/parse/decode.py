"""Bytes become characters: one decision about encodings for every text format."""

import codecs

from auditor.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROL = tuple(map(chr, (*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20))))


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The characters of `data` and notes on how they were read.

    A byte order mark decides, then UTF-8, then the `declared` encoding, then Windows-1252.
    The mark stays in the text as U+FEFF so that offsets are those of the file. Raises
    DocumentError for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _checked(data.decode(encoding)), ()
            except UnicodeDecodeError as error:
                raise DocumentError(
                    f"the file says it is {encoding} but is not; save it as UTF-8"
                ) from error
    wide = _wide(data[:1000])
    if wide:
        try:
            text = _checked(data.decode(wide))
        except UnicodeDecodeError:
            pass
        else:
            return text, (f"The file is not UTF-8; it was read as {wide}.",)
    try:
        return _checked(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        pass
    for encoding in (declared, "cp1252"):
        try:
            text = _checked(data.decode(encoding)) if encoding else ""
        except (UnicodeDecodeError, LookupError):
            continue
        if text:
            return text, (f"The file is not UTF-8; it was read as {encoding}.",)
    raise DocumentError("the file is not text in a known encoding; save it as UTF-8")


def _wide(start: bytes) -> str:
    """UTF-16 without a mark shows by its zeros: every second byte of most letters is one."""
    half = len(start) // 2
    if half < 8 or len(start) % 2:
        return ""
    if start[1::2].count(0) > 0.7 * half and not start[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > 0.7 * half and not start[1::2].count(0) else ""


def _checked(text: str) -> str:
    """`text`, if it is text: NUL and other control characters mean a binary file."""
    sample = text[:100_000]
    control = sum(map(sample.count, _CONTROL))  # many times as fast as a pattern
    if "\0" in sample or control > len(sample) // 100:
        raise DocumentError("the file is not text; give a text, Markdown or HTML file")
    return text
