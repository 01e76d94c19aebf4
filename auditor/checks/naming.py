"""`naming`: one thing under two names, and a name that changes its form on the way."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from auditor.checks.field import Field
from auditor.facts.explanations import Explained
from auditor.facts.mentions import Mention
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule

KIND = "naming"
NEEDS: tuple[str, ...] = ("explanations",)
FIELDS = {
    "problem": Field(Literal["two names", "two forms"], about="what is wrong with the name"),
}
_LEAST_USES = 2  # of each name: one use may be the place where the text says that both are one
_SAME_ROOT = 0.6  # of the shorter name: inflamed, inflammation
# "a T-cell count": a hyphen before another noun is right.
_DESCRIBES = re.compile(r"(?:.*\s)?\S*-[^\s-]*[^\s-](?<!s) [a-z]\Z", re.DOTALL)

Uses = Mapping[str, list[Mention]]


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on the first use of each name or form besides the one used most."""
    terms: tuple[Explained, ...] = evidence["explanations"]
    known = [one for one in terms if one.source == "lexicon"]
    if not known:
        return Inapplicable("we found no term that may be written in several ways")
    problem = _PROBLEMS[rule.params["problem"]]
    return [hit for one in known for hit in problem(one, document)]


def _names(one: Explained, document: Document) -> Iterator[Hit]:
    """Names that differ by more than an ending, each used more than once."""
    uses = _grouped(one, document, _name)
    often = {name: found for name, found in uses.items() if len(found) >= _LEAST_USES}
    main = _main(often)
    for name, found in often.items():
        if name != main and not _are_alike(name, main):
            yield _hit(found[0], often[main][0], document)


def _forms(one: Explained, document: Document) -> Iterator[Hit]:
    """The same name with a hyphen, with a space or in one word, but "a T-cell count"."""
    uses = _grouped(one, document, _form)
    by_name: dict[str, dict[str, list[Mention]]] = {}
    for form, found in uses.items():
        by_name.setdefault(_name(form), {})[form] = found
    for forms in by_name.values():
        main = _main(forms)
        for form, found in forms.items():
            if form != main and not _differs_in_case_only(form, main):
                yield _hit(found[0], forms[main][0], document)


def _grouped(
    one: Explained, document: Document, key: Callable[[str], str]
) -> dict[str, list[Mention]]:
    """The uses of a term in its full names, by `key`; letters such as ECG are no name."""
    term = one.term
    full = {_name(form) for form in (term.term, *term.variants) if not _is_letters(form)}
    found: dict[str, list[Mention]] = {}
    for mention in one.mentions:
        written = mention.span.of(document.text)
        describes = _DESCRIBES.match(document.text, mention.span.start, mention.span.end + 2)
        block = document.blocks[mention.block]
        if _name(written) in full and block.region == "content" and not describes:
            found.setdefault(key(written), []).append(mention)
    return found


def _main(uses: Uses) -> str:
    return max(uses, key=lambda name: len(uses[name]), default="")


def _name(written: str) -> str:
    """What names have in common when case, hyphen, plural or spelling differ."""
    letters = re.sub(r"\W+", "", written.lower()).replace("ae", "e").replace("oe", "e")
    return letters.removesuffix("s").removesuffix("ie").removesuffix("y").replace("our", "or")


def _form(written: str) -> str:
    """A name without its plural; hyphens and spaces stay."""
    plain = re.sub(r"[-‐‑]", "-", " ".join(written.split()))
    return (plain if _is_letters(plain) else plain.lower()).removesuffix("s")


def _is_letters(form: str) -> bool:
    return sum(char.isupper() for char in form) > 1 and " " not in form


def _differs_in_case_only(form: str, main: str) -> bool:
    """Or in its spelling, which another rule is about."""
    return re.sub(r"[^-\s]+", "", form) == re.sub(r"[^-\s]+", "", main)


def _are_alike(name: str, other: str) -> bool:
    """Whether one is short for the other, or both are made from one word."""
    start = int(_SAME_ROOT * min(len(name), len(other))) + 1
    return name in other or other in name or name[:start] == other[:start]


def _hit(mention: Mention, other: Mention, document: Document) -> Hit:
    values = {
        "match": mention.span.of(document.text),
        "other": other.span.of(document.text),
    }
    return Hit(mention.span, values, certain=False)


_PROBLEMS: dict[str, Callable[[Explained, Document], Iterator[Hit]]] = {
    "two names": _names,
    "two forms": _forms,
}
