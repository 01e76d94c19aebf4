"""Whether a rule does what its own examples say: the test of every rule, ours or brought along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from auditor import pipeline
from auditor.library import Library
from auditor.model import Example, Profile, Rule
from auditor.pipeline import Tools

_PASSED = ("passed", "inapplicable", "cantTell")


def failures(rule: Rule, library: Library, tools: Tools, locale: str = "en-GB") -> Iterator[str]:
    """One sentence for each example that does not do what it says."""
    profile = Profile(
        "example",
        "Example",
        "",
        locale,
        "general",
        (rule,),
        {},
        "error",
        settled=frozenset({rule.id}),
    )
    for example in rule.passing:
        quotes, status = _found(example, profile, library, tools)
        if quotes or status not in _PASSED:
            yield f"{rule.id}: this should pass but does not ({status}, {quotes}): {example.text}"
    for example in rule.failing:
        quotes, status = _found(example, profile, library, tools)
        if status not in ("failed", "cantTell") or not quotes:
            yield f"{rule.id}: this should fail but is {status}: {example.text}"
        elif example.marks and example.marks not in quotes:
            yield f"{rule.id}: ‘{example.marks}’ should be marked, not {quotes}: {example.text}"
    for wanted, examples in (("cantTell", rule.unsure), ("inapplicable", rule.inapplicable)):
        for example in examples:
            quotes, status = _found(example, profile, library, tools)
            if status != wanted:
                yield f"{rule.id}: this should be {wanted} but is {status}: {example.text}"


def _found(
    example: Example, profile: Profile, library: Library, tools: Tools
) -> tuple[list[str], str]:
    report = pipeline.run(
        example.text.encode(),
        "example",
        example.media_type,
        profile=profile,
        library=replace(library, sources=[]),
        tools=tools,
        today=date.fromisoformat(example.today),
    )
    return [finding.quote for finding in report.findings], report.outcomes[0].status
