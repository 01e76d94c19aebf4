"""Character references (`&eacute;`, `&#233;`) read as browsers read them."""

import re
from html import unescape
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_DIGITS = 7  # more than any character has; longer numbers stand for no character
_NO_CHARACTER = "\ufffd"


def reference(text: str, at: int) -> tuple[str, int] | None:
    """What the reference that starts at `at` stands for, and where it ends.

    None when the `&` there is only an ampersand.
    """
    match = _REFERENCE.match(text, at)
    if match is None:
        return None
    if match.group().startswith("&#"):
        return _numbered(match.group()), match.end()
    name = match.group()[1:]
    for length in range(len(name), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], at + 1 + length
    return None


def _numbered(found: str) -> str:
    digits = found.strip("&#xX;").lstrip("0")
    if len(digits) > _DIGITS:
        return _NO_CHARACTER
    mark = "x" if found[2] in "xX" else ""
    return unescape(f"&#{mark}{digits or '0'};")


def unescaped(value: str) -> str:
    """An attribute's value with its references resolved.

    A name without its semicolon stays when a letter, a digit or `=` follows: it is part of an
    address then, not a reference.
    """
    if "&" not in value:
        return value
    parts: list[str] = []
    at = 0
    while (start := value.find("&", at)) >= 0:
        parts.append(value[at:start])
        found = reference(value, start)
        text, at = found or ("&", start + 1)
        following = value[at : at + 1]
        bare = found and value[at - 1] != ";" and value[start + 1] != "#"
        if bare and (following == "=" or (following.isascii() and following.isalnum())):
            text, at = "&", start + 1
        parts.append(text)
    return "".join(parts) + value[at:]
