"""Marks in the text: whatever the findings, the characters stay those of the draft."""

from dataclasses import replace
from html.parser import HTMLParser
from types import ModuleType

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Span
from auditor.render.html import render
from auditor.render.page import Choice, result

LEAD_IN = "Bring these with you:"


class Reader(HTMLParser):
    """What a browser makes of the blocks: their text, marks, and links to notes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.marked = ""
        self.tags: list[str] = []
        self.refs: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if " b " in f" {names.get('class') or ''} ":
            self.blocks.append("")
            self.open = [tag]
        elif self.open:
            self.open.append(tag)
            self.tags.append(tag)
            if "ref" in (names.get("class") or ""):
                self.refs.append(names["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        if self.open:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.blocks[-1] += data
            self.marked += data if "mark" in self.open else ""


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(
        texts | st.sampled_from(["<script>alert('x')</script>", "a &amp; b </p><b>", "  x"])
    )
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8))
    return text, [Span(min(pair), max(pair)) for pair in pairs]


def blocks(parts: ModuleType, text: str, spans: list[Span]) -> Reader:
    shown = result(parts.report_of(text, *spans))
    return Reader("".join(f'<p class="b ">{b.html}</p>' for g in shown.groups for b in g.blocks))


@settings(max_examples=150, deadline=None)
@given(draft=drafts())
def test_the_visible_text_is_the_draft(parts: ModuleType, draft: tuple[str, list[Span]]) -> None:
    text, spans = draft
    read = blocks(parts, text, spans)
    assert read.blocks == [text]
    assert set(read.tags) <= {"mark", "a"}


@settings(max_examples=150, deadline=None)
@given(draft=drafts())
def test_exactly_what_findings_cover_is_marked(
    parts: ModuleType, draft: tuple[str, list[Span]]
) -> None:
    text, spans = draft
    covered = [any(s.start <= at < s.end for s in spans) for at in range(len(text))]
    expected = "".join(c for c, inside in zip(text, covered, strict=True) if inside)
    assert blocks(parts, text, spans).marked == expected


@settings(max_examples=150, deadline=None)
@given(draft=drafts())
def test_every_place_of_a_note_has_one_link_in_the_text(
    parts: ModuleType, draft: tuple[str, list[Span]]
) -> None:
    text, spans = draft
    refs = blocks(parts, text, spans).refs
    shown = result(parts.report_of(text, *spans))
    expected = [f"#note-{note.number}" for note in shown.notes for _ in (note, *note.again)]
    assert sorted(refs) == sorted(expected)
    assert len(refs) == len(spans)


def test_the_same_words_are_one_note_with_all_their_places(parts: ModuleType) -> None:
    report = parts.report_of("one two one two", Span(0, 3), Span(8, 11), Span(4, 7))
    same = [replace(one, rule="a", level="error") for one in report.findings]
    shown = result(replace(report, findings=tuple(same)))
    assert [(note.number, len(note.again)) for note in shown.notes] == [(1, 1), (2, 0)]
    html = str(shown.groups[0].blocks[0].html)
    assert 'id="at-1"' in html and 'id="at-1-2"' in html and html.count('data-n="1"') == 2


def test_overlapping_findings_share_a_mark_with_both_notes(parts: ModuleType) -> None:
    shown = result(parts.report_of("one two three", Span(0, 7), Span(4, 13)))
    html = str(shown.groups[0].blocks[0].html)
    assert '<mark class="error" data-notes="1 2">two</mark>' in html


def test_a_finding_over_two_blocks_is_marked_in_both_and_linked_once(parts: ModuleType) -> None:
    report = parts.stored("fail")
    heading, lead_in = (b for b in report.blocks if b.text in ("Before you come in", LEAD_IN))
    over_both = replace(report.findings[-1], span=Span(heading.span.start, lead_in.span.end))
    shown = result(replace(report, findings=(over_both,)))
    read = Reader(
        "".join(f'<p class="b ">{b.html}</p>' for group in shown.groups for b in group.blocks)
    )
    assert read.marked == heading.text + lead_in.text
    assert read.refs == ["#note-1"]


def test_blocks_of_a_stored_report_keep_their_text(parts: ModuleType) -> None:
    report = parts.stored("fail")
    shown = result(report, Choice(left_out=True))
    read = Reader(
        "".join(f'<p class="b ">{b.html}</p>' for group in shown.groups for b in group.blocks)
    )
    assert read.blocks == [block.text for block in report.blocks]


def test_the_page_on_its_own_keeps_the_text_too(parts: ModuleType) -> None:
    nasty = "</p><script>alert(1)</script> & ‘quotes’ \t two  spaces\nnew line"
    read = Reader(render([parts.report_of(nasty, Span(0, 10))]))
    assert read.blocks == [nasty]
