"""The other process: a PDF on standard input, its pages as JSON on standard output.

Memory and time are bounded here, before a byte is read. What cannot be read is `{"error": …}`.
"""

import contextlib
import json
import sys
from dataclasses import asdict

from auditor.pdfium.apart import MEGABYTES, SECONDS


def main() -> None:
    """Read one file."""
    with contextlib.suppress(ImportError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the draft
    from auditor.errors import DocumentError
    from auditor.pdfium.reading import read

    try:
        said = asdict(read(sys.stdin.buffer.read()))
    except DocumentError as error:
        said = {"error": str(error)}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
