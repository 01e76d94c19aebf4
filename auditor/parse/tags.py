"""HTML source becomes tags and characters, each with its offsets, in one pass.

Follows the tokenizer of the HTML standard where documents differ by it. The standard library's
HTMLParser is not used: it loses the text behind an unclosed `<script>`, takes tags for text
behind `R&#D`, stops at `<![x`, and needs a time that grows with the square of the input.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.parse.entities import reference, unescaped

# What is inside is never markup; in the first group it is no text of the page either.
RAW = frozenset({"script", "style", "noscript", "iframe", "noembed", "noframes"})
_ESCAPABLE = frozenset({"title", "textarea"})
_FOREIGN = frozenset({"svg", "math"})
_RAW_END = {
    name: re.compile(rf"</{name}(?=[ \t\r\n\f/>])", re.IGNORECASE) for name in RAW | _ESCAPABLE
}
_SPECIAL = _RAW_END.keys() | _FOREIGN  # what changes how the text behind it is read

# Tags as nearly all are written; what does not fit goes the long way, after the standard.
_WHOLE_START = re.compile(
    r"<([A-Za-z][^ \t\r\n\f/>]*+)"
    r"((?:[ \t\r\n\f]++[^ \t\r\n\f/>=\"'<]++(?:=(?:\"[^\"]*+\"|'[^']*+'|[^ \t\r\n\f>\"'=]++))?+)*+)"
    r"[ \t\r\n\f]*+(/?)>"
)
_PAIR = re.compile(r"([^ \t\r\n\f/>=\"'<]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^ \t\r\n\f>\"'=]+)))?")
_WHOLE_END = re.compile(r"</([A-Za-z][^ \t\r\n\f/>]*+)[ \t\r\n\f]*+>")
_TAG_NAME = re.compile(r"[A-Za-z][^ \t\r\n\f/>]*")
_GAP = re.compile(r"[ \t\r\n\f/]*")
_ATTRIBUTE = re.compile(r"=?[^ \t\r\n\f/>=]*")
_EQUALS = re.compile(r"[ \t\r\n\f]*=[ \t\r\n\f]*")
_UNQUOTED = re.compile(r"[^ \t\r\n\f>]*")
_COMMENT = re.compile(r"<!--(?:-?>|)")
_COMMENT_END = re.compile(r"--!?>")


class Text(NamedTuple):
    """Characters that stand for themselves."""

    start: int
    end: int


class Reference(NamedTuple):
    """A character reference and the characters it stands for."""

    start: int
    end: int
    text: str


class Start(NamedTuple):
    """A start tag; `closed` when it ends in `/>`."""

    start: int
    end: int
    name: str
    attrs: dict[str, str]
    closed: bool


class End(NamedTuple):
    """An end tag."""

    start: int
    end: int
    name: str


class Unclosed(NamedTuple):
    """Something that hides the rest of the file, because it is never closed."""

    start: int
    end: int
    name: str


Token = Text | Reference | Start | End | Unclosed


def tokens(source: str, xml: bool = False) -> Iterator[Token]:
    """The tokens of `source` in order; comments, CDATA and declarations are passed over.

    Nothing that a person could read is lost: a `<` that starts no whole tag is text. With `xml`,
    `<p/>` is a whole element for every name.
    """
    at = 0
    bracket = -1  # where the next `<` is
    foreign = False
    last = (source.rfind(">"), source.rfind("]]>"))
    while at < len(source):
        if bracket < at:
            bracket = source.find("<", at)
            if bracket < 0:
                bracket = len(source)
        here = source.find("&", at, bracket)
        if here >= 0:
            if here > at:
                yield Text(at, here)
            character = _ampersand(source, here)
            yield character
            at = character.end
            continue
        if bracket > at:
            yield Text(at, bracket)
        if bracket == len(source):
            return
        token = _markup(source, bracket, last)
        at = token.end
        if isinstance(token, End):
            if token.name:
                yield token
                if foreign and token.name in _FOREIGN:
                    foreign = False
            continue
        yield token
        if not isinstance(token, Start):
            continue
        if token.name not in _SPECIAL:
            continue
        if token.name in _FOREIGN:
            foreign = not token.closed
            continue
        if token.closed and (xml or foreign):
            continue
        ending = _RAW_END[token.name].search(source, at)
        stop = ending.start() if ending else len(source)
        yield from _unmarked(source, at, stop, token.name in _ESCAPABLE)
        if ending is None:
            yield Unclosed(at, stop, f"<{token.name}>")
        at = stop


def _ampersand(source: str, at: int) -> Text | Reference:
    found = reference(source, at)
    return Reference(at, found[1], found[0]) if found else Text(at, at + 1)


def _unmarked(source: str, at: int, stop: int, references: bool) -> Iterator[Token]:
    while references and (here := source.find("&", at, stop)) >= 0:
        if here > at:
            yield Text(at, here)
        token = _ampersand(source, here)
        if token.end > stop:
            break
        yield token
        at = token.end
    if at < stop:
        yield Text(at, stop)


def _markup(source: str, at: int, last: tuple[int, int]) -> Token:
    """What the `<` at `at` begins; an `End` without a name for all that leaves no trace.

    `last`: where the last `>` and the last `]]>` are, so that neither is looked for in vain.
    """
    if source.startswith("/", at + 1):
        if ending := _WHOLE_END.match(source, at):
            return End(at, ending.end(), ending[1].lower())
    elif whole := _WHOLE_START.match(source, at):
        name, pairs, closed = whole.groups()
        attrs: dict[str, str] = {}
        if pairs:
            for key, double, single, bare in _PAIR.findall(pairs):
                attrs.setdefault(key.lower(), unescaped(double or single or bare))
        return Start(at, whole.end(), name.lower(), attrs, bool(closed))
    if comment := _COMMENT.match(source, at):
        if comment.group() != "<!--":
            return End(at, comment.end(), "")
        over = _COMMENT_END.search(source, comment.end())
        return End(at, over.end(), "") if over else Unclosed(at, len(source), "comment")
    if at > last[0]:
        return Text(at, at + 1)
    if _TAG_NAME.match(source, at + 1):
        return _start_tag(source, at)
    if source.startswith("<![CDATA[", at) and at < last[1]:
        return End(at, source.find("]]>", at) + 3, "")
    if source[at + 1] not in "/!?":
        return Text(at, at + 1)
    name = _TAG_NAME.match(source, at + 2) if source[at + 1] == "/" else None
    return End(at, source.find(">", at) + 1, name.group().lower() if name else "")


def _start_tag(source: str, at: int) -> Start | Text:
    """The tag at `at`; when the file ends inside it, what was read of it is text."""
    match = _TAG_NAME.match(source, at + 1)
    name = match.group().lower() if match else ""
    here = match.end() if match else at + 1
    attrs: dict[str, str] = {}
    while True:
        gap = _GAP.match(source, here)
        after = gap.end() if gap else here
        if after >= len(source):
            return Text(at, len(source))
        if source[after] == ">":
            return Start(at, after + 1, name, attrs, source[here:after].endswith("/"))
        key, here = _matched(_ATTRIBUTE, source, after)
        value = ""
        if equals := _EQUALS.match(source, here):
            here = equals.end()
            quote = source[here : here + 1]
            if quote and quote in "\"'":
                stop = source.find(quote, here + 1)
                if stop < 0:
                    return Text(at, here + 1)
                value, here = source[here + 1 : stop], stop + 1
            else:
                value, here = _matched(_UNQUOTED, source, here)
        attrs.setdefault(key.lower(), unescaped(value))


def _matched(pattern: re.Pattern[str], source: str, at: int) -> tuple[str, int]:
    match = pattern.match(source, at)
    return (match.group(), match.end()) if match else ("", at)
