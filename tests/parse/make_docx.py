"""Word files of our own making, each with the blocks that a person sees in it.

`FILES`: name → (bytes, expected), expected being (kind, region, text) of each block in order.
"""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SPACES = (
    f'{_W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
Expected = list[tuple[str, str, str]]


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; a piece without `<` is text."""
    look = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    body = "".join(one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{body}</w:p>"


def item(text: str, number: int = 1, level: int = 0) -> str:
    """A list item: list 1 has bullets, list 2 counts."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties=place)


def row(*cells: str, header: bool = False) -> str:
    """A table's row."""
    look = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{look}{''.join(f'<w:tc>{p(c)}</w:tc>' for c in cells)}</w:tr>"


def picture(alt: str | None) -> str:
    """A picture with its alternative text, or none."""
    words = "" if alt is None else f" descr={quoteattr(alt)}"
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"{words}/><a:graphic>'
        '<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdPic"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(text: str) -> str:
    """A text box, with the older form of it that must not be read twice."""
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


STYLES = (
    f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
        for key, name, more in (
            ("Heading1", "heading 1", ""), ("Heading2", "heading 2", ""), ("Title", "Title", ""),
            ("Caption", "caption", ""), ("Quote", "Quote", ""), ("TOC1", "toc 1", ""),
            ("House", "House heading", '<w:basedOn w:val="Out"/>'),
            ("Out", "Out", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
            ("Dot", "Dot list", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        )
    )
    + "</w:styles>"
)  # fmt: skip
NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/>'
    '</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    '</w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def docx(body: str, *, title: str = "", parts: dict[str, str] | None = None,
         styles: str = STYLES) -> bytes:  # fmt: skip
    """A Word file; `parts` maps more names under word/ to their XML."""
    more = dict(parts or {})
    links = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
        for key, kind, target, mode in (
            ("rIdPic", "image", "media/image1.png", ""),
            ("rIdLink", "hyperlink", "https://clinic.example/knee", ' TargetMode="External"'),
            ("rIdHead", "header", "header1.xml", ""),
            ("rIdFoot", "footer", "footer1.xml", ""),
        )
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>Ward 4</dc:creator></cp:coreProperties>"
    )
    files = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "docProps/core.xml": head + core,
        "word/document.xml": f"{head}<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{links}</Relationships>",
        "word/styles.xml": styles,
        "word/numbering.xml": NUMBERING,
        **{f"word/{name}": xml for name, xml in more.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), text.encode())
    return out.getvalue()


def margin(kind: str, text: str) -> str:
    """A header (hdr) or a footer (ftr)."""
    return f"<w:{kind} {_W}>{p(text)}</w:{kind}>"


def notes(*texts: str) -> str:
    """Footnotes, behind the separator that every Word file has."""
    inside = f'<w:footnote w:type="separator" w:id="-1">{p("-")}</w:footnote>'
    inside += "".join(f'<w:footnote w:id="{i}">{p(t)}</w:footnote>' for i, t in enumerate(texts, 2))
    return f"<w:footnotes {_W}>{inside}</w:footnotes>"


_REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_LINK = f'<w:hyperlink r:id="rIdLink">{run("our page")}</w:hyperlink>'
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.example" '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("a field")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)  # fmt: skip
_DELETED = '<w:del w:id="5"><w:r><w:delText>never </w:delText></w:r></w:del>'
_INSERTED = f'<w:ins w:id="6">{run("always ")}</w:ins>'
_MARK_GONE = '<w:rPr><w:del w:id="7"/></w:rPr>'
_SECTION = (
    '<w:sectPr><w:headerReference r:id="rIdHead"/><w:footerReference r:id="rIdFoot"/></w:sectPr>'
)
_C, _B = "content", "boilerplate"

FILES: dict[str, tuple[bytes, Expected]] = {
    "plain": (docx(p("Rest your knee.") + p("Ring us if it hurts more.")),
              [("paragraph", _C, "Rest your knee."), ("paragraph", _C, "Ring us if it hurts more.")]),
    "headings": (docx(p("Your knee", style="Heading1") + p("Rest it.") + p("At home", style="Heading2")
                      + p("Use ice.") + p("Later", style="House") + p("Walk a little.")),
                 [("heading.h1", _C, "Your knee"), ("paragraph", _C, "Rest it."),
                  ("heading.h2", _C, "At home"), ("paragraph", _C, "Use ice."),
                  ("heading.h2", _C, "Later"), ("paragraph", _C, "Walk a little.")]),
    "title": (docx(p("Your knee", style="Title") + p("Rest it."), title="Knee leaflet"),
              [("title", _B, "Knee leaflet"), ("heading.h1", _C, "Your knee"),
               ("paragraph", _C, "Rest it.")]),
    "lists": (docx(p("Bring with you:") + item("your tablets") + item("in their boxes", level=1)
                   + item("your glasses") + p("On the day:") + item("wash", 2) + item("come in", 2)
                   + p("a dot by style", style="Dot")),
              [("paragraph", _C, "Bring with you:"), ("item", _C, "your tablets"),
               ("item", _C, "in their boxes"), ("item", _C, "your glasses"),
               ("paragraph", _C, "On the day:"), ("item", _C, "wash"), ("item", _C, "come in"),
               ("item", _C, "a dot by style")]),
    "table": (docx(f"<w:tbl>{row('Day', 'Tablets', header=True)}{row('Monday', 'two')}</w:tbl>"
                   + p("Table 1: what to take", style="Caption")),
              [("cell.header", _C, "Day"), ("cell.header", _C, "Tablets"), ("cell", _C, "Monday"),
               ("cell", _C, "two"), ("caption", _C, "Table 1: what to take")]),
    "pictures": (docx(p("Look at this:", picture("A bent knee")) + p(picture(None)) + p("Done.")),
                 [("paragraph", _C, "Look at this:"), ("paragraph", _C, "Done.")]),
    "footnote": (docx(p("Take it with food.", _REFERENCE) + p("Then rest."),
                      parts={"footnotes.xml": notes("A slice of bread will do.")}),
                 [("paragraph", _C, "Take it with food."), ("paragraph", _C, "Then rest."),
                  ("paragraph", _C, "A slice of bread will do.")]),
    "text-box": (docx(p("Before the box.", box("Inside the box.")) + p("After the box.")),
                 [("paragraph", _C, "Before the box."), ("paragraph", _C, "Inside the box."),
                  ("paragraph", _C, "After the box.")]),
    "tracked": (docx(p("You should ", _DELETED, _INSERTED, "rest.")
                     + p("One half ", properties=_MARK_GONE) + p("and the other.")),
                [("paragraph", _C, "You should always rest."),
                 ("paragraph", _C, "One half and the other.")]),
    "hidden": (docx(p("Seen. ", run("Not seen.", "<w:vanish/>"), "Seen too.")),
               [("paragraph", _C, "Seen. Seen too.")]),
    "margins": (docx(p("Rest your knee.") + _SECTION,
                     parts={"header1.xml": margin("hdr", "Town Hospital"),
                            "footer1.xml": margin("ftr", "Leaflet 12")}),
                [("paragraph", _B, "Town Hospital"), ("paragraph", _C, "Rest your knee."),
                 ("paragraph", _B, "Leaflet 12")]),
    "links": (docx(p("See ", _LINK, " or ", _FIELD, ".")),
              [("paragraph", _C, "See our page or a field.")]),
    "signs": (docx(p("One<two & three", "<w:r><w:br/></w:r>", "next\u00a0line",
                     "<w:r><w:tab/></w:r>", "after")),
              [("paragraph", _C, "One<two & three next\u00a0line after")]),
    "contents": (docx(p("At home 2", style="TOC1") + p("At home", style="Heading1") + p("Rest.")),
                 [("paragraph", "navigation", "At home 2"), ("heading.h1", _C, "At home"),
                  ("paragraph", _C, "Rest.")]),
    "languages": (docx(p("Say ", run("buenos días", '<w:lang w:val="es-ES"/>'), " at the desk.")
                       + p("She said: rest.", style="Quote")),
                  [("paragraph", _C, "Say buenos días at the desk."),
                   ("quote", _C, "She said: rest.")]),
}  # fmt: skip
