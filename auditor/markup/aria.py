"""WAI-ARIA 1.2 as data: roles, what each may and must have, and the values of each attribute.

Source: https://www.w3.org/TR/wai-aria-1.2/ with the roles of DPUB-ARIA 1.1 and Graphics-ARIA 1.0,
and the attributes that WAI-ARIA 1.3 adds.
"""

from typing import NamedTuple

GLOBAL = frozenset(
    "atomic braillelabel brailleroledescription busy controls current describedby description "
    "details disabled dropeffect errormessage flowto grabbed haspopup hidden invalid keyshortcuts "
    "label labelledby live owns relevant roledescription".split()
)
_CELL = "colindex colspan rowindex rowspan"
_HEADER = _CELL + " expanded readonly required selected sort"
_VALUE = "valuemax valuemin valuenow valuetext"
_TEXT = "activedescendant autocomplete multiline placeholder readonly required"
_GRID = "activedescendant colcount multiselectable readonly rowcount"

# Role: attributes beside the global ones; those with a star are required.
_SUPPORTED = {
    "alert": "", "alertdialog": "modal", "application": "activedescendant expanded",
    "article": "posinset setsize", "banner": "", "blockquote": "", "button": "expanded pressed",
    "caption": "", "cell": _CELL, "checkbox": "checked* expanded readonly required", "code": "",
    "columnheader": _HEADER,
    "combobox": "activedescendant autocomplete controls* expanded* readonly required",
    "comment": "level posinset setsize", "complementary": "", "contentinfo": "", "definition": "",
    "deletion": "", "dialog": "modal", "directory": "", "document": "", "emphasis": "", "feed": "",
    "figure": "", "form": "", "generic": "", "grid": _GRID,
    "gridcell": _CELL + " expanded readonly required selected", "group": "activedescendant",
    "heading": "level*", "image": "", "img": "", "insertion": "", "link": "expanded", "list": "",
    "listbox": "activedescendant expanded multiselectable orientation readonly required",
    "listitem": "level posinset setsize", "log": "", "main": "", "mark": "", "marquee": "",
    "math": "", "menu": "activedescendant orientation", "menubar": "activedescendant orientation",
    "menuitem": "expanded posinset setsize",
    "menuitemcheckbox": "checked* expanded posinset setsize",
    "menuitemradio": "checked* expanded posinset setsize",
    "meter": "valuemax valuemin valuenow* valuetext", "navigation": "", "none": "", "note": "",
    "option": "checked posinset selected setsize", "paragraph": "", "presentation": "",
    "progressbar": _VALUE, "radio": "checked* posinset setsize",
    "radiogroup": "activedescendant orientation readonly required", "region": "",
    "row": "activedescendant colindex expanded level posinset rowindex selected setsize",
    "rowgroup": "", "rowheader": _HEADER,
    "scrollbar": "controls* orientation valuemax valuemin valuenow* valuetext", "search": "",
    "searchbox": _TEXT, "separator": "orientation " + _VALUE,
    "slider": "orientation readonly valuemax valuemin valuenow* valuetext",
    "spinbutton": "activedescendant readonly required " + _VALUE, "status": "", "strong": "",
    "subscript": "", "suggestion": "", "superscript": "",
    "switch": "checked* expanded readonly required",
    "tab": "expanded posinset selected setsize", "table": "colcount rowcount",
    "tablist": "activedescendant level multiselectable orientation", "tabpanel": "", "term": "",
    "textbox": _TEXT, "time": "", "timer": "", "toolbar": "activedescendant orientation",
    "tooltip": "", "tree": "activedescendant multiselectable orientation required",
    "treegrid": _GRID + " orientation required",
    "treeitem": "checked expanded level posinset selected setsize",
    "graphics-document": "", "graphics-object": "activedescendant", "graphics-symbol": "",
    **dict.fromkeys(
        "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry "
        "doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit "
        "doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata "
        "doc-example doc-footnote doc-foreword doc-glossary doc-glossref doc-index "
        "doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter doc-pageheader "
        "doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip "
        "doc-toc".split(), "",
    ),
}  # fmt: skip
SUPPORTED = {
    role: frozenset(value.replace("*", "").split()) | GLOBAL for role, value in _SUPPORTED.items()
}
REQUIRED = {
    role: frozenset(one.rstrip("*") for one in value.split() if one.endswith("*"))
    for role, value in _SUPPORTED.items()
    if "*" in value
}
ROLES = frozenset(_SUPPORTED)
LINKS = frozenset("link doc-backlink doc-biblioref doc-glossref doc-noteref".split())
NAME_PROHIBITED = frozenset(
    "caption code deletion emphasis generic insertion none paragraph presentation strong subscript "
    "superscript".split()
)
NAME_FROM_CONTENT = LINKS | frozenset(
    "button cell checkbox columnheader gridcell heading menuitem menuitemcheckbox menuitemradio "
    "option radio row rowheader switch tab tooltip treeitem".split()
)
# Widgets whose visible words are their label.
LABELLED_BY_CONTENT = LINKS | frozenset(
    "button checkbox gridcell menuitem menuitemcheckbox menuitemradio option radio switch tab "
    "treeitem".split()
)
CHILDREN_PRESENTATIONAL = frozenset(
    "button checkbox img image meter menuitemcheckbox menuitemradio option progressbar radio "
    "scrollbar separator slider switch tab".split()
)
FIELDS = frozenset(
    "checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton "
    "switch textbox".split()
)
WIDGETS = FIELDS | LABELLED_BY_CONTENT | frozenset({"progressbar", "scrollbar", "treegrid", "grid"})

_MENU = frozenset("menuitem menuitemcheckbox menuitemradio group".split())
OWNED: dict[str, frozenset[str]] = {
    "feed": frozenset({"article"}),
    "grid": frozenset({"row", "rowgroup"}),
    "list": frozenset({"listitem"}),
    "listbox": frozenset({"option", "group"}),
    "menu": _MENU,
    "menubar": _MENU,
    "row": frozenset({"cell", "columnheader", "gridcell", "rowheader"}),
    "rowgroup": frozenset({"row"}),
    "table": frozenset({"row", "rowgroup", "caption"}),
    "tablist": frozenset({"tab"}),
    "tree": frozenset({"treeitem", "group"}),
    "treegrid": frozenset({"row", "rowgroup"}),
}
_MENUS = frozenset({"group", "menu", "menubar"})
CONTEXT: dict[str, frozenset[str]] = {
    "caption": frozenset({"figure", "grid", "table", "treegrid"}),
    "cell": frozenset({"row"}),
    "columnheader": frozenset({"row"}),
    "gridcell": frozenset({"row"}),
    "listitem": frozenset({"list", "directory"}),
    "menuitem": _MENUS,
    "menuitemcheckbox": _MENUS,
    "menuitemradio": _MENUS,
    "option": frozenset({"group", "listbox"}),
    "row": frozenset({"grid", "rowgroup", "table", "treegrid"}),
    "rowgroup": frozenset({"grid", "table", "treegrid"}),
    "rowheader": frozenset({"row"}),
    "tab": frozenset({"tablist"}),
    "treeitem": frozenset({"group", "tree"}),
}


class Kind(NamedTuple):
    """What an attribute's value must be: `type`, and the words it may be."""

    type: str
    words: frozenset[str] = frozenset()


def _words(type_: str, words: str) -> Kind:
    return Kind(type_, frozenset(words.split()))


_TRUE_FALSE = _words("token", "true false")
_OR_UNDEFINED = _words("token", "true false undefined")
_TRISTATE = _words("token", "true false mixed undefined")
ATTRIBUTES: dict[str, Kind] = {
    **dict.fromkeys(
        "atomic busy disabled modal multiline multiselectable readonly required".split(),
        _TRUE_FALSE,
    ),
    **dict.fromkeys("expanded grabbed hidden selected".split(), _OR_UNDEFINED),
    **dict.fromkeys("checked pressed".split(), _TRISTATE),
    **dict.fromkeys("activedescendant".split(), Kind("id")),
    **dict.fromkeys(
        "controls describedby details errormessage flowto labelledby owns".split(), Kind("ids")
    ),
    **dict.fromkeys(
        "colcount colindex colspan level posinset rowcount rowindex rowspan setsize".split(),
        Kind("integer"),
    ),
    **dict.fromkeys("valuemax valuemin valuenow".split(), Kind("number")),
    **dict.fromkeys(
        "braillelabel brailleroledescription description keyshortcuts label placeholder "
        "roledescription valuetext colindextext rowindextext".split(),
        Kind("string"),
    ),
    "autocomplete": _words("token", "inline list both none"),
    "current": _words("token", "page step location date time true false"),
    "dropeffect": _words("tokens", "copy execute link move none popup"),
    "haspopup": _words("token", "true false menu listbox tree grid dialog"),
    "invalid": _words("token", "grammar false spelling true"),
    "live": _words("token", "assertive off polite"),
    "orientation": _words("token", "horizontal vertical undefined"),
    "relevant": _words("tokens", "additions all removals text"),
    "sort": _words("token", "ascending descending none other"),
}
# WAI-ARIA 1.2 advises against these.
DEPRECATED = frozenset({"dropeffect", "grabbed"})
DEPRECATED_ROLES = frozenset({"directory", "doc-biblioentry", "doc-endnote"})
