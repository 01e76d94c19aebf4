"""OpenDocument text: paragraphs, lists, tables, pictures and notes."""

from collections.abc import Mapping

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse.events import Elements, Texts, read
from auditor.parse.odt_story import PREFIXES, OdtStory
from auditor.parse.package import Package
from auditor.parse.sheet import Paragraph, Sheet

MEDIA_TYPES = ("application/vnd.oasis.opendocument.text",)
EXTENSIONS = (".odt",)

_LOCKED = "the file is protected with a password; save a copy without one"
_MACROS = "The file holds macros; only its text was read, and nothing was run."


def parse(data: bytes, name: str, media_type: str) -> Document:
    """Read an OpenDocument text; raises DocumentError when it holds no text or cannot be read.

    Parts are "paragraph 12", "footnote 1", "header 1". `metadata`: "lang", "title", and
    "property:<name>" for what the file says of author and dates.
    """
    package = Package(data)
    if "content.xml" not in package:
        raise DocumentError("this is no OpenDocument text; save it as .odt and try again")
    manifest = package.get("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise DocumentError(_LOCKED)
    said = _said(package.get("meta.xml"))
    styles = package.get("styles.xml")
    language = _language(styles) or said.get("language", "")
    body = OdtStory("paragraph", language)
    read(package.read("content.xml"), body, PREFIXES)
    margins = OdtStory("header or footer", language, margins=True)
    if styles is not None:
        read(styles, margins, PREFIXES)
    sheet = Sheet(language, said.get("title", ""))
    for item in [*body.items, *body.notes]:
        if isinstance(item, Paragraph):
            sheet.write(item)
        elif item[0]:
            sheet.open(item[0], item[1])
        else:
            sheet.close()
    for item in margins.items:
        if isinstance(item, Paragraph):
            item.region, item.reason = "boilerplate", "in the page's header or footer"
            sheet.write(item)
    known = {"lang": language, "title": said.get("title", "")}
    macros = any(info.filename.startswith("Basic/") for info in package.infos())
    document = sheet.document(
        name=name,
        media_type=media_type,
        data=data,
        language=language,
        metadata={f"property:{key}": value for key, value in said.items()}
        | {key: value for key, value in known.items() if value},
        notes=(_MACROS,) if macros else (),
    )
    if not any(not block.is_a("title") for block in document.blocks):
        raise DocumentError("there is no text in this file; add the text and try again")
    return document


def _said(data: bytes | None) -> dict[str, str]:
    texts = Texts()
    if data is not None:
        read(data, texts, {})
    return {key: " ".join(text.split()) for key, text in texts.found.items() if text.strip()}


def _language(styles: bytes | None) -> str:
    found: list[str] = []

    def see(_name: str, attrs: Mapping[str, str], path: tuple[str, ...]) -> None:
        language = attrs.get("fo:language", "none")
        if "style:default-style" in path and language != "none":
            country = attrs.get("fo:country", "none")
            found.append(language + ("" if country == "none" else f"-{country}"))

    if styles is not None:
        read(styles, Elements(see), PREFIXES)
    return found[0] if found else ""
