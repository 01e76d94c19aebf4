"""A `Report` as the JSON text that is kept, and back again: nothing is lost on the way."""

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from auditor.errors import StoreError
from auditor.model import Report

_REPORT = TypeAdapter(Report)


def dump_report(report: Report) -> str:
    """The JSON text of `report`; the same report gives the same text."""
    try:
        return _REPORT.dump_json(report).decode()
    except PydanticSerializationError:
        # Its words may quote the draft.
        raise StoreError("The report cannot be kept; send us the file name.") from None


def load_report(text: str) -> Report:
    """The report of a stored JSON text; StoreError if this program cannot read it."""
    try:
        return _REPORT.validate_json(text)
    except ValidationError:
        # Its words quote the draft.
        raise StoreError("The stored report cannot be read; run the audit again.") from None
