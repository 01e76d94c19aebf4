"""OpenDocument texts of our own making, each with the blocks that a person sees in it.

`FILES`: name → (bytes, expected), expected being (kind, region, text) of each block in order.
"""

import io
import zipfile

Expected = list[tuple[str, str, str]]
_C, _B = "content", "boilerplate"
_NAMES = (
    ("office", "office"), ("text", "text"), ("table", "table"), ("drawing", "draw"),
    ("style", "style"), ("xsl-fo-compatible", "fo"), ("svg-compatible", "svg"),
)  # fmt: skip
SPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name, prefix in _NAMES
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_AUTOMATIC = (
    '<office:automatic-styles><text:list-style style:name="L2"><text:list-level-style-number '
    'text:level="1"/></text:list-style><style:style style:name="T1"><style:text-properties '
    'fo:language="es"/></style:style></office:automatic-styles>'
)
_DEFAULT = (
    '<office:styles><style:default-style style:family="paragraph"><style:text-properties '
    'fo:language="en" fo:country="GB"/></style:default-style></office:styles>'
)


def odt(body: str, *, title: str = "", footer: str = "") -> bytes:
    """An OpenDocument text."""
    margin = f"<style:footer><text:p>{footer}</text:p></style:footer>" if footer else ""
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {SPACES}>{_AUTOMATIC}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}>{_DEFAULT}<office:master-styles>"
        f"<style:master-page>{margin}</style:master-page></office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {SPACES}><office:meta><dc:title>{title}</dc:title>"
        "</office:meta></office:document-meta>",
        "META-INF/manifest.xml": "<manifest/>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), text.encode())
    return out.getvalue()


def p(text: str) -> str:
    """A paragraph."""
    return f"<text:p>{text}</text:p>"


def _items(style: str, *items: str) -> str:
    inside = "".join(f"<text:list-item>{p(one)}</text:list-item>" for one in items)
    return f'<text:list text:style-name="{style}">{inside}</text:list>'


def _row(*cells: str) -> str:
    inside = "".join(f"<table:table-cell>{p(one)}</table:table-cell>" for one in cells)
    return f"<table:table-row>{inside}</table:table-row>"


_TABLE = (
    f"<table:table><table:table-header-rows>{_row('Day', 'Dose')}</table:table-header-rows>"
    f"{_row('Monday', 'two')}</table:table>"
)
_PICTURE = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>A knee</svg:title></draw:frame>'
_BOX = f"<draw:frame><draw:text-box>{p('Inside the box.')}</draw:text-box></draw:frame>"
_NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    + p("A slice of bread will do.") + "</text:note-body></text:note>"
)  # fmt: skip
_GONE = (
    "<text:tracked-changes><text:deletion>" + p("Gone.") + "</text:deletion></text:tracked-changes>"
)

FILES: dict[str, tuple[bytes, Expected]] = {
    "headings": (odt('<text:h text:outline-level="1">Your knee</text:h>' + p("Rest it.")
                     + '<text:h text:outline-level="2">At home</text:h>' + p("Use ice.")),
                 [("heading.h1", _C, "Your knee"), ("paragraph", _C, "Rest it."),
                  ("heading.h2", _C, "At home"), ("paragraph", _C, "Use ice.")]),
    "lists": (odt(p("Bring:") + _items("L1", "your tablets", "your glasses") + p("Then:")
                  + _items("L2", "wash", "come in")),
              [("paragraph", _C, "Bring:"), ("item", _C, "your tablets"),
               ("item", _C, "your glasses"), ("paragraph", _C, "Then:"), ("item", _C, "wash"),
               ("item", _C, "come in")]),
    "table": (odt(_TABLE + p("Take them with food.")),
              [("cell.header", _C, "Day"), ("cell.header", _C, "Dose"), ("cell", _C, "Monday"),
               ("cell", _C, "two"), ("paragraph", _C, "Take them with food.")]),
    "signs": (odt(p('One &lt; two<text:s text:c="3"/>and<text:tab/>so<text:line-break/>on.')),
              [("paragraph", _C, "One < two and so on.")]),
    "note": (odt(p(f"Take it with food.{_NOTE}") + p("Rest.")),
             [("paragraph", _C, "Take it with food."), ("paragraph", _C, "Rest."),
              ("paragraph", _C, "A slice of bread will do.")]),
    "box": (odt(p(f"Before the box.{_BOX}") + p("After the box.")),
            [("paragraph", _C, "Before the box."), ("paragraph", _C, "Inside the box."),
             ("paragraph", _C, "After the box.")]),
    "changes": (odt(_GONE + p("Still here.")), [("paragraph", _C, "Still here.")]),
    "title": (odt(p(f"Look: {_PICTURE}") + p("Done."), title="Knee leaflet", footer="Leaflet 12"),
              [("title", _B, "Knee leaflet"), ("paragraph", _C, "Look:"), ("paragraph", _C, "Done."),
               ("paragraph", _B, "Leaflet 12")]),
    "links": (odt(p('See <text:a xlink:href="https://a.example">our page</text:a> and say '
                    '<text:span text:style-name="T1">buenos días</text:span>.')),
              [("paragraph", _C, "See our page and say buenos días.")]),
}  # fmt: skip
