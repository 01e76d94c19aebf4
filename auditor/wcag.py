"""WCAG 2.2: each success criterion's name and level. Source: https://www.w3.org/TR/WCAG22/."""

_CRITERIA = """
1.1.1 A Non-text Content
1.2.1 A Audio-only and Video-only (Prerecorded)
1.2.2 A Captions (Prerecorded)
1.2.3 A Audio Description or Media Alternative (Prerecorded)
1.2.5 AA Audio Description (Prerecorded)
1.2.8 AAA Media Alternative (Prerecorded)
1.3.1 A Info and Relationships
1.3.2 A Meaningful Sequence
1.3.3 A Sensory Characteristics
1.3.4 AA Orientation
1.3.5 AA Identify Input Purpose
1.4.1 A Use of Color
1.4.2 A Audio Control
1.4.3 AA Contrast (Minimum)
1.4.4 AA Resize Text
1.4.5 AA Images of Text
1.4.6 AAA Contrast (Enhanced)
1.4.8 AAA Visual Presentation
1.4.9 AAA Images of Text (No Exception)
1.4.10 AA Reflow
1.4.11 AA Non-text Contrast
1.4.12 AA Text Spacing
1.4.13 AA Content on Hover or Focus
2.1.1 A Keyboard
2.1.2 A No Keyboard Trap
2.1.3 AAA Keyboard (No Exception)
2.1.4 A Character Key Shortcuts
2.2.1 A Timing Adjustable
2.2.2 A Pause, Stop, Hide
2.2.4 AAA Interruptions
2.4.1 A Bypass Blocks
2.4.2 A Page Titled
2.4.3 A Focus Order
2.4.4 A Link Purpose (In Context)
2.4.5 AA Multiple Ways
2.4.6 AA Headings and Labels
2.4.7 AA Focus Visible
2.4.9 AAA Link Purpose (Link Only)
2.4.10 AAA Section Headings
2.5.3 A Label in Name
2.5.8 AA Target Size (Minimum)
3.1.1 A Language of Page
3.1.2 AA Language of Parts
3.1.3 AAA Unusual Words
3.1.4 AAA Abbreviations
3.1.5 AAA Reading Level
3.2.1 A On Focus
3.2.2 A On Input
3.2.4 AA Consistent Identification
3.2.5 AAA Change on Request
3.3.1 A Error Identification
3.3.2 A Labels or Instructions
4.1.2 A Name, Role, Value
4.1.3 AA Status Messages
"""
LEVEL: dict[str, str] = {}
NAME: dict[str, str] = {}
for _line in _CRITERIA.strip().splitlines():
    _number, _level, _name = _line.split(" ", 2)
    LEVEL[_number], NAME[_number] = _level, _name


def level_of(criteria: tuple[str, ...]) -> str:
    """The strictest need among criteria: "A" before "AA" before "AAA"; "" for none."""
    return min((LEVEL[one] for one in criteria), key=len, default="")
