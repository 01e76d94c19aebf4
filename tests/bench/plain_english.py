"""The plain-English audit as a whole process, beside other linters, on 100 documents.

`python -m tests.bench.plain_english [FOLDER]`: FOLDER may hold `bin` folders with `proselint`,
`write-good` and `alex`; those that are not on the path or there are left out and named. Figures are
medians of the processor time of whole commands, each started anew, on the same folder of documents of 1,000 words.
"""

import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from auditor.settings import settings
from auditor.tools import pronunciation
from tests.plain_english.measure import clean, planted

DOCUMENTS, WORDS, TIMES = 100, 1_000, 3
_ONLY = """\
[rules]
reading = "off"
jargon = "off"
statements = "off"
accessibility = "off"
grammar = "off"
"""
_TEXTSTAT = """\
import sys, pathlib, textstat
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.md")):
    text = path.read_text("utf-8")
    for name in ("flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "gunning_fog",
                 "coleman_liau_index", "automated_readability_index",
                 "dale_chall_readability_score", "linsear_write_formula"):
        getattr(textstat, name)(text)
"""


def write(folder: Path) -> None:
    """The documents: sentences of the development set in an order of their own."""
    sentences = [*clean("clean.txt"), *(one.text for one in planted("planted.tsv"))]
    for number in range(DOCUMENTS):
        chance = random.Random(number)
        lines: list[str] = []
        count = 0
        while count < WORDS:
            some = chance.sample(sentences, 4)
            lines.append(" ".join(some))
            count += sum(len(one.split()) for one in some)
        (folder / f"page-{number:03}.md").write_text("# A page\n\n" + "\n\n".join(lines) + "\n")


def commands(folder: Path, extra: str) -> dict[str, list[str]]:
    """What is timed; a tool that is not there is named on the terminal and left out."""
    files = [str(path) for path in sorted(folder.glob("*.md"))]
    own = Path(sys.executable).with_name("auditor")
    found = {
        "auditor, plain English": [
            str(own), "check", *files, "--languagetool", "off", "--format", "line",
            "--config", str(folder / "auditor.toml"),
        ],
        "textstat, eight metrics": [sys.executable, "-c", _TEXTSTAT, str(folder)],
    }  # fmt: skip
    path = os.pathsep.join([extra, os.environ.get("PATH", "")])
    for name, arguments in (("proselint", ["check"]), ("write-good", []), ("alex", ["--why"])):
        where = shutil.which(name, path=path)
        if where is None:
            print(f"{name} is not installed here, so it is left out.")
        else:
            found[name] = [where, *arguments, *files]
    return found


def _used() -> float:
    """Processor seconds of all processes that have ended: other work does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Write the documents, run every command in turn, print medians and ratios."""
    extra = os.pathsep.join(sys.argv[1:])
    pronunciation.prepare(settings())
    env = {**os.environ, "NLTK_DATA": str(settings().data_dir / "nltk_data")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        (folder / "auditor.toml").write_text(_ONLY)
        taken: dict[str, list[float]] = {}
        told = commands(folder, extra)
        for _ in range(TIMES):
            for label, command in told.items():
                start = _used()
                done = subprocess.run(command, capture_output=True, check=False, env=env)
                taken.setdefault(label, []).append(_used() - start)
                if b"Traceback" in done.stderr:
                    print(f"{label} failed: {done.stderr.decode()[-200:]}")
    ours = statistics.median(taken["auditor, plain English"])
    for label, seconds in taken.items():
        median = statistics.median(seconds)
        print(f"{label:28} {median:7.2f} s   {median / ours:5.2f} of ours")


if __name__ == "__main__":
    main()
