"""Has a PDF read in a process of its own, so that no file can take this one down.

A few hundred kilobytes of PDF can hold gigabytes, and pdfium has no limit of its own.
"""

import json
import subprocess
import sys
from typing import Any

from auditor.errors import DocumentError
from auditor.pdfium.pages import Figure, Line, Page, Pdf, Tag

MEGABYTES = 1024  # address space of the other process
SECONDS = 60  # of processor time
_WAIT = 2 * SECONDS
_BEYOND = (
    "the PDF takes too much memory or time to be read; make it again from its source, or split it"
)


def read(data: bytes) -> Pdf:
    """The pages of a PDF; raises DocumentError when it cannot be read."""
    try:
        # -P: nothing is imported from the folder that we happen to stand in.
        done = subprocess.run(
            [sys.executable, "-P", "-m", "auditor.pdfium"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it could quote the draft
            timeout=_WAIT,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise DocumentError(_BEYOND) from error
    said = json.loads(done.stdout)
    if "error" in said:
        raise DocumentError(said["error"])
    return Pdf(**{**said, "pages": [_page(one) for one in said["pages"]]})


def _page(said: dict[str, Any]) -> Page:
    return Page(
        [Line(**one) for one in said["lines"]],
        {
            int(mark): Tag(
                one["order"], one["name"], tuple((name, number) for name, number in one["around"])
            )
            for mark, one in said["tags"].items()
        },
        [Figure(**one) for one in said["figures"]],
        said["height"],
        said["is_picture"],
    )
