"""Which parts of a document people want read or left out, whatever the auditor takes them for.

A selector is a part of CSS: names, `.class`, `#id`, `[attribute]`, `[attribute=value]`, and spaces
for "somewhere inside". Between slashes it is a pattern that is searched in the text of each block.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import re2

from auditor.errors import UsageError
from auditor.model import Block, Document, Node
from auditor.parse.landmarks import MARKED
from auditor.parse.page import Page

LEFT_OUT = "left out by the configuration"

_STEP = re.compile(
    r"(?P<name>[a-zA-Z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+|\[[\w:-]+(?:=[\"']?[^\]\"']*[\"']?)?\])*)"
)
_PART = re.compile(r"[.#][\w-]+|\[[\w:-]+(?:=[\"']?[^\]\"']*[\"']?)?\]")


@dataclass(frozen=True, slots=True)
class Choice:
    """Selectors and patterns: `content` is always read, and wins; `ignore` is always left out."""

    content: tuple["Selector", ...] = ()
    ignore: tuple["Selector", ...] = ()

    def applied(self, document: Document) -> Document:
        """The document with its blocks as people want them."""
        if not self.content and not self.ignore:
            return document
        page = Page(document)
        return replace(document, blocks=tuple(self._chosen(page, one) for one in document.blocks))

    def _chosen(self, page: Page, block: Block) -> Block:
        if any(selector.picks(page, block) for selector in self.content):
            return replace(block, region="content", reason=MARKED)
        if any(selector.picks(page, block) for selector in self.ignore):
            return replace(block, region="boilerplate", reason=LEFT_OUT)
        return block


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector, innermost step last; or a pattern."""

    steps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    pattern: Any = None

    def picks(self, page: Page, block: Block) -> bool:
        """Whether a block, or an element that holds it, is meant."""
        if self.pattern is not None:
            return bool(self.pattern.search(block.span.of(page.document.text)))
        at = page.innermost(block)
        wanted = len(self.steps) - 1
        while at is not None and wanted >= 0:
            node = page.nodes[at]
            if _fits(node, *self.steps[wanted]):
                wanted -= 1
            at = node.parent
        return wanted < 0


NO_CHOICE = Choice()


def choice(content: Iterable[str], ignore: Iterable[str]) -> Choice:
    """The choice that selectors make. Raises UsageError for one that is wrong."""
    return Choice(tuple(map(selector, content)), tuple(map(selector, ignore)))


def selector(text: str) -> Selector:
    """Read one selector. Raises UsageError."""
    if len(text) > 2 and text[0] == text[-1] == "/":
        options = re2.Options()
        options.log_errors = False
        try:
            return Selector(pattern=re2.compile(text[1:-1], options))
        except re2.error as error:
            raise UsageError(f"‘{text}’ is no pattern: {error}") from error
    steps = []
    for word in text.split():
        match = _STEP.fullmatch(word)
        if match is None or not word:
            raise UsageError(
                f"‘{text}’ is no selector; use names, .class, #id, [attribute=value] or /pattern/"
            )
        steps.append(((match["name"] or "*").lower(), tuple(_PART.findall(match["rest"]))))
    if not steps:
        raise UsageError("an empty selector picks nothing; take it out")
    return Selector(tuple(steps))


def _fits(node: Node, name: str, parts: tuple[str, ...]) -> bool:
    return name in ("*", node.name) and all(_has(node, part) for part in parts)


def _has(node: Node, part: str) -> bool:
    if part[0] == ".":
        return part[1:] in node.attrs.get("class", "").split()
    if part[0] == "#":
        return node.attrs.get("id") == part[1:]
    key, equals, value = part[1:-1].partition("=")
    return key in node.attrs and (not equals or node.attrs[key] == value.strip("\"'"))
