"""What elements say of their words: `title`, tooltips, `aria-describedby`, and links inside the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.facts.context import Context
from auditor.model import Document, Span

NAME = "tips"
NEEDS: tuple[str, ...] = ()

_KEYS = ("title", "data-tooltip", "data-tip", "data-definition", "data-title", "data-content",
         "data-original-title", "data-bs-title")  # fmt: skip
_NAMES = frozenset("abbr dfn span a button mark acronym em i b strong".split())


@dataclass(frozen=True, slots=True)
class Tips:
    """`said`: words and what their element says of them; `links`: words and the place in this
    document that they lead to; `outward`: words and the address elsewhere that they lead to;
    `defined`: the words of `dfn` elements.
    """

    said: tuple[tuple[Span, str], ...]
    links: tuple[tuple[Span, Span], ...]
    outward: tuple[tuple[Span, str], ...]
    defined: tuple[Span, ...]


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Tips:
    """Everything of that kind, in order."""
    ids = {node.attrs["id"]: node.span for node in document.nodes if "id" in node.attrs}
    said: list[tuple[Span, str]] = []
    links: list[tuple[Span, Span]] = []
    outward: list[tuple[Span, str]] = []
    defined: list[Span] = []
    for node in document.nodes:
        if node.name not in _NAMES or not len(node.span):
            continue
        if node.name == "dfn":
            defined.append(node.span)
        if node.attrs:
            said += [
                (node.span, node.attrs[key].strip())
                for key in _KEYS
                if node.attrs.get(key, "").strip()
            ]
            described = ids.get(node.attrs.get("aria-describedby", ""))
            if described is not None:
                said.append((node.span, described.of(document.text)))
            target = node.attrs.get("href", "")
            if node.name == "a" and target.startswith("#"):
                if target[1:] in ids:
                    links.append((node.span, ids[target[1:]]))
            elif node.name == "a" and target:
                outward.append((node.span, target))
    return Tips(tuple(said), tuple(links), tuple(outward), tuple(defined))
