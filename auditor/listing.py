"""What was counted, row by row: every sentence and every different word of a document.

Unlike the facts of an audit, these rows hold what was not scored as well, and say why it was not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from auditor.difficulty import COLUMNS as RATED
from auditor.difficulty import phrase_difficulty, sentence_difficulty
from auditor.facts import FACTS
from auditor.facts.context import Context
from auditor.facts.counts import PROSE, part_sizes
from auditor.model import Block, Document, Span
from auditor.spoken import spoken
from auditor.stops import bounds
from auditor.text import Signs, normal, word_forms
from auditor.vocabulary import AT, rated, vocabulary

LOST_WORDS = "words seem to be lost here"


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence: its counts, its difficulty from 1 to 6, and why it was not scored ("" if it was)."""

    span: Span
    text: str
    kind: str
    words: int
    syllables: int
    polysyllables: int
    difficulty: float
    reason: str


@dataclass(frozen=True, slots=True)
class WordRow:
    """One word: how often it is used, its syllables and where they come from, how common it and its
    family are on the Zipf scale, and its difficulty from 0 to 1.
    """

    word: str
    uses: int
    syllables: int
    origin: str
    zipf: float
    family: float
    difficulty: float


def sentence_rows(document: Document, context: Context) -> list[SentenceRow]:
    """Every sentence of every block, in order; pieces without a word are left out."""
    damage: Sequence[Span] = FACTS["damage"].compute(document, context, {})
    found: list[tuple[Block, Span, list[str]]] = []
    forms: list[str] = []
    signs = Signs(document.text)
    for block in document.blocks:
        for start, end in bounds(document.text, block.span.start, block.span.end, signs):
            inside = word_forms(document.text, start, end, signs)
            if inside:
                found.append((block, Span(start, end), inside))
                forms += inside
    sizes = np.array([len(inside) for _, _, inside in found], dtype=np.int64)
    rows, parted, parts = vocabulary().rows(forms)
    hard = sentence_difficulty(parts[:, : len(RATED)], part_sizes(sizes, parted)).tolist()
    ends = np.cumsum(sizes).tolist()
    return [
        SentenceRow(
            span,
            span.of(document.text),
            block.kind,
            len(inside),
            int(rows[end - len(inside) : end, AT["syllables"]].sum()),
            int(rows[end - len(inside) : end, AT["polysyllables"]].sum()),
            round(difficulty, 3),
            _reason(block, span, damage),
        )
        for (block, span, inside), difficulty, end in zip(found, hard, ends, strict=True)
    ]


def _reason(block: Block, span: Span, damage: Sequence[Span]) -> str:
    if block.region != "content":
        return block.reason or block.region
    if block.kind.partition(".")[0] not in PROSE:
        return f"a {block.kind.partition('.')[0]}"
    return LOST_WORDS if any(lost.overlaps(span) for lost in damage) else ""


def word_rows(document: Document) -> list[WordRow]:
    """Each different word once, most used first; abbreviations are told apart by their capitals."""
    uses: dict[str, tuple[str, int]] = {}
    signs = Signs(document.text)
    for block in document.blocks:
        for word in word_forms(document.text, block.span.start, block.span.end, signs):
            key = word if sum(char.isupper() for char in word) > 1 else normal(word)
            first, number = uses.get(key, (word, 0))
            uses[key] = (first, number + 1)
    order = sorted(uses.values(), key=lambda pair: (-pair[1], pair[0].lower(), pair[0]))
    return list(_rows(order))


def _rows(words: Sequence[tuple[str, int]]) -> Iterator[WordRow]:
    table = vocabulary().rows([word for word, _ in words])[0]
    for (word, uses), row in zip(words, table, strict=True):
        beats = spoken(word)
        yield WordRow(
            word, uses, beats.count, beats.origin, round(float(row[AT["zipf"]]), 2),
            round(float(row[AT["family"]]), 2), round(float(row[AT["difficulty"]]), 4),
        )  # fmt: skip


def line_rows(lines: Sequence[str]) -> list[WordRow]:
    """One row for each line, which is a word or a term of several, in the order of the lines."""
    return [_line(line.strip()) for line in lines if line.strip()]


def _line(line: str) -> WordRow:
    forms = word_forms(line, 0, len(line), Signs(line)) or [line]
    if len(forms) == 1:
        row = next(_rows([(forms[0], 1)]))
        return WordRow(
            line, 1, row.syllables, row.origin, row.zipf, row.family, row.difficulty
        )  # fmt: skip
    table = rated(forms)
    return WordRow(
        line, 1, sum(spoken(form).count for form in forms), "parts",
        round(float(table[:, 0].min()), 2), round(float(table[:, 1].min()), 2),
        round(phrase_difficulty(table), 4),
    )  # fmt: skip
