"""PDF files of our own making, each with the blocks that a person sees in it.

`FILES`: name → (bytes, expected), expected being (kind, region, text) of each block in order.
"""

from tests.parse.make_pdf import Page, Tag, pdf

Expected = list[tuple[str, str, str]]
_C, _B = "content", "boilerplate"

LEFT = ["Rest your knee for a week after", "the operation. Do not walk up", "stairs without your stick.",
        "Keep the bandage dry all day."]  # fmt: skip
RIGHT = ["Ring us if your knee is hot and", "red, or if it hurts more than it", "did before. We are here by day",
         "and by night, all the year."]  # fmt: skip


def _plain() -> Page:
    page = Page()
    page.lines(60, 700, ["Rest your knee for a week after the operation, and walk with a stick when",
                         "you go out. Your nurse will show you how."])  # fmt: skip
    page.lines(60, 660, ["Ring us if it hurts more than before."])
    return page


def _headings() -> Page:
    page = Page()
    page.text(60, 700, "Your new knee", 22)
    page.lines(60, 670, ["Rest it for a week after the operation."])
    page.text(60, 640, "At home", 15)
    page.lines(60, 620, ["Put ice on it twice a day."])
    page.text(60, 595, "Later on", 11, bold=True)
    page.lines(60, 578, ["Walk a little more each day."])
    return page


def _columns(title: bool) -> Page:
    page = Page()
    if title:
        page.text(60, 700, "All that you need to know about your new knee", 20)
    for index, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page.text(60, 660 - 14 * index, left)
        page.text(320, 660 - 14 * index, right)
    return page


def _bullets() -> Page:
    page = Page()
    page.lines(60, 700, ["Bring with you:"])
    page.lines(70, 684, ["• your tablets in the boxes that they", "  came in"])
    page.lines(70, 656, ["• your glasses"])
    page.lines(60, 630, ["On the day:"])
    page.lines(70, 614, ["1. wash", "2. come in"])
    return page


def _hyphens() -> Page:
    page = Page()
    page.lines(
        60,
        700,
        ["You may need more treat-", "ment later on, and a well-", "known walking frame may help."],
    )
    return page


def _pages(*texts: str, title: str = "Town Hospital leaflet") -> list[Page]:
    made = []
    for number, text in enumerate(texts, 1):
        page = Page()
        page.text(60, 810, title, 9)
        page.lines(60, 700, [text])
        page.text(280, 30, f"Page {number} of {len(texts)}", 9)
        made.append(page)
    return made


def _tagged() -> Page:
    page = Page()
    head = page.tagged("H1", 60, 700, "Your new knee", 11)
    first = page.tagged("P", 60, 680, "Rest it for a week")
    second = page.tagged("P", 60, 666, "after the operation.")
    page.tags = [head, Tag("P", [*first.inside, *second.inside]),
                 page.tagged("P", 60, 652, "Ring us if it hurts.")]  # fmt: skip
    return page


def _tagged_order() -> Page:
    page = Page()
    last = page.tagged("P", 60, 500, "Read this second.")
    first = page.tagged("P", 60, 700, "Read this first.")
    page.tags = [first, last]
    return page


def _tagged_list() -> Page:
    page = Page()
    page.tags = [
        page.tagged("P", 60, 700, "Bring with you:"),
        Tag("L", [
            Tag("LI", [page.tagged("Lbl", 60, 680, "•"), page.tagged("LBody", 75, 680, "your tablets")]),
            Tag("LI", [page.tagged("Lbl", 60, 666, "•"), page.tagged("LBody", 75, 666, "your glasses")]),
        ]),
    ]  # fmt: skip
    return page


def _tagged_table() -> Page:
    page = Page()
    head = Tag("TR", [page.tagged("TH", 60, 700, "Day"), page.tagged("TH", 200, 700, "Tablets")])
    body = Tag("TR", [page.tagged("TD", 60, 680, "Monday"), page.tagged("TD", 200, 680, "two")])
    page.tags = [Tag("Table", [head, body]), page.tagged("P", 60, 640, "Take them with food.")]
    return page


def _figure() -> Page:
    page = Page()
    page.tags = [page.tagged("P", 60, 700, "Look at the picture."), page.figure("A bent knee"),
                 page.figure(None), page.tagged("P", 60, 400, "Then do the same.")]  # fmt: skip
    return page


def _artifact() -> Page:
    page = Page()
    page.draws.append("/Artifact BMC")
    page.text(60, 600, "Draft for the ward")
    page.draws.append("EMC")
    page.tags = [page.tagged("P", 60, 700, "Rest your knee.")]
    return page


def _scan() -> Page:
    page = Page()
    page.picture()
    return page


def _cells() -> Page:
    page = Page()
    for index, (day, dose) in enumerate([("Day", "Tablets"), ("Monday", "two"), ("Friday", "one")]):
        page.text(60, 700 - 20 * index, day)
        page.text(300, 700 - 20 * index, dose)
    return page


_PLAIN = "Rest your knee for a week after the operation, and walk with a stick when you go out. Your nurse will show you how."
_TEXTS = ("Rest your knee for a week.", "Ring us if it hurts.", "Walk a little each day.")
_FURNITURE = [("paragraph", _B, text) for n in (1, 2, 3)
              for text in ("Town Hospital leaflet", f"Page {n} of 3")]  # fmt: skip

FILES: dict[str, tuple[bytes, Expected]] = {
    "plain": (pdf(_plain()), [("paragraph", _C, _PLAIN),
                              ("paragraph", _C, "Ring us if it hurts more than before.")]),
    "headings": (pdf(_headings()),
                 [("heading.h1", _C, "Your new knee"),
                  ("paragraph", _C, "Rest it for a week after the operation."),
                  ("heading.h2", _C, "At home"), ("paragraph", _C, "Put ice on it twice a day."),
                  ("heading.h3", _C, "Later on"), ("paragraph", _C, "Walk a little more each day.")]),
    "columns": (pdf(_columns(False)), [("paragraph", _C, " ".join(LEFT)),
                                       ("paragraph", _C, " ".join(RIGHT))]),
    "title-over-columns": (pdf(_columns(True)),
                           [("heading.h1", _C, "All that you need to know about your new knee"),
                            ("paragraph", _C, " ".join(LEFT)), ("paragraph", _C, " ".join(RIGHT))]),
    "bullets": (pdf(_bullets()),
                [("paragraph", _C, "Bring with you:"),
                 ("item", _C, "your tablets in the boxes that they came in"),
                 ("item", _C, "your glasses"), ("paragraph", _C, "On the day:"), ("item", _C, "wash"),
                 ("item", _C, "come in")]),
    "hyphens": (pdf(_hyphens()),
                [("paragraph", _C, "You may need more treatment later on, and a well-known walking "
                                   "frame may help.")]),
    "furniture": (pdf(*_pages(*_TEXTS)), [("paragraph", _C, text) for text in _TEXTS] + _FURNITURE),
    "over-pages": (pdf(*_pages("Rest your knee for a week, and then", "walk a little each day.")),
                   [("paragraph", _C, "Rest your knee for a week, and then walk a little each day."),
                    ("paragraph", _B, "Town Hospital leaflet"), ("paragraph", _B, "Page 1 of 2"),
                    ("paragraph", _B, "Town Hospital leaflet"), ("paragraph", _B, "Page 2 of 2")]),
    "tagged": (pdf(_tagged(), title="Knee leaflet", language="en-GB", bookmarks=["Knee", "Home"]),
               [("title", _B, "Knee leaflet"), ("heading.h1", _C, "Your new knee"),
                ("paragraph", _C, "Rest it for a week after the operation."),
                ("paragraph", _C, "Ring us if it hurts.")]),
    "tagged-order": (pdf(_tagged_order()), [("paragraph", _C, "Read this first."),
                                            ("paragraph", _C, "Read this second.")]),
    "tagged-list": (pdf(_tagged_list()),
                    [("paragraph", _C, "Bring with you:"), ("item", _C, "your tablets"),
                     ("item", _C, "your glasses")]),
    "tagged-table": (pdf(_tagged_table()),
                     [("cell.header", _C, "Day"), ("cell.header", _C, "Tablets"), ("cell", _C, "Monday"),
                      ("cell", _C, "two"), ("paragraph", _C, "Take them with food.")]),
    "figure": (pdf(_figure()), [("paragraph", _C, "Look at the picture."),
                                ("paragraph", _C, "Then do the same.")]),
    "artifact": (pdf(_artifact()), [("paragraph", _C, "Rest your knee."),
                                    ("paragraph", _B, "Draft for the ward")]),
    "cells": (pdf(_cells()), [("paragraph", _C, text)
                              for text in ("Day", "Tablets", "Monday", "two", "Friday", "one")]),
    "half-scan": (pdf(_plain(), _scan()), [("paragraph", _C, _PLAIN),
                                           ("paragraph", _C, "Ring us if it hurts more than before.")]),
}  # fmt: skip
SCAN = pdf(_scan())
