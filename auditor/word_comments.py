"""A Word file with the findings of its report as comments on the right words.

Markers are put between the bytes of the file; every other byte, and every other part, stays as it
was. Comments cannot stand in text boxes, notes and margins, so those go to the paragraph that the
text box hangs on, or with what is about the whole document to the first words.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from auditor.errors import DocumentError
from auditor.model import Finding, Report
from auditor.parse.docx import BODY, Word
from auditor.parse.docx_draft import Draft, Run
from auditor.parse.docx_story import Story
from auditor.parse.docx_styles import PREFIXES, number, relations
from auditor.parse.events import Elements, read
from auditor.parse.sheet import Text
from auditor.render.words import LEVEL_WORDS

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OPEN = {
    "word": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "kind": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}
_STRICT = {
    "word": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "kind": "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding=["'](?!utf-?8["'])""", re.IGNORECASE)
_ODD = "comments cannot be put into a Word file written in this way; save it in Word and try again"


def commented(data: bytes, report: Report) -> bytes:
    """The Word file `data` with a comment for each finding of its report.

    Raises DocumentError when it is no Word file, or holds no words to hang comments on.
    """
    word = Word(data)
    story = word.body()
    body = word.package.read(BODY)
    if body[:2] in (b"\xff\xfe", b"\xfe\xff") or _ENCODING.match(body):
        raise DocumentError(_ODD)
    marks = _Marks(body, story)
    first = _first_id(word)
    notes = list(_notes(report.findings))
    for index, (finding, _) in enumerate(notes, first):
        marks.add(index, finding)
    changed = {BODY: marks.written(), **_comments(word, body, notes, first, report.today)}
    return _zipped(word, changed)


def _notes(findings: Iterable[Finding]) -> Iterable[tuple[Finding | None, list[str]]]:
    """Each comment: the finding that says where (None: the whole document), and its lines."""
    open_ones = [one for one in findings if one.suppressed is None]
    whole = [line for one in open_ones if one.location is None for line in _lines(one)]
    if whole:
        yield None, ["About the whole document:", *whole]
    for one in open_ones:
        if one.location is not None:
            yield one, _lines(one)


def _lines(finding: Finding) -> list[str]:
    lines = [f"{LEVEL_WORDS[finding.level]}: {finding.message}"]
    if finding.expected:
        lines.append("Instead: " + ", ".join(f"‘{one}’" for one in finding.expected[:5]))
    return lines if finding.certain else [*lines, "Please judge this yourself."]


@dataclass(slots=True)
class _Place:
    """What is put in at one byte: ends and starts of comments; `run` where a run is split."""

    ends: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    run: Run | None = None


class _Marks:
    """The markers to be put into the body, by byte."""

    def __init__(self, body: bytes, story: Story) -> None:
        self._body, self._runs = body, story.runs
        self._drafts = {item.part: item for item in story.items if isinstance(item, Draft)}
        self._known: dict[str, list[tuple[int, int, int]]] = {}
        self._whole = next((part for part in self._drafts if self._letters(part)), "")
        if not self._whole:
            raise DocumentError("there are no words in this file that a comment could stand on")
        run = self._runs[self._letters(self._whole)[0][2]]
        match = re.match(rb"<([\w.-]+:)r[\s/>]", body[run.start : run.start + 60])
        if match is None:
            raise DocumentError(_ODD)
        self._w = match[1].decode()
        self._places: dict[int, _Place] = {}
        self._kept: set[int] = set()  # tags of texts whose white space must be kept from now on

    def _letters(self, part: str) -> list[tuple[int, int, int]]:
        draft = self._drafts.get(part)
        if part not in self._known:
            self._known[part] = [] if draft is None else self._of(draft)
        return self._known[part]

    def _of(self, draft: Draft) -> list[tuple[int, int, int]]:
        """Offset in the part, byte and run of each character that stands in the body itself."""
        found: list[tuple[int, int, int]] = []
        offset = 0
        for atom in draft.atoms:
            if not isinstance(atom, Text):
                continue
            if atom.at >= 0 and atom.run >= 0 and draft.anchor == draft.part:
                at = atom.at
                for index, char in enumerate(atom.text):
                    found.append((offset + index, at, atom.run))
                    at += len(char.encode("utf-8", "surrogatepass"))
            offset += len(atom.text)
        return found

    def add(self, index: int, finding: Finding | None) -> None:
        """Put comment `index` on the words of a finding."""
        part, start, end = self._whole, 0, 1 << 30
        if finding is not None and finding.location is not None:
            draft = self._drafts.get(finding.location.part)
            anchor = draft.anchor if draft is not None else ""
            if draft is not None and anchor == draft.part:
                start, end = finding.location.start.offset, finding.location.end.offset
            part = anchor if self._letters(anchor) else self._whole
        letters = self._letters(part)
        chosen = [n for n, (offset, _, _) in enumerate(letters) if start <= offset < end]
        if not chosen:
            chosen = list(range(len(letters)))
        self._place(letters, chosen[0], False).starts.append(index)
        self._place(letters, chosen[-1] + 1, True).ends.append(index)

    def _place(self, letters: list[tuple[int, int, int]], at: int, ending: bool) -> _Place:
        """The place in front of letter `at`: at the edge of its run, or inside it."""
        before = letters[at - 1][2] if at else -1
        own = letters[at][2] if at < len(letters) else -1
        if own != before and ending:
            return self._places.setdefault(self._behind(self._runs[before]), _Place())
        if own != before:
            return self._places.setdefault(self._runs[own].start, _Place())
        byte, run = letters[at][1], self._runs[own]
        tag = self._body.rfind(b"<", 0, byte)
        if not self._body.startswith(f"<{self._w}t".encode(), tag):
            return self._places.setdefault(run.start, _Place())
        if b"xml:space" not in self._body[tag : self._body.index(b">", tag)]:
            self._kept.add(tag + len(self._w) + 2)
        place = self._places.setdefault(byte, _Place())
        place.run = run
        return place

    def _behind(self, run: Run) -> int:
        return self._body.index(b">", run.end) + 1

    def written(self) -> bytes:
        """The body with all markers."""
        edits = {at: self._xml(place) for at, place in self._places.items()}
        for at in self._kept:
            edits[at] = ' xml:space="preserve"'
        pieces: list[bytes] = []
        reached = 0
        for at in sorted(edits):
            pieces += [self._body[reached:at], edits[at].encode()]
            reached = at
        return b"".join([*pieces, self._body[reached:]])

    def _xml(self, place: _Place) -> str:
        w = self._w
        said = ""
        for index in place.ends:
            said += f'<{w}commentRangeEnd {w}id="{index}"/><{w}r><{w}commentReference {w}id="{index}"/></{w}r>'
        said += "".join(f'<{w}commentRangeStart {w}id="{index}"/>' for index in place.starts)
        if place.run is None:
            return said
        start, end = place.run.properties
        look = self._body[start : self._body.index(b">", end) + 1].decode() if start >= 0 else ""
        return f'</{w}t></{w}r>{said}<{w}r>{look}<{w}t xml:space="preserve">'


def _first_id(word: Word) -> int:
    """The first number that no comment of the file has yet."""
    used = [-1]

    def see(name: str, attrs: Mapping[str, str], _path: tuple[str, ...]) -> None:
        if name == "w:comment":
            used.append(number(attrs.get("w:id", ""), -1))

    part = _part(word)
    if part in word.package:
        read(word.package.read(part), Elements(see), PREFIXES)
    return max(used) + 1


def _part(word: Word) -> str:
    for kind, target in relations(word.package, BODY).values():
        if kind == "comments":
            return target.lstrip("/") if target.startswith("/") else f"word/{target}"
    return "word/comments.xml"


def _comments(
    word: Word, body: bytes, notes: list[tuple[Finding | None, list[str]]], first: int, today: str
) -> dict[str, bytes]:
    """The parts that change beside the body: the comments, and what says that they are there."""
    names = _STRICT if _STRICT["word"].encode() in body[:20_000] else _OPEN
    texts = "".join(
        f'<w:comment xmlns:w="{names["word"]}" w:id="{index}" w:author="Auditor" w:initials="A" '
        f'w:date="{today}T00:00:00Z">{"".join(_paragraph(line) for line in lines)}</w:comment>'
        for index, (_, lines) in enumerate(notes, first)
    ).encode()
    part = _part(word)
    known = word.package.get(part)
    if known is not None:
        return {part: _before_end(known, texts)}
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    root = f'<w:comments xmlns:w="{names["word"]}">'.encode()
    links = "word/_rels/document.xml.rels"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    empty = head + f'<Relationships xmlns="{space}"></Relationships>'.encode()
    link = f'<Relationship xmlns="{space}" Id="rIdAuditorComments" Type="{names["kind"]}" Target="comments.xml"/>'
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = f'<Override xmlns="{types}" PartName="/{part}" ContentType="{_TYPE}"/>'
    return {
        part: head + root + texts + b"</w:comments>",
        links: _before_end(word.package.get(links) or empty, link.encode()),
        "[Content_Types].xml": _before_end(word.package.read("[Content_Types].xml"), kind.encode()),
    }


def _paragraph(line: str) -> str:
    clean = "".join(char for char in line if char.isprintable())
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(clean)}</w:t></w:r></w:p>'


def _before_end(xml: bytes, more: bytes) -> bytes:
    """`xml` with `more` as the last thing inside its outermost element."""
    end = xml.rfind(b"</")
    if end >= 0:
        return xml[:end] + more + xml[end:]
    match = re.search(rb"<([\w.:-]+)([^<>]*)/>\s*$", xml)
    if match is None:
        raise DocumentError(_ODD)
    return xml[: match.start()] + b"<%b%b>%b</%b>" % (match[1], match[2], more, match[1])


def _zipped(word: Word, changed: dict[str, bytes]) -> bytes:
    """The file with some parts changed or added, all else as it was."""
    out = io.BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(out, "w") as new:
        for info in word.package.infos():
            content = left.pop(info.filename, None)
            kept = word.package.read(info.filename) if content is None else content
            new.writestr(copy(info), kept, info.compress_type)
        for name, content in left.items():
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
