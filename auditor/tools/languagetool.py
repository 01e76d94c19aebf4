"""LanguageTool's findings on a document, with positions in code points.

language-tool-python is given a server's address and never starts one itself. LanguageTool counts
in UTF-16 units; every character outside the basic plane is sent as one stand-in of the basic
plane, so that its units and our code points are the same, at both ends of a match.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import httpx
import language_tool_python
from language_tool_python.exceptions import LanguageToolError

from auditor.errors import ToolError
from auditor.facts.context import Context
from auditor.model import Block, Document, Span
from auditor.spelling import other_spellings
from auditor.tools.grammar_cache import BlockMatch, GrammarCache

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_STAND_IN = "\u2605"
_KINDS = ("paragraph", "item", "cell", "quote", "definition", "heading", "caption", "term")
_RUNNING = ("paragraph", "quote", "definition")
_SEPARATOR = "\n\n"
# Rules that look across paragraphs: their answer for one block would depend on the others. Ours on
# consistency do their work.
_ACROSS = frozenset(
    "EN_WORD_COHERENCY EN_REPEATEDWORDS PARAGRAPH_REPEAT_BEGINNING_RULE "
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE TOO_LONG_PARAGRAPH".split()
)
_USE = "picky 2"  # how we ask; another word makes old answers unknown
# Rules that expect running text, and misfire on headings, list items and cells.
_RUNNING_ONLY = re.compile(r"PUNCTUATION|UPPERCASE|SENTENCE|FRAGMENT|COMMA|WHITESPACE|REPEAT")
_SPELLING = re.compile(r"MORFOLOGIK|SPELL")
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

    def __init__(self, url: str, seconds: float, cache: GrammarCache) -> None:
        self._url = url.rstrip("/")
        self._seconds = seconds
        self._cache = cache
        self._clients: dict[str, language_tool_python.LanguageTool] = {}

    def __call__(self, document: Document, context: Context) -> tuple[GrammarMatch, ...]:
        """Check the content blocks, unknown ones in one request; raises ToolError with a plain
        sentence.
        """
        blocks = [
            block
            for block in document.blocks
            if block.region == "content" and any(block.is_a(kind) for kind in _KINDS)
        ]
        if not blocks:
            return ()
        locale = context.profile.locale
        texts = [block.span.of(document.text) for block in blocks]
        keys = GrammarCache.keys(texts, f"{_USE} {locale} {self.version()}")
        known = self._cache.get(keys)
        unknown = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if unknown:
            answers = dict(zip(unknown, self._check(list(unknown.values()), locale), strict=True))
            self._cache.put(answers)
            known |= answers
        return tuple(
            match
            for block, key in zip(blocks, keys, strict=True)
            for match in _placed(document, block, known[key], context)
        )

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

    def _check(self, texts: Sequence[str], locale: str) -> list[tuple[BlockMatch, ...]]:
        """The matches of each block, all blocks sent as the paragraphs of one text."""
        try:
            client = self._clients.get(locale)
            if client is None:
                client = _Client(locale, remote_server=self._url)
                client.picky = True
                client.disabled_rules |= _ACROSS
                self._clients[locale] = client
            client.__dict__["_TIMEOUT"] = self._seconds
            matches = client.check(_ASTRAL.sub(_STAND_IN, _SEPARATOR.join(texts)))
        except (LanguageToolError, OSError, KeyError, TypeError, ValueError) as error:
            raise ToolError(
                "LanguageTool stopped before it had finished, so grammar and spelling were not "
                "checked; try again"
            ) from error
        return list(_by_block(texts, matches))


class _Client(language_tool_python.LanguageTool):
    """The library's client; its destructor must not look for a server of its own."""

    def __del__(self) -> None:
        """Nothing to stop: the server is not ours."""


def _by_block(
    texts: Sequence[str], matches: Iterable[language_tool_python.Match]
) -> Iterator[tuple[BlockMatch, ...]]:
    """The matches that stand inside one block, with places from the block's start."""
    ordered = deque(sorted(matches, key=lambda one: (one.offset, one.error_length, one.rule_id)))
    start = 0
    for text in texts:
        end = start + len(text)
        inside: list[BlockMatch] = []
        while ordered and ordered[0].offset < end:
            match = ordered.popleft()
            low, high = match.offset - start, match.offset + match.error_length - start
            if low < high <= len(text) and low >= 0:
                inside.append(
                    BlockMatch(low, high, match.rule_id, match.category, match.message,
                               tuple(match.replacements[:5]))
                )  # fmt: skip
        yield tuple(inside)
        start = end + len(_SEPARATOR)


def _placed(
    document: Document, block: Block, matches: Iterable[BlockMatch], context: Context
) -> Iterator[GrammarMatch]:
    """A block's matches at their places in the document, without those that misfire there."""
    running = any(block.is_a(kind) for kind in _RUNNING)
    for match in matches:
        if not running and _RUNNING_ONLY.search(match.rule):
            continue
        span = Span(match.start, match.end).shift(block.span.start)
        if match.category == "TYPOS" and _is_right(span.of(document.text), match, context):
            continue
        yield GrammarMatch(span, match.rule, match.category, match.message, match.replacements)


def _is_right(words: str, match: BlockMatch, context: Context) -> bool:
    """Whether a "spelling mistake" is none: a name, a term of the lexicon, or part of one.

    The lexicon has British and American spellings; one that only the other variety has is none of
    these: LanguageTool then offers this variety's.
    """
    if _NAME.fullmatch(words):
        return True
    other = set(other_spellings(words.lower()))
    if any(replacement.lower() in other for replacement in match.replacements):
        return False
    # What is complained of is the spelling and not the use, as in "your pregnant".
    return _SPELLING.search(match.rule) is not None and words.lower() in context.lexicon.words
