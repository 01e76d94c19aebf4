"""`denominator`: chances that are compared, but told out of different numbers of people."""

import re

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule, Span

KIND = "denominator"
NEEDS: tuple[str, ...] = ()
FIELDS: dict[str, Field] = {}

_CHANCE = re.compile(
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|out of)(?: every)? "
    r"(?P<of>\d[\d,]*|ten|twenty|fifty|a hundred|a thousand|a million)\b(?! ?(?:days|weeks|months|years))",
    re.IGNORECASE,
)
_WORDS = {"ten": 10, "twenty": 20, "fifty": 50, "a hundred": 100, "a thousand": 1000,
          "a million": 1_000_000}  # fmt: skip


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit from the first to the last chance of a block whose chances have different second
    numbers.
    """
    found = False
    hits: list[Hit] = []
    for block in document.scoped(rule.scope):
        chances = list(_CHANCE.finditer(document.text, block.span.start, block.span.end))
        found = found or bool(chances)
        numbers = {_number(chance.group("of")) for chance in chances}
        if len(numbers) > 1:
            span = Span(chances[0].start(), chances[-1].end())
            said = " and ".join(f"{number:,}" for number in sorted(numbers))
            hits.append(Hit(span, {"match": span.of(document.text), "numbers": said}))
    return hits if found else Inapplicable("the text gives no chances such as 1 in 100")


def _number(text: str) -> int:
    return _WORDS.get(text.lower()) or int(text.replace(",", ""))
