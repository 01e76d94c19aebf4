"""Entries in tables: a cell is the label, another cell of its row says what it means."""

import re
from collections.abc import Iterator

from auditor.facts.entry import Entry, core
from auditor.model import Document, Span

# The last column names what the first is treated with.
_HELPS = re.compile(
    r"\b(?:(?:what|which \w+)(?: may| can| might)? helps?|treatments?|medicines?|treated with|what to take)\b",
    re.I,
)


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """Where the members of "baclofen, stretching" stand."""
    for match in re.finditer(r"[^,;\s](?:[^,;]*[^,;\s])?", text):
        yield match.span()


_MEANING = re.compile(
    r"\b(?:mean\w*|what \w+ (?:is|are) for|used for|why|what it does|what they do|plain|explan\w+|definitions?|what (?:it|they|we|this)|in other words)\b",
    re.I,
)


def rows(document: Document) -> Iterator[Entry]:
    """Rows of tables: the first cell and what the row says of it, or the last and the first."""
    rows: dict[int, list[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.is_a("cell") and block.node is not None:
            parent = document.nodes[block.node].parent
            if parent is not None:
                rows.setdefault(parent, []).append(index)
    told = helps = False
    for cells in rows.values():
        if all(document.blocks[one].kind == "cell.header" for one in cells):
            titles = " ".join(document.blocks[one].span.of(document.text) for one in cells)
            told = bool(_MEANING.search(titles))
            helps = bool(_HELPS.search(document.blocks[cells[-1]].span.of(document.text)))
            continue
        if len(cells) < 2:
            continue
        texts = [document.blocks[one].span.of(document.text) for one in cells]
        longest = max(range(1, len(cells)), key=lambda at: len(texts[at]))
        if helps:  # "Trouble | What may help": the first cell tells what the last is for
            place = document.blocks[cells[-1]].span
            for low, high in _listed(texts[-1]):
                head = Span(place.start + low, place.start + high)
                yield Entry(head, texts[0], cells[-1], cells[0], "row", True)
            continue
        if len(texts[0].split()) <= 6 and len(texts[longest].split()) >= 2:
            place = document.blocks[cells[0]].span
            yield Entry(core(document, place), texts[longest], cells[0], cells[-1], "row", told)
        if len(texts[-1].split()) <= 4 and len(texts[0].split()) >= 4:
            place = document.blocks[cells[-1]].span
            yield Entry(core(document, place), texts[0], cells[-1], cells[0], "row", told)
