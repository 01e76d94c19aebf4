"""As a sheet, which can be read again as a glossary."""

import csv
import io
from collections.abc import Sequence

from auditor.render.csv import safe
from auditor.render.glossary.entry import Entry

NAME = "csv"
WORDS = "CSV, for spreadsheets"
MEDIA_TYPE = "text/csv"
EXTENSION = "csv"


def render(entries: Sequence[Entry]) -> str:
    """A row of column names, then one for each entry."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("term", "definition", "source"))
    for one in entries:
        writer.writerow((safe(one.term), safe(one.definition), one.source))
    return out.getvalue()
