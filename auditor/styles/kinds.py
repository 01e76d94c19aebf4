"""Vale's kinds of check in terms of ours: which keys they have, and what those mean here."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Params = dict[str, Any]


class Kind(NamedTuple):
    """A kind of Vale: its keys with their types, those it needs, those that we lack, and what
    `%s` in its message stands for.
    """

    keys: Mapping[str, Any]
    needed: tuple[str, ...]
    lacking: frozenset[str]
    values: tuple[str, ...]
    params: Callable[[Params], Params]


def existence(given: Params) -> Params:
    """The keys of our kind of that name, with Vale's defaults."""
    plain = {"tokens": [], "raw": [], "append": False, "ignorecase": False, "nonword": False}
    ours = {"exceptions": [], "only_after": "", "not_after": "", "not_before": "", "unless": ""}
    return plain | ours | {"suggest": []} | given


def _substitution(given: Params) -> Params:
    swap = {
        key: plainer.split("|") if "|" in plainer else plainer
        for key, plainer in given.get("swap", {}).items()
    }
    base = {"exact": True, "inflect": "none", "exceptions": []}
    base |= {"ignorecase": False, "nonword": False, "safe": []}
    kept = {key: value for key, value in given.items() if key not in ("suggest", "swap")}
    return base | kept | {"swap": swap}


def _consistency(given: Params) -> Params:
    names = ("either", "ignorecase", "nonword")
    kept: Params = {key: given[key] for key in names if key in given}
    return {"exact": True, "ignorecase": False, "nonword": False, **kept}


def _plain(**defaults: Any) -> Callable[[Params], Params]:
    """Defaults, and what is given of those keys."""
    return lambda given: {key: given.get(key, value) for key, value in defaults.items()}


def _sequence(given: Params) -> Params:
    """Words one after another as one pattern, where none of them asks for a part of speech."""
    pieces: list[str] = []
    for token in given["tokens"]:
        word = str(token.get("pattern") or r"[^\s]+")
        pieces.append(rf"(?!(?:{word})\b)[^\s]+" if token.get("negate") else f"(?:{word})")
        skip = int(token.get("skip") or 0)
        pieces[-1] += rf"(?:\s+[^\s]+){{0,{skip}}}?" if skip else ""
    joined = r"\b" + r"\s+".join(pieces) + r"\b"
    return existence({"tokens": [], "raw": [joined], "ignorecase": given.get("ignorecase", False)})


_FLAGS = {"ignorecase": bool, "nonword": bool}
_WORDS = list[str]
NOT_OURS = {
    "script": "scripts are code, and no code of a style is run",
    "readability": "free readability targets are not run; set a limit in the profile",
    "spelling": "spelling is checked by LanguageTool here",
}


_TYPES = {
    "swap": dict[str, str], "either": dict[str, str], "max": int, "min": int, "threshold": float,
    "token": str, "first": str, "second": str, "match": str, "metric": str, "style": str,
    "ignorecase": bool, "nonword": bool, "append": bool, "alpha": bool,
}  # fmt: skip
_LISTS = frozenset("tokens raw exceptions indicators".split())


def _keys(names: str) -> dict[str, Any]:
    return {name: list[str] if name in _LISTS else _TYPES[name] for name in names.split()}


KINDS: dict[str, Kind] = {
    "existence": Kind(
        _keys("append ignorecase nonword raw tokens exceptions"),
        (), frozenset(), ("match",), existence,
    ),
    "substitution": Kind(
        _keys("ignorecase nonword swap exceptions"),
        ("swap",), frozenset({"pos", "capitalize", "append"}), ("replacement", "match"),
        _substitution,
    ),
    "occurrence": Kind(
        _keys("ignorecase max min token"), ("token",), frozenset(), ("count",),
        _plain(token="", max=0, min=0, ignorecase=False),
    ),
    "repetition": Kind(
        _keys("ignorecase alpha tokens exceptions max"), (), frozenset(), ("match",),
        _plain(tokens=[r"[^\s]+"], alpha=False, ignorecase=False, exceptions=[], safe=False),
    ),
    "consistency": Kind(
        _keys("ignorecase nonword either"), ("either",), frozenset(), ("match",), _consistency
    ),
    "conditional": Kind(
        _keys("ignorecase first second exceptions"), ("first", "second"), frozenset(), ("match",),
        _plain(first="", second="", ignorecase=False, exceptions=[]),
    ),
    "capitalization": Kind(
        _keys("match exceptions threshold style indicators"), ("match",), frozenset({"prefix"}),
        ("match",), _plain(match="", exceptions=[], threshold=0.8),
    ),
    "metric": Kind(
        _keys("metric max"), ("metric",), frozenset({"formula", "condition"}), ("value",),
        _plain(metric="", max=0),
    ),
    "sequence": Kind(
        {"ignorecase": bool, "tokens": list[dict[str, Any]]}, ("tokens",), frozenset(),
        ("match",), _sequence,
    ),
}  # fmt: skip
