"""Languages: that the page and its parts say theirs, that it is one, and that it is the right one."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from langcodes import Language
from langcodes.tag_parser import LanguageTagError

from auditor.facts.language import LEAST_SHARE, NAMES, SMALL
from auditor.markup.names import name
from auditor.markup.page import Element, Page
from auditor.markup.shown import exposed, visible
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW = 8  # words: of fewer, no program can say the language
_ENOUGH = 20
_SURE = 0.95
_CERTAIN = 0.99
_WELL_KNOWN = frozenset("cs cy da de el en es fi fr hu it nl no pl pt ro ru sv tr uk".split())
_PICTURES = ("img", "area")
_LETTERS = (
    (re.compile(r"[\u0400-\u04ff]"), "a language in Cyrillic letters"),
    (re.compile(r"[\u0600-\u06ff]"), "Arabic, Urdu or Persian"),
    (re.compile(r"[\u0900-\u0dff]"), "a language of India"),
    (re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"), "Chinese, Japanese or Korean"),
    (re.compile(r"[\u0370-\u03ff]"), "Greek"),
    (re.compile(r"[\u0590-\u05ff]"), "Hebrew"),
)
_LATIN = frozenset(
    "af ca cs cy da de en es et eu fi fr ga gd gl hr hu id is it la lt lv ms mt nb nl nn no pl pt ro "
    "sk sl so sq sv sw tl tr vi zu".split()
)


def primary(tag: str) -> str:
    """The language subtag in small letters, or "" when it is in no register of languages."""
    first = tag.partition("-")[0].strip().lower()
    if not re.fullmatch(r"[a-z]{2,3}|[a-z]{5,8}", first):
        return ""
    try:
        return first if Language.get(first, normalize=False).is_valid() else ""
    except (LanguageTagError, ValueError):
        return ""


def given(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page says its language."""
    if one.page.document.media_type == "application/xhtml+xml" and one.get("xml:lang"):
        return FITS
    return wanted(bool(one.get("lang")))


def known(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The language that the page says is one."""
    if not one.get("lang"):
        return SKIPPED
    return wanted(bool(primary(one.attrs["lang"])), value=one.get("lang")[:30])


def said_once(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """`lang` and `xml:lang` say the same language."""
    first, second = one.attrs.get("lang", ""), one.get("xml:lang")
    if not primary(first) or not second:
        return SKIPPED
    same = primary(first) == second.partition("-")[0].lower()
    return wanted(same, value=first.strip()[:30], other=second[:30])


def page_language_right(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page is in the language that it says."""
    said = primary(one.attrs.get("lang", ""))
    return _judged(" ".join(_texts(one, skip_parts=False)), said) if said else SKIPPED


def part_known(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The language that a part of the page says is one."""
    if one.name in ("html", "head") or not one.attrs["lang"] or not _has_text(one):
        return SKIPPED
    if one.page.is_whole and one.inside("head"):
        return SKIPPED
    return wanted(bool(primary(one.attrs["lang"])), value=one.attrs["lang"][:30])


def part_language_right(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A part of the page is in the language that it says."""
    said = primary(one.attrs["lang"])
    if one.name in ("html", "head") or not said or not _has_text(one) or one.inside("head"):
        return SKIPPED
    return _judged(" ".join(_texts(one)), said)


def part_said(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A paragraph in another language than the page says so."""
    text = one.text
    page = _language_above(one)
    if len(text) < 40 or "lang" in one.attrs or not page:
        return SKIPPED
    if one.index in _with_parts(one.page):
        return SKIPPED
    script = _script(text)
    if script:
        if page in _LATIN:
            return Fault({"language": script})
        return FITS
    words = _WORD.findall(text)
    if len(words) < _ENOUGH or (page == "en" and _english(words)):
        return FITS
    found, sure = guess(text)
    if found == page or found not in _WELL_KNOWN or sure < _CERTAIN:
        return FITS
    return Fault({"language": NAMES.get(found, "another language")}, certain=False)


def _language_above(one: Element) -> str:
    """The language of the nearest element that says one; English where the document says none.

    Kept at each element on the way up: a page may be thousands of elements deep.
    """
    said, passed = primary(one.page.document.language or "en"), []
    for other in one.ancestors():
        if "lang" in other.attrs:
            said = primary(other.attrs["lang"])
            break
        if "language" in other.known:
            said = other.known["language"]
            break
        passed.append(other)
    for other in passed:
        other.known["language"] = said
    return said


def _with_parts(page: Page) -> set[int]:
    """The numbers of the elements that hold one that says its language."""
    known: set[int] | None = page.known.get("with languages")
    if known is None:
        known = page.known["with languages"] = set()
        for one in page.having("lang"):
            for other in one.ancestors():
                if other.index in known:
                    break
                known.add(other.index)
    return known


def _judged(text: str, said: str) -> Verdict:
    words = _WORD.findall(text)
    script = _script(text)
    if script and said in _LATIN:
        return Fault({"language": script, "value": said})
    if len(words) < _FEW:
        return UNSURE
    if said == "en" and _english(words):
        return FITS
    found, sure = guess(text)
    if found == said:
        return FITS if len(words) >= _ENOUGH and sure >= _SURE else UNSURE
    if len(words) < _ENOUGH or sure < _SURE:
        return UNSURE
    certain = sure >= _CERTAIN and {said, found} <= _WELL_KNOWN
    return Fault({"language": NAMES.get(found, "another language"), "value": said}, certain=certain)


def _english(words: list[str]) -> bool:
    """Whether a text is full of the small words of English."""
    small = sum(word.lower() in SMALL for word in words)
    return small >= LEAST_SHARE * len(words)


def guess(text: str) -> tuple[str, float]:
    """The language that py3langid takes a text to be in, and how sure it is, from 0 to 1."""
    from py3langid import rank

    ranked = rank(text[:3000])
    code, best = ranked[0]
    return str(code), 1 / sum(math.exp(max(-700.0, score - best)) for _, score in ranked)


def _script(text: str) -> str:
    """The language that most letters belong to, where they are not Latin; else ""."""
    letters = sum(letter.isalpha() for letter in text[:2000])
    for pattern, language in _LETTERS:
        if letters and len(pattern.findall(text[:2000])) > letters / 2:
            return language
    return ""


def _has_text(one: Element) -> bool:
    return any(True for text in _texts(one) if text.strip())


def _texts(one: Element, skip_parts: bool = True) -> Iterator[str]:
    """The texts, and pictures' texts, whose language the element says."""
    waiting: list[Element | str] = [one]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        if part is not one and skip_parts and "lang" in part.attrs:
            continue
        if part.name in ("script", "style", "head", "template") or part.foreign:
            continue
        if part.name in _PICTURES:
            if exposed(part) and name(part):
                yield name(part)
            continue
        inner = list(part.contents())
        if not visible(part) and not exposed(part):
            inner = [other for other in inner if not isinstance(other, str)]
        waiting += reversed(inner)


REQUIREMENTS = {
    "page language": given,
    "a known language": known,
    "one language": said_once,
    "the language of the text": page_language_right,
    "a part's known language": part_known,
    "the language of the part": part_language_right,
    "a language for foreign parts": part_said,
}
