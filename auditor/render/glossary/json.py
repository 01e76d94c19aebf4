"""As JSON, which can be read again as a glossary."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from auditor.render.glossary.entry import Entry

NAME = "json"
WORDS = "JSON"
MEDIA_TYPE = "application/json"
EXTENSION = "json"


def render(entries: Sequence[Entry]) -> str:
    """A list of objects with `term`, `definition` and `source`."""
    return json.dumps([asdict(one) for one in entries], ensure_ascii=False, indent=2) + "\n"
