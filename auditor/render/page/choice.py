"""What the reader of a result page chose to see: kept in the address, so it can be shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from auditor.model import LEVELS, Category, Finding, Level

_CATEGORIES: tuple[Category, ...] = get_args(Category)


@dataclass(frozen=True, slots=True)
class Choice:
    """One panel or all (None), one level or all (None), and whether left-out blocks are shown."""

    panel: Category | None = None
    level: Level | None = None
    left_out: bool = False

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Choice:
        """The choice in a query string; what we do not know counts as not chosen."""
        panel = next((c for c in _CATEGORIES if c == query.get("panel")), None)
        level = next((known for known in LEVELS if known == query.get("level")), None)
        return cls(panel, level, query.get("left-out") == "1")

    def query(self) -> dict[str, str]:
        """The query parameters of this choice; none for the page as it first opens."""
        parameters = {
            "panel": self.panel or "",
            "level": self.level or "",
            "left-out": "1" if self.left_out else "",
        }
        return {name: value for name, value in parameters.items() if value}

    def takes(self, finding: Finding) -> bool:
        """Whether the finding is one of those chosen."""
        return (not self.panel or finding.category == self.panel) and (
            not self.level or finding.level == self.level
        )

    def with_panel(self, panel: Category | None) -> Choice:
        """The same choice for another panel."""
        return replace(self, panel=panel)

    def with_level(self, level: Level | None) -> Choice:
        """The same choice for another level."""
        return replace(self, level=level)

    def turned(self) -> Choice:
        """The same choice with left-out blocks shown if they were hidden, and the reverse."""
        return replace(self, left_out=not self.left_out)
