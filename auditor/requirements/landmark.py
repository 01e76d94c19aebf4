"""Landmarks: the parts of a page that screen readers can go to."""

from collections.abc import Mapping
from typing import Any

from auditor.markup.names import name
from auditor.markup.page import Element
from auditor.markup.roles import role, with_role
from auditor.markup.shown import exposed
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted

_LANDMARKS = frozenset(
    "banner complementary contentinfo form main navigation region search".split()
)
_MANY_LINKS = 5


def main_there(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page says which part is its main one."""
    if not one.page.document.text.strip():
        return SKIPPED
    return wanted(bool(with_role(one.page, "main")))


def main_once(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page has one main part."""
    return wanted(with_role(one.page, "main")[0] is one)


def top_level(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page's header, footer and main part stand in no other part."""
    return wanted(not any(role(other) in _LANDMARKS for other in one.ancestors()), role=role(one))


def told_apart(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Several parts of one kind have names that tell them apart."""
    kind = role(one)
    groups = one.page.known.get(f"landmarks {kind}")
    if groups is None:
        groups = one.page.known[f"landmarks {kind}"] = {}
        for other in with_role(one.page, kind):
            groups.setdefault(name(other).lower(), []).append(other)
    if sum(map(len, groups.values())) < 2:
        return SKIPPED
    own = name(one).lower()
    first = groups[own][0] is one
    return wanted(first and (bool(own) or len(groups[own]) == 1), role=kind)


def inside_one(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A page with landmarks keeps all its text in them."""
    if not with_role(one.page, "main"):
        return SKIPPED
    text = one.page.document.text
    spans = [
        other.node.span
        for kind in _LANDMARKS
        for other in with_role(one.page, kind)
        if len(other.node.span)
    ]
    for block in one.page.document.blocks:
        if block.is_a("title") or block.node is None:
            continue
        holder = one.page.elements[block.node]
        if not exposed(holder) or any(span.covers(block.span) for span in spans):
            continue
        if any(
            other.name in ("label", "noscript", "dialog") for other in (holder, *holder.ancestors())
        ):
            continue
        said = block.span.of(text)
        if len(said) > 30 and not said.lower().startswith("skip"):
            return Fault({"match": said[:60]})
    return FITS


def can_be_skipped(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """What comes again on each page can be passed over: by a link, a landmark or a heading."""
    links = with_role(one.page, "link")
    if len(links) < _MANY_LINKS:
        return SKIPPED
    if with_role(one.page, "main") or any(_skips(link) for link in links[:3]):
        return FITS
    return UNSURE if with_role(one.page, "heading") else Fault(certain=False)


def _skips(link: Element) -> bool:
    place = link.get("href")
    return len(place) > 1 and place[0] == "#" and link.page.by_id(place[1:]) is not None


REQUIREMENTS = {
    "a main part": main_there,
    "one main part": main_once,
    "a landmark of the page": top_level,
    "landmarks told apart": told_apart,
    "text in landmarks": inside_one,
    "a way past": can_be_skipped,
}
