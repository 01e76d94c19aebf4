"""Runs what the rules need, and nothing else; a failure becomes `Unavailable` with its reason."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.checks import KINDS
from auditor.errors import ToolError
from auditor.facts import FACTS
from auditor.facts.context import Context
from auditor.model import Document, Rule, Unavailable

Tool = Callable[[Document, Context], Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of evidence to gather, by name; tools come last because they are slow."""

    name: str
    is_tool: bool


def plan(rules: Iterable[Rule], beside: Iterable[str] = ()) -> list[Step]:
    """The facts, in the order of what they need, then the tools that the rules want.

    `beside` names facts and tools that no rule needs, but the measures show.
    """
    steps: dict[str, Step] = {}

    def add(name: str) -> None:
        if name in steps:
            return
        if name in FACTS:
            for needed in FACTS[name].NEEDS:
                add(needed)
        steps[name] = Step(name, name not in FACTS)

    for kind in sorted({rule.extends for rule in rules}):
        for name in KINDS[kind].NEEDS:
            add(name)
    for name in beside:
        add(name)
    return sorted(steps.values(), key=lambda step: step.is_tool)


def gather(
    step: Step,
    document: Document,
    context: Context,
    tools: Mapping[str, Tool],
    evidence: Mapping[str, Any],
) -> Any:
    """The value of one step, or `Unavailable`."""
    if not step.is_tool:
        fact = FACTS[step.name]
        missing = next(
            (evidence[n] for n in fact.NEEDS if isinstance(evidence[n], Unavailable)), None
        )
        return missing or fact.compute(document, context, {n: evidence[n] for n in fact.NEEDS})
    tool = tools.get(step.name)
    if tool is None:
        return Unavailable(step.name, f"the tool ‘{step.name}’ is turned off or not set up here")
    try:
        return tool(document, context)
    except ToolError as error:
        return Unavailable(step.name, str(error))
