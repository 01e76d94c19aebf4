"""Write the goldens and the report's schema anew, after a change that was meant.

From the top of the checkout: `python -m tests.render.rewrite`; then read the difference.
"""

import json
from pathlib import Path

from auditor import render
from auditor.render import json as json_format
from tests.render.shared import REPORTS

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = Path(json_format.__file__).with_name("report.schema.json")
ELSEWHERE = {"html"}


def main() -> None:
    for name, module in render.FORMATS.items():
        if name not in ELSEWHERE:
            text = module.render(REPORTS)
            (GOLDEN / f"{name}.{module.EXTENSION}").write_bytes(text.encode())
    schema = json.dumps(json_format.schema(), indent=2, ensure_ascii=False) + "\n"
    SCHEMA.write_bytes(schema.encode())


if __name__ == "__main__":
    main()
