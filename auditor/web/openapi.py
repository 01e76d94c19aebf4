"""The parts of the API's description that the views cannot say: bodies and the format key."""

from typing import Any

from apiflask import APIFlask
from pydantic.json_schema import models_json_schema

from auditor.render import FORMATS
from auditor.web.messages import Accepted, AuditIn, AuditOut, FileIn, Problem

_AUDITS = "/api/v1/audits"
_REF = "#/components/schemas/{model}"
_SHAPES = (Accepted, AuditIn, AuditOut, FileIn, Problem)


def describe(app: APIFlask) -> None:
    """Complete the description that is made from the code."""
    app.config["INFO"] = {
        "description": "Check patient texts from your own programs.",
        "license": {"name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"},
    }
    app.spec_processor(_completed)


def _completed(spec: Any) -> Any:
    _, shapes = models_json_schema([(each, "validation") for each in _SHAPES], ref_template=_REF)
    spec.setdefault("components", {}).setdefault("schemas", {}).update(shapes["$defs"])
    form = spec["components"]["schemas"]["FileIn"]
    file = {"type": "string", "format": "binary", "description": "The document."}
    form["properties"] = {"file": file, **form["properties"]}
    form["required"] = ["file"]
    spec["paths"][_AUDITS]["post"]["requestBody"] = {
        "required": True,
        "content": {
            "application/json": {"schema": {"$ref": _REF.format(model="AuditIn")}},
            "multipart/form-data": {"schema": {"$ref": _REF.format(model="FileIn")}},
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
