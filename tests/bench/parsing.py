"""What parsing with positions costs, beside the standard library's html.parser on the same page.

`python -m tests.bench.parsing`; every figure is a median of the same run.
"""

import statistics
import time
from collections.abc import Callable
from html.parser import HTMLParser

from auditor.parse import html, media_type_of, parse
from auditor.settings import settings
from tests.parse.make_docx import docx, item
from tests.parse.make_docx import p as word_p
from tests.parse.make_odt import odt
from tests.parse.make_odt import p as odt_p
from tests.parse.make_pdf import Page, pdf

_PART = (
    '<section class="part" id="p{n}"><h2>Part {n}</h2><p>Rest your <b>knee</b> for a week &amp; walk '
    'with a stick. See <a href="/knee/{n}">our page</a>.</p><ul><li>Use ice.</li><li>Raise your leg.'
    "</li></ul></section>\n"
)
_PROSE = (
    "<h2>Day {n}</h2>\n<p>{text} {text} Ask the nurse <strong>{n}</strong> if you are not sure.</p>\n"
    '<p>{text} More is on <a href="/knee/{n}">the page about day {n}</a>. {text} {text}</p>\n'
)
_TEXT = "Your knee may be sore and a little swollen for some days, and that is no cause for worry."


def rows() -> list[str]:
    """The lines of the table."""
    pages = {
        "many short elements": _page(_PART),
        "running text": _page(_PROSE.replace("{text}", _TEXT)),
    }
    sample = (settings().sources_dir / "samples" / "good-leaflet.md").read_text("utf-8")
    body = (sample.partition("---\n\n")[2] * 3).split(" ")
    text = " ".join(body[:800])
    words = [f"Line {n} says that you should rest your knee for a week." for n in range(1000)]
    sheets = []
    for start in range(0, 1000, 40):
        sheet = Page()
        sheet.lines(60, 780, words[start : start + 40])
        sheets.append(sheet)
    files = {
        "text of 800 words": (text.encode(), "t.txt"),
        "Markdown of 800 words": (text.encode(), "t.md"),
        "Word, 1,000 paragraphs": (docx("".join(map(word_p, words)) + item("end")), "t.docx"),
        "OpenDocument, 1,000 paragraphs": (odt("".join(map(odt_p, words))), "t.odt"),
        "PDF, 25 pages, 1,000 lines": (pdf(*sheets), "t.pdf"),
    }
    said = []
    for name, page in pages.items():
        data = page.encode()
        calls = (
            lambda page=page: HTMLParser().feed(page),
            lambda data=data: html.parse(data, "t.html", "text/html"),
            lambda data=data: parse(data, "t.html", "text/html"),
        )
        # In turn, so that a machine that slows down does so for all three.
        turns = [[_seconds(call) for call in calls] for _ in range(25)]
        theirs, placed, whole = (statistics.median(column) for column in zip(*turns, strict=True))
        said.append(
            f"HTML of {len(page) // 1000} kB, {name}: html.parser {1000 * theirs:.1f} ms; "
            f"with positions {1000 * placed:.1f} ms, ratio {placed / theirs:.2f}; "
            f"with regions too {1000 * whole:.1f} ms, ratio {whole / theirs:.2f}"
        )
    for name, (data, file) in files.items():
        took = _median(lambda data=data, file=file: parse(data, file, media_type_of(file)))
        said.append(f"  {name:32} {1000 * took:8.1f} ms")
    return said


def _page(part: str) -> str:
    page = "<!doctype html><html lang=en><title>Knee</title><body><main><h1>Your knee</h1>"
    number = 0
    while len(page) < 100_000:
        page, number = page + part.format(n=number), number + 1
    return page


def _median(call: Callable[[], object], times: int = 9) -> float:
    call()
    return statistics.median(_seconds(call) for _ in range(times))


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    print("\n".join(rows()))
