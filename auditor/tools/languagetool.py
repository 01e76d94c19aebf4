"""LanguageTool's findings on a document, with positions in code points.

language-tool-python is given a server's address and never starts one itself. LanguageTool counts
in UTF-16 units; every character outside the basic plane is sent as one stand-in of the basic
plane, so that its units and our code points are the same, at both ends of a match.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import httpx
import language_tool_python
from language_tool_python.exceptions import LanguageToolError

from auditor.errors import ToolError
from auditor.facts.context import Context
from auditor.model import Block, Document, Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_STAND_IN = "\u2605"
_KINDS = ("paragraph", "item", "cell", "quote", "definition", "heading", "caption", "term")
_RUNNING = ("paragraph", "quote", "definition")
_SEPARATOR = "\n\n"
# Rules that expect running text, and misfire on headings, list items and cells.
_RUNNING_ONLY = re.compile(r"PUNCTUATION|UPPERCASE|SENTENCE|FRAGMENT|COMMA|WHITESPACE|REPEAT")
_NAME = re.compile(r"[A-Z][\w'’-]*")


@dataclass(frozen=True, slots=True)
class GrammarMatch:
    """One match: where (in `Document.text`), LanguageTool's rule and category, its words."""

    span: Span
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]


class LanguageTool:
    """A client of one LanguageTool server."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url.rstrip("/")
        self._seconds = seconds
        self._clients: dict[str, language_tool_python.LanguageTool] = {}

    def __call__(self, document: Document, context: Context) -> tuple[GrammarMatch, ...]:
        """Check the content blocks in one request; raises ToolError with a plain sentence."""
        blocks = [
            block
            for block in document.blocks
            if block.region == "content" and any(block.is_a(kind) for kind in _KINDS)
        ]
        if not blocks:
            return ()
        text = _SEPARATOR.join(block.span.of(document.text) for block in blocks)
        matches = self._check(text, context.profile.locale)
        return tuple(_placed(document, blocks, matches, context))

    def version(self) -> str:
        """The server's version; raises ToolError when it does not answer."""
        try:
            answer = httpx.get(f"{self._url}/v2/info", timeout=5, trust_env=False)
            return str(answer.json()["software"]["version"])
        except (httpx.HTTPError, ValueError, KeyError) as error:
            raise ToolError(
                "LanguageTool does not answer, so grammar and spelling were not checked; "
                "start it and check again"
            ) from error

    def _check(self, text: str, locale: str) -> list[language_tool_python.Match]:
        self.version()
        try:
            client = self._clients.get(locale)
            if client is None:
                client = _Client(locale, remote_server=self._url)
                client.picky = True
                self._clients[locale] = client
            client.__dict__["_TIMEOUT"] = self._seconds
            return client.check(_ASTRAL.sub(_STAND_IN, text))
        except (LanguageToolError, OSError, KeyError, TypeError, ValueError) as error:
            raise ToolError(
                "LanguageTool stopped before it had finished, so grammar and spelling were not "
                "checked; try again"
            ) from error


class _Client(language_tool_python.LanguageTool):
    """The library's client; its destructor must not look for a server of its own."""

    def __del__(self) -> None:
        """Nothing to stop: the server is not ours."""


def _placed(
    document: Document,
    blocks: Iterable[Block],
    matches: Iterable[language_tool_python.Match],
    context: Context,
) -> Iterable[GrammarMatch]:
    """The matches that stand inside one block, at their places in the document."""
    starts: list[tuple[int, Block]] = []
    at = 0
    for block in blocks:
        starts.append((at, block))
        at += len(block.span) + len(_SEPARATOR)
    index = 0
    for match in sorted(matches, key=lambda one: one.offset):
        while index + 1 < len(starts) and starts[index + 1][0] <= match.offset:
            index += 1
        start, block = starts[index]
        span = Span(match.offset, match.offset + match.error_length).shift(block.span.start - start)
        if not len(span) or not block.span.covers(span):
            continue
        if not any(block.is_a(kind) for kind in _RUNNING) and _RUNNING_ONLY.search(match.rule_id):
            continue
        if match.category == "TYPOS" and _is_known(span.of(document.text), context):
            continue
        yield GrammarMatch(
            span, match.rule_id, match.category, match.message, tuple(match.replacements[:5])
        )


def _is_known(words: str, context: Context) -> bool:
    """Whether a "spelling mistake" is a term of the lexicon, part of one, or a name."""
    return words.lower() in context.lexicon.words or bool(_NAME.fullmatch(words))
