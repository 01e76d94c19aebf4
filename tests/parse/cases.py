"""The labelled documents: each folder holds an input and the blocks that a person sees in it."""

import json
from dataclasses import dataclass
from pathlib import Path

from auditor.model import Document
from auditor.parse import media_type_of, parse

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Score:
    """How many labelled blocks were found, have the right kind, the right region, and are rightly
    told apart into content and the rest; `wrong` says which are not right.
    """

    blocks: int
    kinds: int
    regions: int
    content: int
    wrong: tuple[str, ...]


def folders(which: str) -> list[Path]:
    """The cases of a set, `development` or `held_out`."""
    return sorted(path.parent for path in (HERE / which).glob("*/expected.json"))


def read(folder: Path) -> Document:
    """The input of a case, parsed."""
    path = next(folder.glob("input.*"))
    return parse(path.read_bytes(), path.name, media_type_of(path.name))


def score(folder: Path) -> Score:
    """Compare the blocks of a case with what was labelled, in order."""
    document = read(folder)
    found = [
        (block, " ".join(block.span.of(document.text).replace("\u00a0", " ").split()))
        for block in document.blocks
    ]
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    at = kinds = regions = content = 0
    wrong: list[str] = []
    for label in expected:
        start = label["text"].replace("\u00a0", " ").strip()
        place = next((i for i in range(at, len(found)) if found[i][1].startswith(start)), None)
        if place is None:
            wrong.append(f"{folder.name}: no block starts ‘{start}’")
            continue
        at = place + 1
        block = found[place][0]
        kinds += block.is_a(label["kind"])
        regions += block.region == label["region"]
        content += (block.region == "content") == (label["region"] == "content")
        if not block.is_a(label["kind"]) or block.region != label["region"]:
            wrong.append(
                f"{folder.name}: ‘{start}’ is {block.kind} {block.region} ({block.reason}), "
                f"labelled {label['kind']} {label['region']}"
            )
    return Score(len(expected), kinds, regions, content, tuple(wrong))


def total(which: str, kind: str) -> Score:
    """The sum over the cases of a set whose name starts with `kind`."""
    scores = [score(folder) for folder in folders(which) if folder.name.startswith(kind)]
    return Score(
        *(sum(getattr(one, name) for one in scores) for name in Score.__slots__[:4]),
        wrong=tuple(line for one in scores for line in one.wrong),
    )
