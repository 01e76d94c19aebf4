"""The shapes of the API: what is sent and what comes back. Keys we do not know are errors."""

import json
from datetime import date
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from auditor.errors import UsageError


class AuditIn(BaseModel):
    """A text to check, or the address of a page."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str | None = Field(None, min_length=1, description="The text itself.")
    address: str | None = Field(
        None, min_length=1, max_length=2000, description="Or the web address to fetch it from."
    )
    name: str = Field("", max_length=300, description="Its name; the ending tells its format.")
    media_type: str = Field("", description="Its format, such as text/markdown.")
    profile: str = Field("", description="Who it is for; see the page of profiles.")
    document_class: str = Field("", description="What it is, such as medicine; empty: we guess.")
    today: date | None = Field(None, description="The date that review dates are held to.")


class FileIn(BaseModel):
    """What stands beside a file."""

    model_config = ConfigDict(extra="forbid", strict=True)

    media_type: str = Field("", description="Its format; without it, the file's ending tells.")
    profile: str = Field("", description="Who it is for; see the page of profiles.")
    document_class: str = Field("", description="What it is, such as medicine; empty: we guess.")
    today: date | None = Field(None, description="The date that review dates are held to.")


class Accepted(BaseModel):
    """Where to look for the audit."""

    id: str
    status: Literal["queued"] = "queued"
    url: str = Field(description="The address to ask again.")


class AuditOut(BaseModel):
    """An audit as it stands now."""

    id: str
    name: str
    status: Literal["queued", "running", "done", "failed"]
    stage: str = Field(description="What is being done now, in words.")
    steps_done: int
    steps_total: int
    profile: str
    verdict: Literal["", "pass", "fail", "incomplete"] = Field(description="Empty until done.")
    error: str = Field(description="Why it failed, in one sentence.")
    url: str
    page: str = Field(description="The address of the result page.")
    reports: dict[str, str] = Field(description="The report's address in each format, once done.")


class ProblemField(BaseModel):
    """One key to put right."""

    field: str
    detail: str


class Problem(BaseModel):
    """An error, after RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = Field(description="What happened and what to do, in plain words.")
    errors: list[ProblemField] = Field(default_factory=list)


class BodyRefused(UsageError):
    """The body of a request cannot be used; `errors` names each key that is wrong."""

    def __init__(self, errors: list[ProblemField]) -> None:
        super().__init__(errors[0].detail)
        self.errors = errors


Body = TypeVar("Body", bound=BaseModel)


def read_json(kind: type[Body], data: bytes) -> Body:
    """The body as `kind`; raises BodyRefused with one sentence for each key that is wrong."""
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        names = list(kind.model_fields)
        refused = [
            ProblemField(field=str((*one["loc"], "")[0]), detail=_sentence(one, names))
            for one in error.errors(include_url=False, include_context=False, include_input=False)
        ]
    raise BodyRefused(refused)


def read_fields(kind: type[Body], fields: dict[str, str]) -> Body:
    """The same for the fields of a form."""
    return read_json(kind, json.dumps(fields).encode())


def _sentence(error: ErrorDetails, names: list[str]) -> str:
    """What is wrong with one key, without what was sent."""
    name = str((*error["loc"], "")[0])[:40]
    known = f"{', '.join(names[:-1])} and {names[-1]}"
    if error["type"] == "json_invalid":
        return "The body is not JSON; check its quotes and commas."
    if error["type"] in ("model_type", "model_attributes_type", "dict_type"):
        return f"The body must be one JSON object with the keys {known}."
    if error["type"] == "extra_forbidden":
        return f"We do not know the key ‘{name}’; the keys are {known}."
    if error["type"] == "missing":
        return f"The key ‘{name}’ is needed."
    if error["type"] == "string_too_short":
        return f"The key ‘{name}’ is empty; put the text there."
    if error["type"].startswith("date"):
        return f"The key ‘{name}’ must be a date such as 2026-11-22."
    return f"The key ‘{name}’ cannot be used: {error['msg'].lower()}."
