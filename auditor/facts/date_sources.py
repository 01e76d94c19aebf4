"""The dates that a page gives outside its text: front matter, meta tags, JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any

from auditor.facts.date_labels import Role
from auditor.model import Document, Span

_REVIEWED = "reviewed lastreviewed lastreview datereviewed reviewedon medicallyreviewed checked lastchecked verified lastverified approved"  # fmt: skip
_NEXT = "nextreview nextreviewdate nextreviewdue reviewdate reviewdue duedate reviewby nextreviewed duereview datenextreview nextreviewby"  # fmt: skip
_UPDATED = "updated lastupdated lastupdate dateupdated modified lastmodified datemodified lastmod revised lastrevised articlemodifiedtime ogupdatedtime dctermsmodified dcmodified dcdatemodified"  # fmt: skip
_PUBLISHED = "date published datepublished publishdate publicationdate pubdate created datecreated issued dateissued articlepublishedtime dctermscreated dctermsissued dctermsdate dcdate dcdatecreated dcdateissued"  # fmt: skip
_KEYS: tuple[tuple[Role, str], ...] = (
    ("last_reviewed", _REVIEWED),
    ("next_review", _NEXT),
    ("updated", _UPDATED),
    ("published", _PUBLISHED),
)
_ROLES: dict[str, Role] = {key: role for role, keys in _KEYS for key in keys.split()}
_JSON_LD: dict[str, Role] = {
    "lastReviewed": "last_reviewed",
    "dateModified": "updated",
    "datePublished": "published",
}
_ABOUT_A_TEXT = re.compile(r"page|article|work|web|guide|medical|post|faq|howto", re.IGNORECASE)
_FRONT = re.compile(r"^([A-Za-z][\w -]{1,30}?)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_LONGEST = 60

Given = tuple[Role, str, tuple[str, Span] | None]  # role, as written, where in the file


def given(document: Document) -> Iterator[Given]:
    """Each date of the metadata; a key that stands twice in the front matter gives two."""
    metadata = document.metadata
    if any(key.startswith("front:") for key in metadata):
        yield from _front(document)
    for key, value in metadata.items():
        if key.startswith("meta:"):
            role = _role(key[5:])
            if role and value.strip():
                yield role, value.strip()[:_LONGEST], None
    for line in metadata.get("json-ld", "").splitlines() if "json-ld" in metadata else ():
        yield from _json_ld(line)


def _role(key: str) -> Role | None:
    return _ROLES.get(re.sub(r"[^a-z]", "", key.lower()))


def _front(document: Document) -> Iterator[Given]:
    part, source = next(iter(document.parts.items()))
    fence = _FENCE.match(source)
    if fence is None:
        return
    for match in _FRONT.finditer(source, *fence.span(1)):
        role = _role(match[1])
        raw = re.sub(r"[ \t]+#.*", "", match[2]).strip("\"' ")
        if role and raw:
            yield role, raw[:_LONGEST], (part, Span(*match.span(2)))


def _json_ld(text: str) -> Iterator[Given]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    for one in _things(value):
        kind = one.get("@type", "")
        names = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
        if names and not _ABOUT_A_TEXT.search(names):
            continue
        for key, role in _JSON_LD.items():
            raw = one.get(key)
            if isinstance(raw, str) and raw.strip():
                yield role, raw.strip()[:_LONGEST], None


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """The page's own things: at the top, or in its `@graph`; what it cites stands deeper."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            for inner in one.get("@graph", ()) if isinstance(one.get("@graph"), list) else ():
                if isinstance(inner, dict):
                    yield inner
