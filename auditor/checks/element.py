"""`element`: what the document's elements must have, in HTML vocabulary whatever the format.

A rule chooses elements by name, role or attribute, and names the requirement that each must meet.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from auditor.checks.field import Field
from auditor.markup.page import Element, Page, in_order
from auditor.markup.roles import with_role
from auditor.markup.shown import exposed, visible
from auditor.model import (
    CantTell,
    Document,
    Evidence,
    Hit,
    Inapplicable,
    Judgement,
    Level,
    Rule,
    Span,
)
from auditor.requirements import REQUIREMENTS
from auditor.requirements.verdict import SKIPPED, UNSURE, Fault

KIND = "element"
NEEDS: tuple[str, ...] = ("markup",)
MEDIA_TYPES = {
    "html": ("text/html", "application/xhtml+xml"),
    "markdown": ("text/markdown",),
    "word": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    "opendocument": ("application/vnd.oasis.opendocument.text",),
    "pdf": ("application/pdf",),
}
Format = Literal["html", "markdown", "word", "opendocument", "pdf"]
FIELDS = {
    "require": Field(str, about="the requirement, by name"),
    "elements": Field(
        list[str],
        (),
        "names of elements, or `*`; `page` is a whole web page, `document` any document",
    ),
    "roles": Field(list[str], (), "roles of exposed elements"),
    "attributes": Field(list[str], (), "elements that have any of these attributes"),
    "seen": Field(
        Literal["exposed", "visible", "either", "all"],
        "exposed",
        "exposed to screen readers, drawn on the page, one of the two, or all elements",
    ),
    "applies_to": Field(list[Format], ("html", "markdown", "word", "opendocument"), "formats"),
    "absent": Field(str, "the document has no such elements", "said when there are none"),
    "look": Field(str, "", "what a person has to look at when a machine cannot tell"),
    "attribute": Field(str, "", "the attribute or the style that the requirement is about"),
    "words": Field(list[str], (), "words that the requirement is about"),
    "limit": Field(float, 0.0, "a figure that the requirement holds the element to"),
}
_SEEN: dict[str, Callable[[Element], bool]] = {
    "exposed": exposed,
    "visible": visible,
    "either": lambda one: exposed(one) or visible(one),
    "all": lambda _: True,
}
_LONGEST = 60


def compile(params: Mapping[str, Any]) -> dict[str, Any]:  # the name kinds have
    """The keys as the requirements take them; raises ValueError for an unknown requirement."""
    if params["require"] not in REQUIREMENTS:
        known = ", ".join(sorted(REQUIREMENTS))
        raise ValueError(f"‘{params['require']}’ is no requirement; use one of {known}")
    return {**params, "words": tuple(params["words"])}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each element that lacks what the rule requires."""
    keys = rule.compiled
    if not any(document.media_type in MEDIA_TYPES[name] for name in keys["applies_to"]):
        return Inapplicable("this rule is not about this kind of file")
    page: Page = evidence["markup"]
    requirement = REQUIREMENTS[keys["require"]]
    hits: list[Hit] = []
    unsure = met = False
    for one in chosen(page, keys):
        verdict = requirement(one, keys)
        if isinstance(verdict, Fault):
            hits.append(_hit(one, verdict, rule))
        elif verdict is UNSURE:
            unsure = True
        elif verdict is not SKIPPED:
            met = True
    if hits:
        return hits
    if unsure:
        return CantTell(keys["look"] or "a person has to look at this")
    return [] if met else Inapplicable(keys["absent"])


def chosen(page: Page, keys: Mapping[str, Any]) -> list[Element]:
    """The elements that a rule is about."""
    names, attributes = keys["elements"], keys["attributes"]
    if "document" in names or ("page" in names and page.is_whole):
        return [page.root]
    found = page.elements if "*" in names else page.named(*names) if names else []
    if attributes:
        having = page.aria if "aria-*" in attributes else page.having(*attributes)
        allowed = {one.index for one in found} if names else None
        found = [one for one in having if allowed is None or one.index in allowed]
    if keys["roles"]:
        with_roles = with_role(page, *keys["roles"])
        found = in_order({*found, *with_roles}) if found else with_roles
    seen = _SEEN[keys["seen"]]
    return [one for one in found if seen(one)]


def _hit(one: Element, fault: Fault, rule: Rule) -> Hit:
    node = one.node
    values = {"match": called(one), **fault.values}
    level: Level | None = "warning" if not fault.certain and rule.level == "error" else None
    whole = one.name in ("html", "body", "head")
    source = Span(node.source.start, node.source.start) if whole else node.source
    return Hit(
        None if whole else node.span,
        values,
        certain=fault.certain,
        level=level,
        source=(node.part, source),
    )


def called(one: Element) -> str:
    """What an element is called in a message: its text, its file, or its tag."""
    text = one.text or one.get("alt")
    if not text and one.attrs.get("src"):
        text = one.get("src").partition("?")[0].rpartition("/")[2]
    text = text or f"<{one.name}>"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
