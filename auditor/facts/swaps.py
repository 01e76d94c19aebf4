"""The words that a profile's substitutions are about, found for all rules in one pass."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from auditor.facts.context import Context
from auditor.model import Document, Span
from auditor.phrases import Phrases, Together, Tokens

NAME = "swaps"
NEEDS: tuple[str, ...] = ("tokens",)

Swap = tuple[int, Span, Any]  # the block's index, the words, and what the rule has for them


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> dict[str, list[Swap]]:
    """For each substitution by its id, in the order of the text; rules with patterns are not here."""
    rules = [rule for rule in context.profile.rules if isinstance(rule.compiled, Phrases)
             and rule.extends == "substitution"]  # fmt: skip
    found: dict[str, list[Swap]] = {rule.id: [] for rule in rules}
    lists = list(found.values())
    tokens: tuple[Tokens, ...] = evidence["tokens"]
    together = _together(tuple(rule.compiled for rule in rules))
    for index, block in enumerate(document.blocks):
        if block.region == "content":
            for number, span, value in together.find(document.text, tokens[index]):
                lists[number].append((index, span, value))
    return found


@lru_cache(maxsize=8)
def _together(sets: tuple[Phrases[Any], ...]) -> Together[Any]:
    """One index of all sets; a profile's is made once."""
    return Together(sets)
