"""Word files: paragraphs, lists, tables, pictures and notes, as a person sees them on paper."""

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse.docx_draft import Opening
from auditor.parse.docx_story import Story
from auditor.parse.docx_styles import PREFIXES, Numbering, Styles, properties, relations
from auditor.parse.events import read
from auditor.parse.package import Package
from auditor.parse.sheet import Sheet

MEDIA_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-word.document.macroenabled.12",
)
EXTENSIONS = (".docx", ".docm")

BODY = "word/document.xml"
_MACROS = "The file holds macros; only its text was read, and nothing was run."
_HIDDEN = "Hidden text was left out."
_NOTES = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))


def parse(data: bytes, name: str, media_type: str) -> Document:
    """Read a Word file; raises DocumentError when it holds no text or cannot be read.

    Parts are paragraphs: "paragraph 12", "text box paragraph 1", "footnote 2", "header 1".
    `metadata`: "lang", "title", and "property:<name>" for what Word says of author and dates.
    """
    word = Word(data)
    sheet = Sheet(word.language, word.properties.get("title", ""))
    body = word.body()
    stories = [word.story(part, kind) for kind, part in word.margins(body)]
    for kind in ("header", "body", "footnote", "endnote", "footer"):
        if kind == "body":
            _write(sheet, body)
        for found, story in stories:
            if found == kind:
                _write(sheet, story, kind)
    shown = [*([_MACROS] if word.has_macros else []), *([_HIDDEN] if body.hidden else [])]
    known = {"lang": word.language, "title": word.properties.get("title", "")}
    metadata = {f"property:{key}": value for key, value in word.properties.items()}
    metadata |= {key: value for key, value in known.items() if value}
    document = sheet.document(
        name=name,
        media_type=media_type,
        data=data,
        language=word.language,
        metadata=metadata,
        notes=tuple(shown),
    )
    if not any(not block.is_a("title") for block in document.blocks):
        raise DocumentError("there is no text in this file; add the text and try again")
    return document


class Word:
    """A Word file with its styles; raises DocumentError when it is none."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        if BODY not in self.package:
            raise DocumentError("this is no Word file; save it as .docx and try again")
        self._styles = Styles(self.package.get("word/styles.xml"))
        self._numbering = Numbering(self.package.get("word/numbering.xml"))
        self._relations = relations(self.package, BODY)
        self.properties = properties(self.package.get("docProps/core.xml"))
        self.language = self._styles.language or self.properties.get("language", "")
        self.has_macros = "word/vbaProject.bin" in self.package

    def body(self) -> Story:
        """The body's paragraphs, with the place of each run in bytes."""
        story = Story(lambda n: f"paragraph {n}", self._styles, self._numbering, self._relations)
        read(self.package.read(BODY), story, PREFIXES)
        return story

    def margins(self, body: Story) -> list[tuple[str, str]]:
        """The kinds and parts of notes, headers and footers, each part once."""
        found = [(kind, part) for kind, part in _NOTES if part in self.package]
        for relation in dict.fromkeys(body.headers):
            kind, target = self._relations.get(relation, ("", ""))
            if kind in ("header", "footer") and f"word/{target}" in self.package:
                found.append((kind, f"word/{target}"))
        return found

    def story(self, part: str, kind: str) -> tuple[str, Story]:
        """A note or a margin; its parts are called after the file's own number."""
        digits = "".join(char for char in part if char.isdigit())
        label = f"{kind} {digits} paragraph" if digits else kind
        story = Story(
            lambda n: f"{label} {n}", self._styles, self._numbering, relations(self.package, part)
        )
        read(self.package.read(part), story, PREFIXES)
        return kind, story


def _write(sheet: Sheet, story: Story, kind: str = "") -> None:
    """Hand a story to the sheet, inside the element that its kind is in HTML."""
    if kind in ("header", "footer"):
        sheet.open(kind, {})
    for item in story.items:
        if isinstance(item, Opening):
            if item.name:
                sheet.open(item.name, item.attrs)
            else:
                sheet.close()
            continue
        if kind in ("header", "footer"):
            item.region, item.reason = "boilerplate", f"in the page's {kind}"
        elif kind:
            item.attrs = {"role": "doc-footnote"}
        sheet.write(item)
    if kind in ("header", "footer"):
        sheet.close()
