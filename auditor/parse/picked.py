"""Blocks that count or do not whatever they look like, by their number in the document.

A reader says so by hand, or the other pages of a site do: what stands on most of them is none of
this one's text.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from auditor.model import Block, Document

COUNTED = "a reader counted it in"
LEFT_OUT = "a reader left it out"
REPEATED = "stands on most pages of the site"

_ONE = re.compile(r"([=+-])(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Picked:
    """Numbers of blocks, from 0: the same bytes give the same blocks, so that numbers hold.

    What a reader says wins over what is `repeated`.
    """

    counted: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()
    repeated: frozenset[int] = frozenset()

    @classmethod
    def read(cls, written: str) -> "Picked":
        """What `str` wrote."""
        found = _ONE.findall(written)
        return cls(
            frozenset(int(number) for sign, number in found if sign == "+"),
            frozenset(int(number) for sign, number in found if sign == "-"),
            frozenset(int(number) for sign, number in found if sign == "="),
        )

    def __str__(self) -> str:
        """Numbers with their signs, such as `+3=5-12`: nothing of the text."""
        signs = [(number, "+") for number in self.counted]
        signs += [(number, "-") for number in self.left_out]
        signs += [(number, "=") for number in self.repeated]
        return "".join(f"{sign}{number}" for number, sign in sorted(signs))

    def applied(self, document: Document) -> Document:
        """The document with its blocks as they were picked."""
        if not (self.counted or self.left_out or self.repeated):
            return document
        blocks = tuple(self._picked(number, one) for number, one in enumerate(document.blocks))
        return replace(document, blocks=blocks)

    def _picked(self, number: int, block: Block) -> Block:
        if number in self.counted:
            counts = block.region == "content" and number not in self.repeated
            return block if counts else replace(block, region="content", reason=COUNTED)
        if block.region == "content" and number in self.left_out:
            return replace(block, region="boilerplate", reason=LEFT_OUT)
        if block.region == "content" and number in self.repeated:
            return replace(block, region="boilerplate", reason=REPEATED)
        return block

    def after(self, counts: Sequence[bool], ticked: Collection[int]) -> "Picked":
        """These picks and a reader's next: `counts` says for each block whether it counted so far.

        A block that is turned back to what the auditor took it for is picked no more.
        """
        now = {number for number, counted in enumerate(counts) if counted}
        wanted = {number for number in ticked if number < len(counts)}
        return Picked(
            frozenset(wanted - now - self.left_out | self.counted & wanted),
            frozenset(now - wanted - self.counted | self.left_out - wanted),
            self.repeated,
        )


NOTHING_PICKED = Picked()
