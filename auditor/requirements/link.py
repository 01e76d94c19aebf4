"""Links: what they are called, where they lead, and what they open."""

import re
from collections.abc import Callable, Hashable, Mapping
from typing import Any
from urllib.parse import unquote

from auditor.markup.aria import LINKS
from auditor.markup.names import content_name, name
from auditor.markup.page import Element
from auditor.markup.roles import with_role
from auditor.markup.style import styles_of
from auditor.requirements.named import says_nothing
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted

_CONTEXT = (
    "p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption", "caption",
)  # fmt: skip
_BARE = re.compile(r"(?:https?://|www\.)\S{1,2000}", re.IGNORECASE)
_FILE = re.compile(r"\.(pdf|docx?|odt|xlsx?|ods|pptx?|rtf|zip|csv|epub)(?:$|[?#])", re.IGNORECASE)
_KINDS = {
    "pdf": "PDF", "doc": "Word", "docx": "Word", "odt": "OpenDocument", "xls": "Excel",
    "xlsx": "Excel", "ods": "OpenDocument", "ppt": "PowerPoint", "pptx": "PowerPoint",
    "rtf": "RTF", "zip": "ZIP", "csv": "CSV", "epub": "EPUB",
}  # fmt: skip
_FILE_WORD = re.compile(
    r"\b(?:pdf|word|docx?|odt|opendocument|excel|xlsx?|ods|spreadsheet|powerpoint|pptx?|slides|rtf|"
    r"zip|csv|epub|e-?book|file|download)\b",
    re.IGNORECASE,
)
_WINDOW = re.compile(r"\bnew (?:window|tab|page)\b|\bopens in\b|\bexternal\b", re.IGNORECASE)
_LINKS_OPEN = re.compile(r"\blinks? [^.]{0,60}\bnew (?:window|tab)", re.IGNORECASE)
_ABOVE = 3000  # code points of a page that may say what all its links do


def says_where(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The words of the link alone say where it goes."""
    said = name(one)
    if not said:
        return SKIPPED
    return wanted(not says_nothing(said, keys["words"]), match=said[:60])


def says_where_in_context(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The words of the link say where it goes, with the sentence, item or cell round it."""
    said = name(one)
    if not said:
        return SKIPPED
    context = _context(one)
    round_it = context.text if context else ""
    described = " ".join(other.text for other in one.page.referred(one, "aria-describedby"))
    alone = len(round_it) <= len(said) + 3 and not described and not one.get("title")
    if (
        alone
        and says_nothing(said, keys["words"])
        and not any(other.name in ("li", "td", "th", "dd") for other in one.ancestors())
    ):
        return Fault({"match": said[:60]}, certain=False)
    return UNSURE


def same_place(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Links of the same name lead to the same place."""
    return _compared(one, "links", lambda other: name(other).lower())


def same_place_in_context(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Links of the same name in the same sentence, item or cell lead to the same place."""

    def key(other: Element) -> Hashable:
        context = _context(other)
        said = name(other).lower()
        return (said, context.text if context else "") if said else ""

    return _compared(one, "links in context", key)


def _compared(one: Element, index: str, key: Callable[[Element], Hashable]) -> Verdict:
    groups = one.page.known.get(index)
    if groups is None:
        groups = one.page.known[index] = {}
        for other in with_role(one.page, *sorted(LINKS)):
            if not other.foreign and (made := key(other)):
                groups.setdefault(made, []).append(_place(other))
    places = groups.get(key(one), ())
    if len(places) < 2 or one.foreign:
        return SKIPPED
    if _place(one) == places[0]:
        return FITS if places[0] else UNSURE
    return Fault({"match": name(one)[:60], "other": places[0][:80]}, certain=False)


def _place(one: Element) -> str:
    place = one.get("href") or one.get("xlink:href")
    return place.rstrip("/") if len(place) > 1 else place


def _context(one: Element) -> Element | None:
    return one.inside(*_CONTEXT)


def no_bare_address(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The words of the link are not just its address."""
    said = name(one)
    if not said:
        return SKIPPED
    return wanted(_BARE.fullmatch(said) is None or len(said) < keys["limit"], match=said[:60])


def window_said(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A link that opens a new window says so."""
    if one.get("target").lower() not in ("_blank", "_new", "new", "blank"):
        return SKIPPED
    described = " ".join(other.text for other in one.page.referred(one, "aria-describedby"))
    told = f"{name(one)} {content_name(one)} {one.get('title')} {described}"
    if _WINDOW.search(told):
        return FITS
    return wanted(_said_above(one))


def _said_above(one: Element) -> bool:
    """Whether a sentence on the page says what links do, before them."""
    ends = one.page.known.get("window said")
    if ends is None:
        found = _LINKS_OPEN.finditer(one.page.document.text)
        ends = one.page.known["window said"] = [match.end() for match in found]
    start = one.node.span.start
    return any(start - _ABOVE <= end <= start for end in ends[:50])


def file_said(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A link to a file says that it is one, and of which kind."""
    match = _FILE.search(one.get("href"))
    if match is None:
        return SKIPPED
    kind = _KINDS[match[1].lower()]
    context = one.parent.text if one.parent and one.parent.name in ("li", "p", "td") else ""
    beside = context if len(context) < len(one.text) + 30 else ""
    told = f"{name(one)} {one.get('title')} {beside}"
    return wanted(_FILE_WORD.search(told) is not None, kind=kind)


def leads_somewhere(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The address of the link is not empty."""
    place = one.get("href").lower()
    if place in ("", "javascript:", "javascript:void(0)", "javascript:void(0);", "javascript:;"):
        return Fault({"place": place})
    if place == "#":
        return Fault({"place": place}, certain=False)
    return FITS


def place_exists(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A link to a place on the same page leads to a place that is there."""
    place = one.get("href")
    if not place.startswith("#") or place in ("#", "#top") or place.startswith(("#/", "#!")):
        return SKIPPED
    anchors = one.page.known.get("anchors")
    if anchors is None:
        named = {other.attrs["name"] for other in one.page.named("a") if "name" in other.attrs}
        anchors = one.page.known["anchors"] = named | one.page.ids.keys()
    if place[1:] in anchors or unquote(place[1:]) in anchors:
        return FITS
    if one.page.document.media_type == "text/markdown":
        return FITS if _slug_known(one, place[1:]) else Fault({"place": place[:60]}, certain=False)
    return Fault({"place": place[:60]})


def _slug_known(one: Element, place: str) -> bool:
    """Whether a heading would be given the id, as the common programs for Markdown do."""
    slugs = one.page.known.get("slugs")
    if slugs is None:
        headings = one.page.named("h1", "h2", "h3", "h4", "h5", "h6")
        slugs = {re.sub(r"\W+", "", heading.text.lower()) for heading in headings}
        one.page.known["slugs"] = slugs
    return re.sub(r"\W+", "", place.lower()) in slugs


def told_apart(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A link inside running text is told by more than its colour."""
    context = one.inside("p", "li", "dd")
    if context is None or len(context.text) < len(one.text) + 25 or not one.text:
        return SKIPPED
    styles = styles_of(one.page)
    values = styles.of(one)
    line = values.get("text-decoration") or values.get("text-decoration-line")
    if line is None or "none" not in line.text:
        return FITS if styles.whole or line is not None else UNSURE
    if {"border-bottom", "font-weight", "background-color", "border"} & values.keys():
        return FITS
    return Fault(certain=False)


REQUIREMENTS = {
    "link purpose": says_where,
    "link purpose in context": says_where_in_context,
    "one name, one place": same_place,
    "one name, one place in context": same_place_in_context,
    "no bare address": no_bare_address,
    "a new window is said": window_said,
    "a file is said": file_said,
    "an address": leads_somewhere,
    "a place on the page": place_exists,
    "more than colour": told_apart,
}
