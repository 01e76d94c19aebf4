"""The lexicon: medical terms, the forms they are written in, and what they mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from auditor.model import Term
from auditor.phrases import Phrases
from auditor.spelling import other_spellings


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a term; `exact` holds an abbreviation, whose capitals count: ME, not me."""

    text: str
    term: Term
    exact: str = ""

    def is_written(self, words: str) -> bool:
        """Whether `words`, found by their letters alone, are this form."""
        return (
            not self.exact
            or words == self.exact
            or (words.upper() == self.exact.upper() and sum(char.isupper() for char in words) > 1)
        )


@dataclass(frozen=True)
class Lexicon:
    """Terms that a reader may not know; `digest` names this set of terms for version stamps.

    `known` holds the short forms that nearly every reader knows, such as NHS; `own` the names of
    the terms that an organisation's glossary explains, which stands at `glossary`.
    """

    terms: tuple[Term, ...] = ()
    digest: str = ""
    known: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    glossary: str = ""

    def joined(self, terms: Sequence[Term], glossary: str) -> "Lexicon":
        """These terms with an organisation's own, whose names and definitions come first.

        A term that both have keeps all its forms, and stays known to many where it is here.
        """
        claimed = {form.lower() for term in terms for form in _written(term)}
        taken: set[str] = set()
        own: list[Term] = []
        for term in terms:
            ours = self._same(term)
            if ours is None or ours.term in taken:
                own.append(term)
                continue
            taken.add(ours.term)
            rest = [form for form in (ours.term, *ours.variants) if form.lower() not in claimed]
            short = [form for form in ours.abbreviations if form.lower() not in claimed]
            own.append(
                replace(
                    ours,
                    term=term.term,
                    definition=term.definition,
                    variants=(*term.variants, *rest),
                    abbreviations=(*term.abbreviations, *short),
                )
            )
        names = frozenset(term.term for term in own)
        others = (term for term in self.terms if term.term not in taken)
        return replace(self, terms=(*own, *others), own=names, glossary=glossary)

    def _same(self, term: Term) -> Term | None:
        """The term here that another one is, by any of its forms."""
        for form in _written(term):
            found = self.by_form.get(form.lower())
            if found is not None:
                short = next((a for a in found.abbreviations if a.lower() == form.lower()), form)
                if short == form:
                    return found
        return None

    @cached_property
    def forms(self) -> Phrases[Form]:
        """Every form of every term, to be found in one pass."""
        return Phrases((form.text, form) for term in self.terms for form in _forms(term))

    @cached_property
    def by_form(self) -> dict[str, Term]:
        """Terms by their lower-case forms; the first term that has a form counts."""
        found: dict[str, Term] = {}
        for term in self.terms:
            for form in _forms(term):
                found.setdefault(form.text.lower(), term)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """Every single word of every form, lower case: none of them is a spelling mistake."""
        return frozenset(
            word
            for form in self.by_form
            for word in (form, *form.replace("-", " ").replace("’", "'").split())
        )


def _written(term: Term) -> tuple[str, ...]:
    return (term.term, *term.variants, *term.abbreviations)


def _forms(term: Term) -> Iterator[Form]:
    for text in (term.term, *term.variants):
        if text.endswith(" test"):
            yield Form(text + "ing", term)
        for spelled in dict.fromkeys((text, *_spellings(text))):
            yield Form(spelled, term)
            for plural in plurals(spelled):
                yield Form(plural, term)
    for short in term.abbreviations:
        yield Form(short, term, short)
        yield Form(short + "s", term, short + "s")


_SMALL = frozenset("a an the i are see mean".split())  # after a final s is cut
_LETTERS = re.compile(r"[^\W_]+")


def says_itself(term: str, definition: str) -> bool:
    """Whether a definition only says its own term again: "A biopsy is a biopsy"."""
    own, said = content(term), content(definition)
    return not said or all(said[at : at + len(own)] == own for at in range(0, len(said), len(own)))


def content(words: str) -> tuple[str, ...]:
    """What two ways to write a term have in common: no case, no final s, no little words."""
    found = [word.lower().removesuffix("s") for word in _LETTERS.findall(words)]
    return tuple(word for word in found if word not in _SMALL) or tuple(found)


_SHORT = 6  # letters; shorter words are too easily other words in the other spelling


def _spellings(phrase: str) -> Iterator[str]:
    """The phrase with the first of its long words that has one in its other spelling."""
    words = phrase.split(" ")
    for at, word in enumerate(words):
        if len(word) < _SHORT:
            continue
        for other in other_spellings(word.lower()):
            yield " ".join((*words[:at], other, *words[at + 1 :]))


_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "foot": "feet"}


def plurals(phrase: str) -> Iterable[str]:
    """The regular plurals of a phrase, made on its last word; Latin ones too where usual."""
    head, space, last = phrase.rpartition(" ")
    stem = head + space
    lower = last.lower()
    if not last or not last[-1].isalpha():
        return
    if lower in _IRREGULAR:
        yield stem + _IRREGULAR[lower]
    elif lower.endswith(("s", "x", "z", "ch", "sh")):
        if not lower.endswith("ss") and len(lower) > 3 and lower.endswith("sis"):
            yield stem + last[:-2] + "es"
        yield phrase + "es"
    elif lower.endswith("y") and lower[-2:-1] not in "aeiou":
        yield stem + last[:-1] + "ies"
    else:
        yield phrase + "s"
