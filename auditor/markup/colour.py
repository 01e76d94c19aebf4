"""Colours and their contrast, by WCAG 2.2's definition of relative luminance."""

from functools import lru_cache

import tinycss2.color3

Colour = tuple[float, float, float, float]  # red, green, blue and opacity, from 0 to 1
BLACK: Colour = (0.0, 0.0, 0.0, 1.0)
WHITE: Colour = (1.0, 1.0, 1.0, 1.0)


@lru_cache(maxsize=1024)
def colour(text: str) -> Colour | None:
    """The colour that a CSS value names, or None when it is none or depends on its place."""
    try:
        found = tinycss2.color3.parse_color(text)
    except (ValueError, RecursionError):
        return None
    if found is None or isinstance(found, str):
        return None
    red, green, blue, alpha = (min(1.0, max(0.0, float(part))) for part in found)
    return red, green, blue, alpha


def over(front: Colour, back: Colour) -> Colour:
    """What is seen of `front` on an opaque `back`."""
    alpha = front[3]
    red, green, blue = (
        one * alpha + other * (1 - alpha) for one, other in zip(front[:3], back[:3], strict=True)
    )
    return red, green, blue, 1.0


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(shade: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shade[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
