"""Sentence splitters on the hand-labelled cases: how many are right, and how long they take.

Run by hand: `pip install pysbd sentencex nupunkt`, then `python -m tests.bench.splitters`.
"""

import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from auditor.stops import sentences

_CASES = Path(__file__).parent.parent / "text"


def splitters() -> dict[str, Callable[[str], list[str]]]:
    """Ours and those that are installed."""
    found: dict[str, Callable[[str], list[str]]] = {
        "ours": lambda text: [span.of(text) for span in sentences(text)]
    }
    for name, make in (
        ("pysbd", lambda m: m.Segmenter(language="en", clean=False).segment),
        ("sentencex", lambda m: lambda text: m.segment("en", text)),
        ("nupunkt", lambda m: m.sent_tokenize),
    ):
        try:
            found[name] = make(import_module(name))
        except ImportError:
            print(f"{name}: not installed")
    return found


def main() -> None:
    for name in ("sentences-development", "sentences-held-out"):
        cases: list[dict[str, Any]] = yaml.safe_load((_CASES / f"{name}.yaml").read_text("utf-8"))
        for splitter, split in splitters().items():
            split("A. B.")
            start = time.perf_counter()
            right = sum(
                [piece.strip() for piece in split(case["text"]) if piece.strip()]
                == case["sentences"]
                for case in cases
            )
            took = 1000 * (time.perf_counter() - start)
            print(f"{name:24} {splitter:10} {right:4} of {len(cases)} right, {took:7.1f} ms")


if __name__ == "__main__":
    main()
