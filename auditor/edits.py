"""Safe replacements, put into a file: everything else stays byte for byte."""

import re
from collections.abc import Iterable
from difflib import unified_diff
from typing import NamedTuple

from auditor.article import article
from auditor.errors import UsageError
from auditor.model import Document, Finding, Fix, Hit, Span

_ARTICLE = re.compile(r"\b([Aa]n?)([ \u00a0]+)\Z")
_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252", "latin-1")


def fix_of(document: Document, hit: Hit) -> Fix | None:
    """The replacement of a safe hit as a change of the file; None where the file's own words are
    not the text's, as inside mark-up or an entity.

    An "a" or "an" before the words is changed with them.
    """
    if not hit.safe or hit.span is None or len(hit.expected) != 1:
        return None
    words = hit.expected[0]
    start = hit.span.start
    before = _ARTICLE.search(document.text, max(0, start - 4), start)
    if before and words:
        right = article(words)
        if right != before.group(1).lower():
            right = right.capitalize() if before.group(1)[0] == "A" else right
            words = right + before.group(2) + words
            start = before.start()
    text = Span(start, hit.span.end)
    part, source = document.to_source(text)
    if source.of(document.parts[part]) != text.of(document.text):
        return None
    return Fix(part, source, words)


def edited(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with the fixes in it; of two that overlap the first counts."""
    pieces: list[str] = []
    reached = 0
    for fix in sorted(fixes, key=lambda one: (one.span.start, one.span.end)):
        if fix.span.start < reached:
            continue
        pieces += (text[reached : fix.span.start], fix.text)
        reached = fix.span.end
    return "".join(pieces) + text[reached:]


class Edited(NamedTuple):
    """A file with its safe replacements, and how many there were."""

    data: bytes
    changes: int


def edit(data: bytes, document: Document, findings: Iterable[Finding]) -> Edited:
    """The file with the fixes of the findings, in its own encoding.

    Raises UsageError for kinds of file that are not text.
    """
    fixes = [one.fix for one in findings if one.fix is not None and one.suppressed is None]
    source = next(iter(document.parts.values())) if len(document.parts) == 1 else None
    for codec in _CODECS:
        try:
            if source is not None and source.encode(codec) == data:
                return Edited(edited(source, fixes).encode(codec), len(fixes))
        except UnicodeEncodeError:
            continue
    raise UsageError(f"{document.name}: only text, Markdown and HTML files can be changed here")


def difference(name: str, old: str, new: str) -> str:
    """A unified diff of the two versions, as `patch` and `git apply` read it."""
    lines = unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines
    )
