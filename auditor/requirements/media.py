"""Films and sounds: captions, controls, and what starts by itself."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.markup.page import Element
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict

_PART = re.compile(r"#t=(?:npt:)?(\d{0,6}(?:\.\d{1,3})?)(?:,(\d{1,6}(?:\.\d{1,3})?))?$")


def _sources(one: Element) -> list[str]:
    found = [one.get("src")] if one.get("src") else []
    return found + [child.get("src") for child in one.children if child.name == "source"]


def captioned(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A film has a track of captions; whether they are right, a person must say."""
    if not _sources(one):
        return SKIPPED
    tracks = [child for child in one.children if child.name == "track"]
    kinds = [child.get("kind").lower() or "subtitles" for child in tracks]
    if any(kind in ("captions", "subtitles") for kind in kinds):
        return UNSURE
    return Fault(certain=False)


def described(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """What a film or a sound tells is told in another way too; a person must look."""
    return UNSURE if _sources(one) else SKIPPED


def quiet(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Sound that starts by itself is short, or can be stopped."""
    if "autoplay" not in one.attrs or "muted" in one.attrs or not _sources(one):
        return SKIPPED
    if all((seconds := _length(source)) is not None and seconds <= 3 for source in _sources(one)):
        return FITS
    if "controls" in one.attrs:
        return FITS
    return Fault(certain=False)


def _length(source: str) -> float | None:
    match = _PART.search(source)
    if match is None or not match[2]:
        return None
    return float(match[2]) - float(match[1] or 0)


def controlled(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A film or a sound can be stopped."""
    if not _sources(one):
        return SKIPPED
    return FITS if "controls" in one.attrs else Fault(certain=False)


REQUIREMENTS = {
    "captions": captioned,
    "another way to be told": described,
    "no sound by itself": quiet,
    "controls": controlled,
}
