"""Patterns that people supply, in rules and styles, on engines that cannot blow up.

RE2 matches in time linear in the text. It has no look-around and no back-references; patterns that
need those run on a backtracking engine that stops after a fixed time.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

import re2
import regex

from auditor.errors import AuditorError

_SECONDS = 0.1  # for one pattern on one block
_CHUNK = 200  # patterns in one expression
_MEMORY = 64 << 20  # bytes, for one pattern


class PatternTimeout(AuditorError):
    """A pattern took too long on a text."""


class Match(Protocol):
    """What the engines have in common: `group`, `groups`, `span`."""

    def group(self, which: int = 0, /) -> str: ...  # noqa: D102
    def groups(self) -> tuple[str | None, ...]: ...  # noqa: D102
    def span(self) -> tuple[int, int]: ...  # noqa: D102
    def start(self) -> int: ...  # noqa: D102
    def end(self) -> int: ...  # noqa: D102


class Pattern(Protocol):
    """A compiled pattern; both methods may raise PatternTimeout."""

    def finditer(self, text: str, /) -> Iterator[Any]: ...  # noqa: D102
    def search(self, text: str, /) -> Any: ...  # noqa: D102


def options(ignorecase: bool = True) -> Any:
    """How RE2 is to read a pattern of ours."""
    chosen = re2.Options()
    chosen.case_sensitive = not ignorecase
    chosen.log_errors = False
    chosen.max_mem = _MEMORY
    return chosen


def pattern(source: str, ignorecase: bool = True) -> Pattern:
    """Compile one pattern. Raises ValueError with a plain sentence when it is not one."""
    try:
        compiled: Pattern = re2.compile(source, options(ignorecase))
    except re2.error as error:
        return _guarded(source, ignorecase, str(error))
    return compiled


def _guarded(source: str, ignorecase: bool, refusal: str) -> Pattern:
    """For what RE2 refuses: kept only if the other engine takes it."""
    try:
        return _Guarded(regex.compile(source, regex.IGNORECASE if ignorecase else 0))
    except (regex.error, OverflowError, RecursionError, MemoryError) as error:
        raise ValueError(f"the pattern ‘{source[:60]}’ is not valid: {refusal}") from error


class _Guarded:
    """A pattern with look-around or back-references, under a time limit."""

    def __init__(self, compiled: Any) -> None:
        self._compiled = compiled

    def finditer(self, text: str) -> Iterator[Any]:
        try:
            yield from self._compiled.finditer(text, timeout=_SECONDS)
        except TimeoutError as error:
            raise _too_slow() from error

    def search(self, text: str) -> Any:
        try:
            return self._compiled.search(text, timeout=_SECONDS)
        except TimeoutError as error:
            raise _too_slow() from error


def _too_slow() -> PatternTimeout:
    return PatternTimeout(
        "a pattern of this rule took too long on this text, so the rule was not checked; "
        "make the pattern simpler"
    )


class AnyOf:
    """Whether any of some patterns stands in a text, and nothing more: a third of a search's time.

    RE2 only: no look-around, no back-references. The text comes as UTF-8.
    """

    __slots__ = ("_match", "_set")

    def __init__(self, sources: Iterable[str]) -> None:
        """Raises ValueError when one of the patterns is not valid."""
        together = re2.Set.SearchSet(options())
        joined = "|".join(f"(?:{source})" for source in sources)
        try:
            together.Add(joined)
        except re2.error as error:
            pattern(joined)  # says what is wrong, or that only the other engine takes it
            raise ValueError(f"‘{joined[:60]}’ needs look-around, which is not kept") from error
        self._set = together
        self._match: Callable[[bytes], object] | None = None

    def __call__(self, data: bytes) -> bool:
        """Whether one of them matches."""
        if self._match is None:  # compiled when it is first asked: most texts need few of them
            self._set.Compile()
            self._match = self._set.Match
        return self._match(data) is not None


class PatternSet:
    """Many patterns, each with a number: a block that none of them matches costs a few passes."""

    def __init__(self, sources: Iterable[str], ignorecase: bool = True) -> None:
        """Raises ValueError when one of the patterns is not valid."""
        listed = list(sources)
        self._patterns = [pattern(source, ignorecase) for source in listed]
        plain = [n for n, one in enumerate(self._patterns) if not isinstance(one, _Guarded)]
        self._chunks: list[tuple[Pattern, list[int]]] = [
            (one, [number])
            for number, one in enumerate(self._patterns)
            if isinstance(one, _Guarded)
        ]
        for first in range(0, len(plain), _CHUNK):
            some = plain[first : first + _CHUNK]
            joined = "|".join(f"(?:{listed[number]})" for number in some)
            self._chunks.append((pattern(joined, ignorecase), some))

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """(start, end, number) of the matches that do not overlap; the first to start wins, then
        the longest. May raise PatternTimeout.
        """
        found: list[tuple[int, int, int]] = []
        for chunk, numbers in self._chunks:
            if chunk.search(text) is None:
                continue
            for number in numbers:
                for match in self._patterns[number].finditer(text):
                    start, end = match.span()
                    if end > start:
                        found.append((start, -end, number))
        reached = 0
        for start, minus_end, number in sorted(found):
            if start >= reached:
                reached = -minus_end
                yield start, reached, number
