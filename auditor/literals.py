"""The words that a text must hold for a pattern to match it, read off the pattern itself.

A text without them need not be searched. What cannot be read off is left out, so that a text is
passed over too seldom, never too often.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

DIGIT = "#"  # stands for any digit
WHOLE = "\1"  # stands before a word that is needed as a whole, not as a piece of one
_EDGE = "\0"  # where a word must begin or end
_MOST = 64  # strings of one stretch of a pattern
_MOST_EDGED = 2_000  # the same, where nothing is multiplied
_MOST_NEEDS = 4
_PIECE = re.compile(r"[^\W_]+")
_QUANTIFIER = re.compile(r"([*+?]|\{(\d+),?\d*\})\??")
_GROUP = re.compile(r"\((?:\?(?:P?<\w+>|[ims-]*:)|(?!\?))")
_RUN = re.compile(r"[a-zA-Z0-9 ’',;:@&/-]+(?![*+?{])")  # plain letters in a row
_NAME = re.compile(r"<([a-z_]+)>")
_FLAGS = re.compile(r"\(\?[ims-]+\)")


class _Part(NamedTuple):
    """All strings that a part of a pattern can match, if they are few, and what it needs besides."""

    strings: frozenset[str] | None
    needs: tuple[frozenset[str], ...] = ()


_NOTHING = _Part(frozenset({""}))
_BORDER = _Part(frozenset({_EDGE}))
_ANYTHING = _Part(None)


class Reader:
    """Reads patterns in which `<name>` stands for one of `words`, each of which is read once."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words
        self._known: dict[str, _Part] = {}

    def needs(self, source: str) -> tuple[frozenset[str], ...]:
        """Sets of lower-case pieces of words; a text that matches holds one of each set."""
        part, end = self._choice(source, 0)
        if end != len(source):
            return ()
        found = {_pieces(one) for one in _all_needs(part)} - {frozenset()}
        best = sorted(found, key=lambda one: (-min(map(len, one)), len(one), sorted(one)))
        return tuple(best[:_MOST_NEEDS])

    def _named(self, name: str) -> _Part:
        if name not in self._known:
            source = self._words.get(name, "")
            part, end = self._choice(source, 0)
            self._known[name] = part if end == len(source) else _ANYTHING
        return self._known[name]

    def _choice(self, source: str, at: int) -> tuple[_Part, int]:
        """Branches with bars between them, up to the end or a closing bracket."""
        branches: list[_Part] = []
        while True:
            part, at = self._sequence(source, at)
            branches.append(part)
            if at >= len(source) or source[at] != "|":
                break
            at += 1
        if len(branches) == 1:
            return branches[0], at
        if all(one.strings is not None and not one.needs for one in branches):
            return _Part(frozenset().union(*(one.strings or () for one in branches))), at
        together: set[str] = set()
        for one in branches:
            best = max(filter(None, map(_pieces, _all_needs(one))), key=_worth, default=None)
            if best is None:
                return _ANYTHING, at
            together |= best
        return _Part(None, (frozenset(together),)), at

    def _sequence(self, source: str, at: int) -> tuple[_Part, int]:
        strings: frozenset[str] = frozenset({""})
        found: list[frozenset[str]] = []
        broken = False
        while at < len(source) and source[at] not in "|)":
            part, at = self._repeated(source, at)
            found += part.needs
            if part.strings is not None and _fit(strings, part.strings):
                strings = frozenset(a + b for a in strings for b in part.strings)
                continue
            found.append(strings)
            broken = True
            strings = frozenset({""})
            if part.strings is not None:
                found.append(part.strings)
        if not broken and not found:
            return _Part(strings), at
        useful = tuple(one for one in (*found, strings) if _pieces(one))
        return _Part(None, useful), at

    def _repeated(self, source: str, at: int) -> tuple[_Part, int]:
        part, at = self._single(source, at)
        match = _QUANTIFIER.match(source, at)
        if match is None:
            return part, at
        if match[1] == "?" and part.strings is not None and not part.needs:
            return _Part(part.strings | {""}), match.end()
        if match[1] in ("?", "*") or match[2] == "0":
            return _ANYTHING, match.end()
        return _Part(None, tuple(one for one in _all_needs(part) if _pieces(one))), match.end()

    def _single(self, source: str, at: int) -> tuple[_Part, int]:
        sign = source[at]
        if sign == "(":
            if flags := _FLAGS.match(source, at):
                return _NOTHING, flags.end()
            group = _GROUP.match(source, at)
            if group is None:
                raise ValueError("the pattern has a group that we do not know")
            part, at = self._choice(source, group.end())
            return part, at + 1
        if sign == "<" and (name := _NAME.match(source, at)):
            return self._named(name[1]), name.end()
        if sign == "[":
            return _class(source, at)
        if sign == "\\":
            return _escape(source, at)
        if run := _RUN.match(source, at):
            return _Part(frozenset({run.group().lower()})), run.end()
        if sign in "^$":
            return _BORDER, at + 1
        if sign == ".":
            return _ANYTHING, at + 1
        return _Part(frozenset({sign.lower()})), at + 1


def _all_needs(part: _Part) -> tuple[frozenset[str], ...]:
    return part.needs if part.strings is None else (*part.needs, part.strings)


@lru_cache(maxsize=20_000)
def _pieces(strings: frozenset[str]) -> frozenset[str]:
    """The longest word of each string, or else a sign; nothing where one of them has neither."""
    found = set()
    for one in strings:
        if one.startswith(WHOLE):  # found before, in a branch
            found.add(one)
            continue
        word = max(_PIECE.findall(one), key=len, default="")
        if not word:
            signs = one.replace(_EDGE, "").strip()
            if not signs:
                return frozenset()
            piece = min(signs, key=lambda sign: sign in ".,")  # a rare one, if there is one
        else:
            start = one.index(word)
            sides = one[:start][-1:], one[start + len(word) :][:1]
            whole = all(side and side != "_" for side in sides)
            piece = WHOLE + word if whole else word
        found.add(piece)
    return frozenset(found)


def _fit(some: frozenset[str], more: frozenset[str]) -> bool:
    most = _MOST_EDGED if 1 in (len(some), len(more)) else _MOST
    return len(some) * len(more) <= most


def _worth(one: frozenset[str]) -> tuple[int, int]:
    return min(map(len, one)), -len(one)


def _escape(source: str, at: int) -> tuple[_Part, int]:
    sign = source[at + 1]
    if sign == "b":
        return _BORDER, at + 2
    if sign in "BAz":
        return _NOTHING, at + 2
    if sign == "d":
        return _Part(None, (frozenset({DIGIT}),)), at + 2
    if sign in "pP":
        return _ANYTHING, source.index("}", at) + 1 if source[at + 2] == "{" else at + 3
    if sign.isalnum():
        return _ANYTHING, at + 2
    return _Part(frozenset({sign})), at + 2


def _class(source: str, at: int) -> tuple[_Part, int]:
    end = at + 1
    if source[end] == "^":
        end += 1
    if source[end] == "]":
        end += 1
    while source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    inside = source[at + 1 : end]
    if inside.startswith("^") or "\\" in inside or "-" in inside[1:-1] or len(inside) > 6:
        return _ANYTHING, end + 1
    return _Part(frozenset(inside.lower())), end + 1


class Index:
    """Many sets of pieces, each with its number; which of them does a word serve?"""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._numbers: dict[str, list[int]] = {}
        for number, pieces in enumerate(sets):
            for piece in pieces:
                self._numbers.setdefault(piece, []).append(number)
        self._longest = max(map(len, self._numbers), default=0)
        self._known: dict[str, tuple[int, ...]] = {}

    def served(self, word: str) -> tuple[int, ...]:
        """The numbers of the sets that a lower-case word has a piece of."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _MOST_WORDS:
                self._known.clear()
            known = self._known[word] = tuple(self._search(word))
        return known

    def _search(self, word: str) -> Iterator[int]:
        seen = set(self._numbers.get(WHOLE + word, ()))
        yield from seen
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                for number in self._numbers.get(word[start:end], ()):
                    if number not in seen:
                        seen.add(number)
                        yield number
        if any(char.isdigit() for char in word):
            yield from (n for n in self._numbers.get(DIGIT, ()) if n not in seen)


_MOST_WORDS = 50_000
