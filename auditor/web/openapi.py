"""The parts of the API's description that the views cannot say: bodies and the format key."""

from typing import Any

from apiflask import APIFlask

from auditor.render import FORMATS
from auditor.web.messages import AuditIn, FileIn

_AUDITS = "/api/v1/audits"


def describe(app: APIFlask) -> None:
    """Complete the description that is made from the code."""
    app.config["INFO"] = {
        "description": "Check patient texts from your own programs.",
        "license": {"name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"},
    }
    app.spec_processor(_completed)


def _completed(spec: Any) -> Any:
    form = FileIn.model_json_schema()
    file = {"type": "string", "format": "binary", "description": "The document."}
    form["properties"] = {"file": file, **form["properties"]}
    form["required"] = ["file"]
    spec["paths"][_AUDITS]["post"]["requestBody"] = {
        "required": True,
        "content": {
            "application/json": {"schema": AuditIn.model_json_schema()},
            "multipart/form-data": {"schema": form},
        },
    }
    spec["paths"][f"{_AUDITS}/{{audit_id}}"]["get"]["parameters"] += [
        {
            "name": "format",
            "in": "query",
            "description": "The format of the report.",
            "schema": {"type": "string", "enum": sorted(FORMATS)},
        }
    ]
    return spec
