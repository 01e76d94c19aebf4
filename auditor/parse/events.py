"""XML as events with byte offsets, read by expat with everything refused that could reach out.

No document type, no entity, no outside file: a part of a document needs none of them.
"""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn, Protocol
from xml.parsers.expat import ExpatError, ParserCreate

from auditor.errors import DocumentError

MOST_DEEP = 5_000  # elements inside one another
_BROKEN = "the file is damaged inside and cannot be read; save it again in the program that made it"
_REACHES_OUT = "the file holds definitions that no document needs; it was not read"


class Handler(Protocol):
    """What takes the events; `at` is a byte offset into the part."""

    def start(self, name: str, attrs: Mapping[str, str], at: int) -> None:
        """An element starts at its `<`."""

    def end(self, name: str, at: int) -> None:
        """An element ends: `at` is the `<` of its end tag, or of itself when it is empty."""

    def text(self, text: str, at: int) -> None:
        """Characters; each stands for itself in UTF-8 unless it is one alone (an entity)."""


def read(data: bytes, handler: Handler, prefixes: Mapping[str, str]) -> None:
    """Send the events of `data` to `handler`; raises DocumentError for broken or unsafe XML.

    `prefixes`: namespace address → prefix that names get, so that "w:p" is "w:p" in every file.
    Names of other namespaces keep their local part only.
    """
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = False
    names: dict[str, str] = {}
    depth = 0

    def short(name: str) -> str:
        known = names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            prefix = prefixes.get(space, "")
            known = names[name] = f"{prefix}:{local}" if prefix else local
        return known

    def start(name: str, attrs: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEEP:
            raise DocumentError("the file nests its parts too deep to be read; save it again")
        handler.start(
            short(name),
            {short(key): value for key, value in attrs.items()},
            parser.CurrentByteIndex,
        )

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(short(name), parser.CurrentByteIndex)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: handler.text(text, parser.CurrentByteIndex)
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError) as error:
        raise DocumentError(_BROKEN) from error


def _refuse(*_: Any) -> NoReturn:
    raise DocumentError(_REACHES_OUT)


class Elements:
    """A handler for small parts: calls `see` with each element's name and attributes."""

    def __init__(self, see: Callable[[str, Mapping[str, str], tuple[str, ...]], None]) -> None:
        self._see = see
        self._path: list[str] = []

    def start(self, name: str, attrs: Mapping[str, str], at: int) -> None:
        """Remember the way to the element, and show it."""
        self._see(name, attrs, tuple(self._path[-4:]))
        self._path.append(name)

    def end(self, name: str, at: int) -> None:
        """Forget the element."""
        self._path.pop()

    def text(self, text: str, at: int) -> None:
        """Text is not looked at."""


class Texts:
    """A handler for properties: the text of each element by its name, the first of each."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._path: list[str] = []

    def start(self, name: str, attrs: Mapping[str, str], at: int) -> None:
        """An element may hold text."""
        self._path.append(name)

    def end(self, name: str, at: int) -> None:
        """The element is over."""
        self._path.pop()

    def text(self, text: str, at: int) -> None:
        """Add to the innermost element."""
        if self._path and len(self.found.get(self._path[-1], "")) < 10_000:
            self.found[self._path[-1]] = self.found.get(self._path[-1], "") + text
