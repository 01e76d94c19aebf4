"""What is broken, hostile or misnamed: a plain sentence, or the text, in bounded time and memory."""

import io
import re
import time
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DocumentError
from auditor.inputs import read as read_file
from auditor.model import Document
from auditor.parse import FORMATS, media_type_of, parse
from auditor.parse.elements import DEEPEST
from tests.parse import make_docx, make_odt, pdf_cases
from tests.parse.make_docx import docx
from tests.parse.make_docx import p as word_p
from tests.parse.make_odt import odt
from tests.parse.make_pdf import Page, pdf

WORD, ODT = media_type_of("a.docx"), media_type_of("a.odt")
PDF, HTML, PLAIN = "application/pdf", "text/html", "text/plain"
SECONDS = 20  # ample on a slow machine; none takes more than two


def refused(data: bytes, media_type: str) -> str:
    """The sentence with which the bytes are refused; bounded in time and memory."""
    tracemalloc.start()
    start = time.monotonic()
    with pytest.raises(DocumentError) as caught:
        parse(data, "t", media_type)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.monotonic() - start < SECONDS
    assert peak < 200 << 20
    said = str(caught.value)
    assert said and "\n" not in said and len(said) < 200
    return said


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def bomb(media_type: str) -> bytes:
    if media_type == WORD:
        return zipped(word__document_xml=b"<w>" + b" " * (64 << 20) + b"</w>")
    return zipped(mimetype=ODT.encode(), content_xml=b"<w>" + b" " * (64 << 20) + b"</w>")


@pytest.mark.parametrize("media_type", [WORD, ODT])
def test_a_zip_bomb(media_type: str) -> None:
    assert "unpacks to far more" in refused(bomb(media_type), media_type)


LAUGHS = b'<!DOCTYPE w [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
) + b"]><w>&j;</w>"  # fmt: skip
OUTSIDE = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'


@pytest.mark.parametrize("xml", [LAUGHS, OUTSIDE])
def test_entities_are_refused(xml: bytes) -> None:
    assert "no document needs" in refused(zipped(word__document_xml=xml), WORD)
    assert "no document needs" in refused(zipped(mimetype=ODT.encode(), content_xml=xml), ODT)


@pytest.mark.parametrize("xml", [LAUGHS, OUTSIDE])
def test_entities_of_a_page_expand_to_nothing(xml: bytes) -> None:
    document = parse(xml, "t.xhtml", "application/xhtml+xml")
    assert len(document.text) < 200 and "root:" not in document.text


def test_ten_thousand_nested_tags() -> None:
    start = time.monotonic()
    page = parse(b"<div>" * 10_000 + b"words" + b"</div>" * 10_000, "t", HTML)
    assert [block.span.of(page.text) for block in page.blocks] == ["words"]
    quotes = parse(b">" * 10_000 + b" words", "t", "text/markdown")
    assert "nested too deep" in quotes.notes[0]
    nested = "<w:sdt>" * 10_000 + "</w:sdt>" * 10_000
    assert "too deep" in refused(docx(nested), WORD)
    assert "too deep" in refused(odt("<text:section>" * 10_000 + "</text:section>" * 10_000), ODT)
    assert time.monotonic() - start < SECONDS


def test_an_element_that_is_too_deep_stands_beside_the_one_above_it() -> None:
    page = parse(b"<div>" * 600 + b"<p>one</p>" + b"</div>" * 600 + b"<p>two", "t", HTML)
    depth: list[int] = []
    for node in page.nodes:
        depth.append(0 if node.parent is None else depth[node.parent] + 1)
    assert max(depth) == DEEPEST - 1
    assert [block.span.of(page.text) for block in page.blocks] == ["one", "two"]


def test_many_nested_tables_are_read_in_time() -> None:
    start = time.monotonic()
    inner = word_p("words")
    for _ in range(600):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert parse(docx(inner), "t", WORD).text == "words"
    assert time.monotonic() - start < SECONDS


def test_passwords() -> None:
    assert "password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, WORD)
    locked = bytearray(make_docx.FILES["plain"][0])
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(sign)
        while place >= 0:
            locked[place + at] |= 1
            place = locked.find(sign, place + 4)
    assert "password" in refused(bytes(locked), WORD)
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<00><00>]"
    assert "password" in refused(pdf(pdf_cases._plain(), encrypt=lock), PDF)


def test_macros_are_said_to_be_there_and_not_run() -> None:
    data = docx(word_p("Rest your knee."), parts={"vbaProject.bin": "x"})
    for name in ("t.docm", "t.docx"):
        document = parse(data, name, media_type_of(name))
        assert document.text == "Rest your knee."
        assert "macros" in document.notes[0]


@pytest.mark.parametrize(
    ("data", "media_type", "words"),
    [
        (pdf_cases.FILES["plain"][0], WORD, "Rest your knee"),
        (make_docx.FILES["plain"][0], PLAIN, "Rest your knee"),
        (make_docx.FILES["plain"][0], PDF, "Rest your knee"),
        (make_odt.FILES["headings"][0], WORD, "Your knee"),
        (b"<!doctype html><title>T</title><p>Rest.", PLAIN, "T\n\nRest."),
        (b"<html><p>Rest.", WORD, "Rest."),
    ],
)
def test_a_wrong_name_is_seen_through(data: bytes, media_type: str, words: str) -> None:
    document = parse(data, "t", media_type)
    assert document.text.startswith(words)
    assert "it was read as that" in document.notes[0]
    assert document.media_type != media_type


def test_kinds_that_we_know_and_cannot_read() -> None:
    assert ".rtf" in refused(b"{\\rtf1 Rest.}", WORD)
    assert "zipped" in refused(zipped(xl__workbook_xml=b"<x/>"), PLAIN)
    for media_type in (WORD, ODT, PDF):
        refused(b"Rest your knee.", media_type)
        refused(b"", media_type)
    with pytest.raises(DocumentError, match=r"cannot read \.exe"):
        media_type_of("t.exe")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("media_type", [PLAIN, "text/markdown", HTML])
def test_utf_16(codec: str, media_type: str) -> None:
    document = parse("Rest your knee for a week.".encode(codec), "t", media_type)
    assert document.text == "Rest your knee for a week."


def test_zeros_are_no_text() -> None:
    for media_type in (PLAIN, "text/markdown", HTML):
        assert "not text" in refused(b"Rest \0 your knee.", media_type)


@pytest.mark.parametrize("words", ["اشرب الماء كل يوم", "שתו מים \u202bכל\u202c יום", "á̂̃ 😀"])
def test_other_scripts_keep_their_places(words: str) -> None:
    for data, media_type in (
        (words.encode(), PLAIN), (words.encode(), "text/markdown"),
        (f"<p>{words}".encode(), HTML), (docx(word_p(words)), WORD), (odt(make_odt.p(words)), ODT),
    ):  # fmt: skip
        document = parse(data, "t", media_type)
        part, source = document.to_source(document.blocks[-1].span)
        assert source.of(document.parts[part]) == words == document.text


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    start = time.monotonic()
    item = read_file(path, 5_000_000)
    assert "over 5,000,000 bytes" in item.error and not item.data
    assert time.monotonic() - start < 1


def test_a_pdf_of_too_many_pages() -> None:
    assert "split it" in refused(pdf(*(Page() for _ in range(501))), PDF)


def test_a_corrupt_pdf() -> None:
    data = pdf_cases.FILES["tagged"][0]
    assert "damaged" in refused(data[:200], PDF)
    assert "damaged" in refused(b"%PDF-1.7\n" + b"x" * 10_000, PDF)
    assert "no text" in refused(pdf(Page()), PDF)
    lost = parse(data.replace(b"startxref\n", b"startxref\n9"), "t", PDF)  # its index is not there
    assert "Rest it for a week" in lost.text


def swollen_pdf(megabytes: int, times: int) -> bytes:
    """A page whose content unpacks to so much white space, so many times over."""
    packed = zlib.compress(b" " * (megabytes << 20), 9)
    small = pdf(Page())
    number = max(map(int, re.findall(rb"\n(\d+) 0 obj", small))) + 1
    stream = b"\n%d 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream\nendobj\n" % (
        number, len(packed), packed,
    )  # fmt: skip
    page = re.sub(
        rb"/Contents (\d+) 0 R", b"/Contents[" + b"%d 0 R " % number * times + b"]", small
    )
    body, _, _ = page.partition(b"xref\n")
    return body + stream + b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"


def test_a_pdf_that_unpacks_to_gigabytes() -> None:
    data = swollen_pdf(128, 16)
    assert len(data) < 200_000
    assert "memory" in refused(data, PDF)
    assert "no text" in refused(swollen_pdf(1, 1), PDF)


def test_a_pdf_is_read_wherever_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)")
    (tmp_path / "auditor").mkdir()
    (tmp_path / "auditor" / "__init__.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    assert "Rest it for a week" in parse(pdf_cases.FILES["tagged"][0], "t", PDF).text


WHOLE = {
    WORD: [data for data, _ in make_docx.FILES.values()],
    ODT: [data for data, _ in make_odt.FILES.values()],
    PDF: [data for data, _ in pdf_cases.FILES.values()],
}
CASES = [(kind, data) for kind, many in WHOLE.items() for data in many]


def check(document: Document) -> None:
    """Places of blocks and elements stand inside their parts (the rest is asserted when made)."""
    for block in document.blocks:
        part, where = document.to_source(block.span)
        assert 0 <= where.start <= where.end <= len(document.parts[part])
    for node in document.nodes:
        assert node.source.end <= len(document.parts[node.part])
        if node.parent is not None and len(node.span):
            assert document.nodes[node.parent].span.covers(node.span)


@pytest.mark.parametrize(("media_type", "data"), CASES)
def test_places_of_whole_files(media_type: str, data: bytes) -> None:
    check(parse(data, "t", media_type))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(CASES), st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 255)), max_size=8), st.integers(0, 400))  # fmt: skip
def test_any_damage_to_files(
    case: tuple[str, bytes], changes: list[tuple[int, int]], cut: int
) -> None:
    broken = bytearray(case[1])
    for at, value in changes:
        broken[at % len(broken)] = value
    try:
        check(parse(bytes(broken[: len(broken) - cut]), "t", case[0]))
    except DocumentError:
        return


PIECES = st.sampled_from(
    ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "words ", "&amp;", "<w:tbl>", "</w:tbl>",
     "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "</w:del>", "<w:hyperlink>", "</w:hyperlink>",
     "<w:tab/>", "<w:br/>", "<w:rPr><w:vanish/></w:rPr>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
     '<w:pPr><w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr></w:pPr>', "😀", "\u00a0",
     '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>',
     '<w:fldChar w:fldCharType="end"/>', "<w:txbxContent>", "</w:txbxContent>"]
)  # fmt: skip


def closed(pieces: list[str]) -> str:
    """The pieces with every element closed, in the order that XML wants."""
    out: list[str] = []
    stack: list[str] = []
    for piece in pieces:
        if piece.startswith("</"):
            if stack and stack[-1] == piece:
                out.append(stack.pop())
            continue
        out.append(piece)
        if piece.startswith("<") and piece.count("<") == 1 and not piece.endswith("/>"):
            stack.append(f"</{piece[1:].split()[0].rstrip('>')}>")
    return "".join(out + stack[::-1])


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_word_file(pieces: list[str]) -> None:
    try:
        check(parse(docx(closed(pieces)), "t", WORD))
    except DocumentError:
        return


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(20, 560), st.integers(20, 820), st.text("ab -•.é1", min_size=1, max_size=30), st.sampled_from([9, 11, 20])), max_size=25))  # fmt: skip
def test_any_pdf(pieces: list[tuple[int, int, str, int]]) -> None:
    page = Page()
    for x, y, text, size in pieces:
        page.text(x, y, text, size)
    try:
        document = parse(pdf(page, page), "t", PDF)
    except DocumentError:
        return
    check(document)
    kept = sum(char.isalnum() for char in document.text)
    assert kept <= 2 * sum(char.isalnum() for one in pieces for char in one[2])


def test_every_format_has_its_tests() -> None:
    assert set(FORMATS) == {
        PLAIN, "text/markdown", HTML, "application/xhtml+xml", WORD, ODT, PDF,
        "application/vnd.ms-word.document.macroenabled.12",
    }  # fmt: skip
