"""Dot plots of this text beside the source documents: SVG drawn on the server, no script.

Across, positions are per cent of the width, so that circles and letters keep their size on any
screen; down, they are pixels. One plot is one row of `Report.benchmarks`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

_LEFT, _WIDTH = 4.0, 92.0  # the axis, in per cent of the drawing
_NEAR = 5.0  # dots closer than this many per cent go on the next line
_LINE = 15  # pixels between lines of dots
_TOP = 48  # pixels above the first line: the target's and a dot's name
_OWN = 26  # pixels from the last line of dots to this text's own
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawn row. `summary` says in words what the drawing shows; `""` as svg: nothing to draw."""

    id: str
    label: str
    unit: str
    svg: Markup
    summary: str
    row: Mapping[str, Any]


def plots(
    rows: Sequence[Mapping[str, Any]], link: Callable[[str], str] | None = None
) -> list[Plot]:
    """One plot for each benchmark row; `link` gives a source document's address, or ""."""
    return [
        Plot(row["id"], row["label"], row["unit"], draw(row, link), summary(row), row)
        for row in rows
    ]


def figure(value: float | None, unit: str = "") -> str:
    """A value as people read it: `11`, `14.2`, `12%`; `not measured` for None."""
    if value is None:
        return "not measured"
    return f"{round(value, 1):,g}" + ("%" if unit == "%" else "")


def target(row: Mapping[str, Any]) -> str:
    """The target in words: `11 or lower`; "" if the row has none."""
    if row["target"] is None:
        return ""
    return f"{figure(row['target'], row['unit'])} or {row['direction']}"


def summary(row: Mapping[str, Any]) -> str:
    """The row in one sentence or two, for those who do not see the drawing."""
    unit = row["unit"]
    said = f"This text: {figure(row['value'], unit)}."
    if row["target"] is not None:
        said += f" Target: {target(row)}."
    known = [source["value"] for source in row["sources"] if source["value"] is not None]
    if known:
        low, high = figure(min(known), unit), figure(max(known), unit)
        said += (
            f" Source documents: {low}." if low == high else f" Source documents: {low} to {high}."
        )
    return said


def draw(row: Mapping[str, Any], link: Callable[[str], str] | None = None) -> Markup:
    """The drawing; empty when the row has no value at all."""
    dots = [s for s in row["sources"] if s["value"] is not None]
    values = [s["value"] for s in dots]
    values += [v for v in (row["value"], row["target"]) if v is not None]
    if not values:
        return Markup("")
    ticks = _ticks(min(values), max(values))
    scale = _Scale(ticks[0], ticks[-1])
    placed = _lines([(scale.at(dot["value"]), dot) for dot in dots])
    depth = max((line for _, line, _ in placed), default=0)
    own = _TOP + depth * _LINE + _OWN
    axis = own + 20
    parts = [_axis(ticks, scale, axis, row["unit"])]
    parts += [_target(row, scale, axis)] if row["target"] is not None else []
    parts += [_dot(dot, x, _TOP + line * _LINE, row["unit"], link) for x, line, dot in placed]
    if row["value"] is not None:
        parts.append(_own(row, scale.at(row["value"]), own))
    return Markup(
        '<svg class="plot" width="100%" height="{}" role="group" aria-label="{}">{}</svg>'
    ).format(axis + 30, f"{row['label']}. {summary(row)}", Markup("").join(parts))


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    def at(self, value: float) -> float:
        """Where the value stands, in per cent of the drawing's width."""
        return _LEFT + _WIDTH * (value - self.low) / (self.high - self.low)


def _ticks(low: float, high: float) -> list[float]:
    """Round figures from at or below `low` to at or above `high`."""
    room = max(high - low, abs(high) * 0.05, 0.1)
    rough = room / (_TICKS - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough * 0.999)
    first = math.floor(low / step + 1e-9)
    last = max(math.ceil(high / step - 1e-9), first + 1)
    return [round(step * index, 6) for index in range(first, last + 1)]


_Dot = Mapping[str, Any]


def _lines(dots: Sequence[tuple[float, _Dot]]) -> list[tuple[float, int, _Dot]]:
    """Each dot on the first line where it does not touch the dot before it."""
    reached: list[float] = []
    result = []
    for x, dot in sorted(dots, key=lambda entry: entry[0]):
        line = next((i for i, end in enumerate(reached) if x - end >= _NEAR), len(reached))
        reached[line : line + 1] = [x]
        result.append((x, line, dot))
    return result


def _anchor(x: float) -> str:
    return "start" if x < 25 else "end" if x > 75 else "middle"


def _axis(ticks: Sequence[float], scale: _Scale, y: int, unit: str) -> Markup:
    marks = Markup("").join(
        Markup(
            '<line x1="{x}%" x2="{x}%" y1="{y}" y2="{end}"/>'
            '<text x="{x}%" y="{label}" text-anchor="{anchor}">{value}</text>'
        ).format(
            x=f"{scale.at(tick):.2f}",
            y=y,
            end=y + 5,
            label=y + 22,
            anchor="middle",
            value=figure(tick, unit),
        )
        for tick in ticks
    )
    return Markup(
        '<g class="axis" aria-hidden="true"><line x1="{}%" x2="{}%" y1="{y}" y2="{y}"/>{}</g>'
    ).format(_LEFT, _LEFT + _WIDTH, marks, y=y)


def _target(row: Mapping[str, Any], scale: _Scale, axis: int) -> Markup:
    x = scale.at(row["target"])
    return Markup(
        '<g class="target" aria-hidden="true"><line x1="{x}%" x2="{x}%" y1="20" y2="{axis}"/>'
        '<text x="{x}%" y="14" text-anchor="{anchor}">{said}</text></g>'
    ).format(x=f"{x:.2f}", axis=axis, anchor=_anchor(x), said=f"Target {target(row)}")


def _dot(dot: _Dot, x: float, y: int, unit: str, link: Callable[[str], str] | None) -> Markup:
    name = f"{dot['title']}: {figure(dot['value'], unit)}"
    inner = Markup(
        '<title>{name}</title><circle cx="{x}%" cy="{y}" r="6"/>'
        '<text x="{x}%" y="{label}" text-anchor="{anchor}" aria-hidden="true">{name}</text>'
    ).format(name=name, x=f"{x:.2f}", y=y, label=34, anchor=_anchor(x))
    if address := link(dot["id"]) if link else "":
        around = Markup('<a class="dot" href="{}" aria-label="{}">{}</a>')
        return around.format(address, name, inner)
    around = Markup('<g class="dot" role="img" tabindex="0" aria-label="{}">{}</g>')
    return around.format(name, inner)


def _own(row: Mapping[str, Any], x: float, y: int) -> Markup:
    right = x < 60
    return Markup(
        '<g class="own" aria-hidden="true"><circle cx="{x}%" cy="{y}" r="9"/>'
        '<text x="{x}%" y="{label}" dx="{dx}" text-anchor="{anchor}">{name}</text></g>'
    ).format(
        x=f"{x:.2f}",
        y=y,
        label=y + 6,
        dx=16 if right else -16,
        anchor="start" if right else "end",
        name=f"This text {figure(row['value'], row['unit'])}",
    )
