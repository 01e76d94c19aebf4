"""What the HTML standard says about elements, as far as text and structure depend on it."""

# Elements deeper than this stand beside the one above them, as in browsers built on WebKit or Blink.
DEEPEST = 512

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body caption center colgroup datalist dd details dialog dir "
    "div dl dt fieldset figcaption figure footer form frameset head header hgroup hr html legend "
    "li listing main menu nav ol optgroup option p plaintext pre search section select summary "
    "table tbody td textarea tfoot th thead title tr ul xmp".split()
)
# No text of these is read on the page.
SILENT = frozenset("script style template noscript svg iframe noembed noframes".split())
KEEPS_WHITE = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})
# What may stand in a head; anything else means that the body has begun.
HEAD = frozenset(
    "title meta link style script base basefont bgsound noscript template noframes".split()
)

KINDS = {
    **{name: f"heading.{name}" for name in HEADINGS},
    "li": "item",
    "option": "item",
    "td": "cell",
    "th": "cell.header",
    "caption": "caption",
    "figcaption": "caption",
    "blockquote": "quote",
    "pre": "code",
    "listing": "code",
    "xmp": "code",
    "dt": "term",
    "dd": "definition",
    "title": "title",
}

_CELLS = ("table", "td", "th", "caption")
_ENDS_PARAGRAPH = HEADINGS | frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form header hgroup hr li listing main menu nav ol p plaintext pre search "
    "section summary table ul xmp".split()
)
_ROWS = ("tr", "td", "th", "caption", "colgroup")

# Start tag → the open elements that it closes, and the elements beyond which it does not look.
Closing = tuple[tuple[str, ...], tuple[str, ...]]
_PARAGRAPH: Closing = (("p",), (*_CELLS, "button"))
_ROW_GROUP: Closing = ((*_ROWS, "thead", "tbody", "tfoot"), ("table",))
CLOSES: dict[str, tuple[Closing, ...]] = {
    **dict.fromkeys(_ENDS_PARAGRAPH, (_PARAGRAPH,)),
    **dict.fromkeys(("thead", "tbody", "tfoot", "colgroup", "caption"), (_ROW_GROUP,)),
    "td": ((("td", "th", "caption"), ("table",)),),
    "th": ((("td", "th", "caption"), ("table",)),),
    "tr": ((_ROWS, ("table",)),),
    "option": ((("option",), ("select", "datalist")),),
    "optgroup": ((("option", "optgroup"), ("select", "datalist")),),
    "button": ((("button",), _CELLS),),
}
CLOSES["li"] += ((("li",), (*_CELLS, "ul", "ol", "menu", "dir")),)
CLOSES["dt"] += ((("dt", "dd"), (*_CELLS, "dl")),)
CLOSES["dd"] += ((("dt", "dd"), (*_CELLS, "dl")),)

# End tag → the elements beyond which it does not look for its start tag.
_ROW_PARTS = ("td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup")
SCOPES: dict[str, tuple[str, ...]] = {
    "table": (),
    **dict.fromkeys(_ROW_PARTS, ("table",)),
    "li": (*_CELLS, "ul", "ol", "menu", "dir"),
    "p": (*_CELLS, "button"),
}
SCOPE = _CELLS

# A start tag of these ends an `svg` or `math` that was never closed.
BREAKS_OUT = HEADINGS | frozenset(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
# … unless inside one of these, where HTML may stand.
HTML_INSIDE = ("foreignobject", "desc", "annotation-xml", "mtext", "mi", "mo", "mn", "ms")
