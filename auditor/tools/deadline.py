"""One limit on time that everything belonging to one fetch shares."""

from __future__ import annotations

from time import monotonic

from auditor.errors import FetchError


class Deadline:
    """The moment by which a fetch has to be over, `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left, always more than 0; raises FetchError when there are none."""
        seconds = self._end - monotonic()
        if seconds <= 0:
            raise self.passed()
        return seconds

    def extend(self, seconds: float) -> None:
        """Leave `seconds` out of account: a pause that the host itself asked for."""
        self._end += seconds

    def passed(self) -> FetchError:
        """What to raise when time has run out."""
        return FetchError(
            f"the address did not answer in full within {self._seconds:g} seconds; try again later"
        )
