"""The report itself, whole: what the store keeps, and what other programs should read.

The schema of one report stands beside this module, in `report.schema.json`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from auditor.model import Report, Verdict
from auditor.render.words import verdict_of

NAME = "json"
MEDIA_TYPE = "application/json"
EXTENSION = "json"
SCHEMA_VERSION = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Several:
    """None or several reports in one file, under the worst of their verdicts."""

    schema_version: int
    verdict: Verdict
    reports: tuple[Report, ...]


_REPORT = TypeAdapter(Report)
_SEVERAL = TypeAdapter(Several)


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """One report as it is; none or several as a list, under the worst of their verdicts."""
    if len(reports) == 1:
        return to_json(reports[0])
    several = Several(SCHEMA_VERSION, verdict_of(reports), tuple(reports))
    return _SEVERAL.dump_json(several, indent=2).decode() + "\n"


def to_json(report: Report) -> str:
    """The report as indented JSON, keys in the order in which the types declare them."""
    return _REPORT.dump_json(report, indent=2).decode() + "\n"


def from_json(text: str) -> Report:
    """The report that `to_json` wrote; raises ValueError, without its text, if it is not one."""
    try:
        return _REPORT.validate_json(text, strict=True)
    except ValidationError as error:
        places = {".".join(str(part) for part in each["loc"]) for each in error.errors()}
        where = ", ".join(sorted(places)[:3]) or "the first line"
    raise ValueError(f"this is not a report of ours: look at {where}")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one report; every key is always there, and no others are."""
    made = _REPORT.json_schema(mode="serialization")
    types = dict(sorted(made.pop("$defs").items()))
    for each in (made, *types.values()):
        _close(each)
    return {"$schema": DIALECT, **made, "title": "Auditor report", "$defs": types}


def _close(made: dict[str, Any]) -> None:
    """Say of one object type that all its keys are required and that it has no others."""
    for each in made["properties"].values():
        each.pop("title", None)
        each.pop("default", None)
    made["required"] = list(made["properties"])
    made["additionalProperties"] = False
    made["description"] = " ".join(made["description"].split())
