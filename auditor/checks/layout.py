"""`layout`: headings, lists and paragraphs, each limit by name."""

from collections.abc import Callable, Iterator
from typing import Literal

from auditor.checks.field import Field
from auditor.model import Block, Document, Evidence, Hit, Inapplicable, Judgement, Rule, Span
from auditor.stops import sentences

KIND = "layout"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "limit": Field(
        Literal[
            "list items", "list stops", "heading length", "heading stop", "heading question",
            "paragraph sentences", "paragraph words",
        ],
        about="what is limited, by name",
    ),
    "max": Field(int, 0, "the most that passes; not asked of stops and questions"),
}  # fmt: skip


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for each heading, list or paragraph that is over the limit."""
    find, kind = _LIMITS[rule.params["limit"]]
    blocks = document.scoped((kind,))
    if not blocks:
        return Inapplicable(f"the text has no {kind}s")
    return list(find(document, blocks, rule.params["max"]))


def _lists(document: Document) -> Iterator[list[Block]]:
    """Runs of list items that stand together: in one list node, or side by side in plain text."""
    run: list[Block] = []
    for block in document.blocks:
        if block.is_a("item") and block.region == "content":
            if run and _parent(document, block) != _parent(document, run[-1]):
                yield run
                run = []
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _parent(document: Document, block: Block) -> int | None:
    return None if block.node is None else document.nodes[block.node].parent


def _list_items(document: Document, blocks: list[Block], most: int) -> Iterator[Hit]:
    for run in _lists(document):
        if len(run) > most:
            yield Hit(run[most].span, {"count": str(len(run)), "limit": str(most)})


def _list_stops(document: Document, blocks: list[Block], most: int) -> Iterator[Hit]:
    """Items of one list that end in different ways: the first that is unlike most of them."""
    for run in _lists(document):
        stopped = [block.span.of(document.text).rstrip()[-1:] in ".!?;" for block in run]
        # The last item may close the whole list with a stop.
        inner = stopped[:-1]
        if len(run) < 3 or (len(set(inner)) == 1 and (stopped[-1] or not inner[0])):
            continue
        usual = stopped.count(True) * 2 > len(stopped)
        odd = next(block for block, one in zip(run, stopped, strict=True) if one != usual)
        yield Hit(odd.span, {"count": str(len(run))})


def _heading_length(document: Document, blocks: list[Block], most: int) -> Iterator[Hit]:
    for block in blocks:
        if len(block.span) > most:
            yield Hit(block.span, {"count": str(len(block.span)), "limit": str(most)})


def _heading_stop(document: Document, blocks: list[Block], most: int) -> Iterator[Hit]:
    for block in blocks:
        text = block.span.of(document.text).rstrip()
        if text.endswith(".") and not text.endswith((" etc.", "...")):
            yield Hit(Span(block.span.start + len(text) - 1, block.span.start + len(text)))


def _heading_question(document: Document, blocks: list[Block], most: int) -> Iterator[Hit]:
    for block in blocks:
        if block.span.of(document.text).rstrip().endswith("?"):
            yield Hit(block.span, {"match": block.span.of(document.text)})


def _paragraph_sentences(document: Document, blocks: list[Block], most: int) -> Iterator[Hit]:
    for block in blocks:
        count = len(sentences(document.text, block.span.start, block.span.end))
        if count > most:
            yield Hit(block.span, {"count": str(count), "limit": str(most)})


def _paragraph_words(document: Document, blocks: list[Block], most: int) -> Iterator[Hit]:
    for block in blocks:
        count = len(block.span.of(document.text).split())
        if count > most:
            yield Hit(block.span, {"count": str(count), "limit": str(most)})


_Find = Callable[[Document, list[Block], int], Iterator[Hit]]
_LIMITS: dict[str, tuple[_Find, str]] = {
    "list items": (_list_items, "item"),
    "list stops": (_list_stops, "item"),
    "heading length": (_heading_length, "heading"),
    "heading stop": (_heading_stop, "heading"),
    "heading question": (_heading_question, "heading"),
    "paragraph sentences": (_paragraph_sentences, "paragraph"),
    "paragraph words": (_paragraph_words, "paragraph"),
}
