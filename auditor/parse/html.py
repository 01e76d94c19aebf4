"""HTML pages: what a browser shows, block by block, with the place of every character."""

import re

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse.builder import WHITE, Builder
from auditor.parse.decode import decode
from auditor.parse.passage import Passage
from auditor.parse.walker import Walker

MEDIA_TYPES = ("text/html", "application/xhtml+xml")
EXTENSIONS = (".html", ".htm", ".xhtml")

_CHARSET = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})"""
    rb"""|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_CHARSET_WITHIN = 4096  # bytes
# Only encodings that pages are written in: others cost time, or decode what is no text.
_ENCODING = re.compile(
    r"(?:windows|cp)-?\d{3,4}|iso-?8859-?\d{1,2}|latin-?\d|koi8-?[ru]|shift[_-]jis|sjis|euc-(?:jp|kr)"
    r"|gbk|gb2312|gb18030|big5|macintosh|utf-?8",
    re.IGNORECASE,
)
_JSON_LD = "application/ld+json"
_SCRIPT = re.compile(
    r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>(.*?)(?:</script[^>]*>)?\Z", re.DOTALL | re.I
)
_JSON_LD_LIMIT = 100_000  # code points
_SCRIPTED = (
    "Scripts seem to put this page's text there, and they were not run; "
    "save the page in a browser and check that file."
)
_FEW_WORDS = 40
_MANY_SCRIPTS = 3


def parse(data: bytes, name: str, media_type: str) -> Document:
    """Read a page; raises DocumentError when it holds neither text nor tags.

    `metadata`: "lang", "title", "meta:<name>" for each `meta` (the first of each name, in small
    letters), and "json-ld": the page's JSON-LD scripts, one after the other on lines of their own.
    """
    source, notes = decode(data, _declared(data))
    builder = Builder({"": source})
    walker = Walker(builder, xml=media_type == MEDIA_TYPES[1])
    walker.feed(Passage.whole(source), 0, len(source))
    notes += walker.finish()
    head = _Head(source, builder)
    notes += head.notes
    document = builder.document(
        name=name,
        media_type=media_type,
        data=data,
        language=head.metadata.get("lang", ""),
        metadata=head.metadata,
        notes=notes,
    )
    if not document.text and not document.nodes:
        raise DocumentError("there is no text in this file; add the text and try again")
    return document


def _declared(data: bytes) -> str:
    match = _CHARSET.search(data[:_CHARSET_WITHIN])
    label = (match[1] or match[2]).decode("ascii", "replace") if match else ""
    if not _ENCODING.fullmatch(label):
        return ""
    # The web means Windows-1252 when it says Latin-1: the quotes and dashes are there.
    return "cp1252" if re.fullmatch(r"iso-?8859-?1|latin-?1", label, re.IGNORECASE) else label


class _Head:
    """What a page says about itself."""

    def __init__(self, source: str, builder: Builder) -> None:
        self.metadata: dict[str, str] = {}
        self.notes: tuple[str, ...] = ()
        scripts = 0
        for name, attrs, start, end in builder.elements("html", "meta", "script"):
            if name == "html":
                self._add("lang", attrs.get("lang") or attrs.get("xml:lang", ""))
            elif name == "meta":
                key = attrs.get("name") or attrs.get("property", "")
                if key:
                    self._add(f"meta:{key.strip().lower()}", attrs.get("content", ""))
            elif attrs.get("type", "").partition(";")[0].strip().lower() == _JSON_LD:
                script = _SCRIPT.match(source, start, end)
                self._add_json(script[1].strip() if script else "")
            else:
                scripts += 1
        self._add("title", next((text for kind, text in builder.made() if kind == "title"), ""))
        if scripts:
            words = sum(len(text.split()) for kind, text in builder.made() if kind != "title")
            if not words or (words < _FEW_WORDS and scripts >= _MANY_SCRIPTS):
                self.notes = (_SCRIPTED,)

    def _add(self, key: str, value: str) -> None:
        value = value.strip(WHITE)
        if value:
            self.metadata.setdefault(key, value)

    def _add_json(self, text: str) -> None:
        known = self.metadata.get("json-ld", "")
        if text and len(known) + 1 + len(text) <= _JSON_LD_LIMIT:
            self.metadata["json-ld"] = f"{known}\n{text}" if known else text
