"""Vale's scopes as kinds of block."""

from collections.abc import Sequence

_HEADINGS = tuple(f"heading.h{level}" for level in range(1, 7))
_TEXT = ("paragraph", "item", "cell", "quote", "definition", "term", "caption", *_HEADINGS)
_SCOPES: dict[str, tuple[str, ...]] = {
    "text": _TEXT,
    "summary": ("paragraph", "item", "quote"),
    "paragraph": ("paragraph",),
    "sentence": ("sentence",),
    "heading": ("heading",),
    "list": ("item",),
    "blockquote": ("quote",),
    "table": ("cell",),
    "table.cell": ("cell",),
    "table.header": ("cell.header",),
    "table.caption": ("caption",),
    "figure.caption": ("caption",),
    "alt": ("alt",),
    **{heading: (heading,) for heading in _HEADINGS},
}


def kinds(scope: str | Sequence[str]) -> tuple[str, ...]:
    """The kinds of block of one scope or several; raises ValueError for one that we lack."""
    listed = [scope] if isinstance(scope, str) else scope
    return tuple(dict.fromkeys(kind for one in listed for kind in _one(str(one))))


def _one(scope: str) -> tuple[str, ...]:
    """A scope such as `text & ~heading.h1`: what all of its parts allow."""
    parts = [part.strip() for part in scope.split("&")]
    wanted = [_named(part) for part in parts if not part.startswith("~")] or [_TEXT]
    refused = {kind for part in parts if part.startswith("~") for kind in _named(part[1:].strip())}
    found = wanted[0]
    for more in wanted[1:]:
        found = tuple(kind for kind in found if _within(kind, more))
    return tuple(kind for kind in found if not _within(kind, tuple(refused)))


def _within(kind: str, others: tuple[str, ...]) -> bool:
    return any(kind == other or kind.startswith(other + ".") for other in others)


def _named(name: str) -> tuple[str, ...]:
    if name not in _SCOPES:
        raise ValueError(
            f"the scope ‘{name}’ is not supported; use one of {', '.join(sorted(_SCOPES))}"
        )
    return _SCOPES[name]
