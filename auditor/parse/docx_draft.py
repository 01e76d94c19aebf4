"""What a Word story is read into: its paragraphs with their runs, and what stands round them."""

from dataclasses import dataclass, field

from auditor.parse.docx_styles import Style
from auditor.parse.sheet import Paragraph


@dataclass(slots=True)
class Run:
    """A run's place in the part, in bytes: its start, behind its end, and its properties."""

    start: int
    end: int = -1
    properties: tuple[int, int] = (-1, -1)
    hidden: bool = False
    language: str = ""


@dataclass(slots=True)
class Opening:
    """An element round paragraphs starts; `name` is "" where the innermost ends."""

    name: str
    attrs: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Draft(Paragraph):
    """A paragraph being read. `anchor` is the part of the body whose paragraph it hangs on."""

    style: Style = field(default_factory=Style)
    number: str = ""
    outline: int = -1
    boxes: list["Draft | Opening"] = field(default_factory=list)
    open: int = 0
    anchor: str = ""


Item = Draft | Opening
