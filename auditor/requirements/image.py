"""Pictures: that they have a text, that the text is one, and what is decoration."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from auditor.markup.names import content_name, name
from auditor.markup.page import Element
from auditor.markup.roles import (
    NOTHING,
    decorative,
    explicit,
    implicit,
    in_conflict,
    role,
)
from auditor.markup.shown import exposed, visible
from auditor.requirements.named import says_nothing
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted

_PICTURE_FILE = re.compile(
    r"[\w .()%+-]{1,120}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)", re.IGNORECASE
)
_CAMERA = re.compile(
    r"(?:img|dsc|dscn|image|picture|photo|screenshot)[ _-]?\d{1,10}", re.IGNORECASE
)
_OTHER_FILE = re.compile(r"\.(?:html?|php|aspx?|txt)(?:$|[?#])", re.IGNORECASE)
_MEDIA_FILE = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp|avif|mp3|mp4|m4a|m4v|ogg|ogv|wav|webm|swf)(?:$|[?#])",
    re.IGNORECASE,
)
_LONG_TEXT = 150  # code points; a picture told in more is mostly a picture of words


def text_alternative(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A picture has a name, or is said to be decoration."""
    if one.foreign or not _is_picture(one):
        return SKIPPED
    if role(one) == "none" or (decorative(one) and not in_conflict(one)):
        return FITS
    return wanted(bool(name(one)), match=file_of(one))


def drawing_named(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A drawing (SVG) that says it is a picture has a name."""
    if not one.foreign or explicit(one) not in (
        "img",
        "image",
        "graphics-document",
        "graphics-symbol",
    ):
        return SKIPPED
    return wanted(bool(name(one)))


def picture_described(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The text alternative says what the picture shows."""
    if not _is_picture(one) or role(one) == "none" or not visible(one) or not name(one):
        return SKIPPED
    if says_nothing(name(one), keys["words"]):
        return Fault({"match": name(one)[:60]})
    return UNSURE


def file_name(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The text alternative is not the name of the file."""
    said, file = name(one), file_of(one)
    if not said or not (one.name == "img" or one.name == "input"):
        return SKIPPED
    if _PICTURE_FILE.fullmatch(said) or _CAMERA.fullmatch(said):
        return Fault({"match": said[:60]})
    if said.lower() == file.lower() or said.lower() == file.rpartition(".")[0].lower():
        return UNSURE if " " not in said and len(said) < 40 else FITS
    return SKIPPED


def not_repeated(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The text alternative does not say again what stands beside the picture."""
    said = name(one).lower()
    if not said:
        return SKIPPED
    holder = one.inside("a", "figure", "button")
    if holder is None:
        return SKIPPED
    beside = " ".join(holder.text.lower().split())
    return wanted(beside != said, match=said[:60])


def of_words(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The picture is not a picture of text."""
    said = name(one)
    if not said or not visible(one):
        return SKIPPED
    kinds = re.findall(r"[a-z]+", said.lower())
    if len(said) > _LONG_TEXT or any(word in keys["words"] for word in kinds):
        return Fault({"match": said[:60]}, certain=False)
    return FITS


def left_out(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """What screen readers are not told of is decoration."""
    if not visible(one) or any(_silent(other) for other in one.ancestors()):
        return SKIPPED
    if one.name == "img" and not one.get("src") and not one.get("srcset"):
        return SKIPPED
    if exposed(one) and role(one) != "none" and not (one.name == "canvas" and not role(one)):
        return SKIPPED
    return UNSURE


def decoration_kept_out(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """What the author calls decoration is not exposed after all."""
    if not decorative(one):
        return SKIPPED
    if not exposed(one):
        return FITS
    return wanted(not in_conflict(one) or not (implicit(one) or one.name == "img"))


def linked(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A link made of a picture alone says where it goes."""
    pictures = [other for other in one.descendants() if other.name in ("img", "svg")]
    if not pictures or one.text:
        return SKIPPED
    return wanted(bool(name(one)))


def object_named(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """An `object` that shows a picture, a sound or a film has a name."""
    data, kind = one.get("data"), one.get("type").lower()
    if not data or explicit(one) in NOTHING or _OTHER_FILE.search(data) or kind == "text/html":
        return SKIPPED
    if name(one):
        return FITS
    media = kind.startswith(("image/", "audio/", "video/")) or bool(_MEDIA_FILE.search(data))
    return Fault({"match": data.rpartition("/")[2][:60]}, certain=media and not content_name(one))


def file_of(one: Element) -> str:
    """The file that a picture comes from, without its folder."""
    if one.name != "img" and one.name != "input":
        return f"<{one.name}>"
    source = one.get("src").partition("?")[0]
    if source.startswith("data:"):
        return "image"
    return unquote(source.rpartition("/")[2])[:60] or "image"


def _is_picture(one: Element) -> bool:
    said = explicit(one)
    if said and said not in NOTHING:
        return said in ("img", "image")
    return one.name == "img"


def _silent(one: Element) -> bool:
    return one.get("aria-hidden").lower() == "true"


REQUIREMENTS = {
    "text alternative": text_alternative,
    "a drawing's name": drawing_named,
    "a text that tells the picture": picture_described,
    "no file name as text": file_name,
    "no text twice": not_repeated,
    "no picture of words": of_words,
    "only decoration is left out": left_out,
    "decoration stays out": decoration_kept_out,
    "a linked picture's text": linked,
    "an object's name": object_named,
}
