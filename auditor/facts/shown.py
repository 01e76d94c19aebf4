"""What the site itself shows of the terms in its organisation's glossary: tooltips, and links to it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from auditor.facts.context import Context
from auditor.facts.definitions import Names, Status, strength_in_list
from auditor.facts.mentions import Mention
from auditor.facts.page import Page
from auditor.facts.uses import Use

Found = tuple[Status, str]
_LISTS = re.compile(
    r"(?:.*[-_])?(?:glossary|glossaries|dictionary|jargon(?:[-_]?buster)?|definitions?|a-(?:to-)?z|"
    r"(?:medical|key|hard|useful)[-_](?:words|terms)|words[-_]to[-_]know)(?:[-_].*)?"
)
_SPARE = 24  # characters of a link besides the term


def found(page: Page, use: Use, first: Mention, context: Context) -> Iterator[Found]:
    """Status and words of what is shown: with tooltips everywhere, else where a link stands."""
    if use.source != "lexicon" or use.term.term not in context.lexicon.own:
        return
    told = strength_in_list(use.term.definition, Names((use.term.term,), use.term.abbreviations))
    if told is None:
        return
    if context.profile.tooltips:
        yield told, use.term.definition
        return
    for mention in use.mentions:
        for span, target in page.outward.at(mention.span):
            short = len(span) <= len(mention.span) + _SPARE
            if short and leads_to(target, context.lexicon.glossary):
                near = mention.span.start <= first.span.start or told != "explained"
                yield (told if near else "explained late"), use.term.definition


def leads_to(target: str, glossary: str) -> bool:
    """Whether a link leads to the glossary: its address, its file, or a page called like one."""
    if target.partition("#")[0].rstrip("/") == glossary.partition("#")[0].rstrip("/"):
        return True
    own = _stem(urlsplit(glossary).path)
    own = "" if own in ("index", "default") else own
    steps = [_stem(step) for step in unquote(urlsplit(target).path).lower().split("/") if step]
    return any(step == own or _LISTS.fullmatch(step) for step in steps)


def _stem(path: str) -> str:
    name = path.rstrip("/").rpartition("/")[2].lower()
    return name.rpartition(".")[0] or name
