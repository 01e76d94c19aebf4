"""What stands on most pages of a site is left out of each, and still is evidence."""

from datetime import date
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.parse.picked import NOTHING_PICKED, REPEATED, Picked
from auditor.profiles import choose
from auditor.settings import settings
from auditor.site_blocks import repeated
from auditor.toolbox import library

_NOTICE = "Our day unit has moved to the new wing. Ask at the front desk for a map of the site."
_NAMES = ("knee", "hip", "wrist", "ankle")


def _page(name: str) -> bytes:
    return (
        f"<html lang=en><title>{name}</title><body><main><h1>Your {name}</h1><h2>At home</h2>"
        f"<p>Rest your {name} for a week.</p><p>{_NOTICE}</p></main></body></html>"
    ).encode()


def _site(*names: str) -> list[tuple[bytes, str, str]]:
    return [(_page(name), f"{name}.html", "text/html") for name in names]


def test_what_most_pages_share_is_none_of_their_text() -> None:
    shared = repeated([*_site(*_NAMES), (b"", "gone.html", "text/html")])
    assert shared[-1] == NOTHING_PICKED
    loaded = library(settings())
    profile = choose(loaded.profiles, "uk-patient")
    for (data, name, kind), picked in zip(_site(*_NAMES), shared, strict=False):
        report = pipeline.run(
            data, name, kind, profile=profile, library=loaded, tools=pipeline.Tools(),
            today=date(2026, 11, 25), picked=picked,
        )  # fmt: skip
        left_out = [block.text for block in report.blocks if block.reason == REPEATED]
        assert left_out == [_NOTICE]
        kept = [block.text for block in report.blocks if block.region == "content"]
        assert kept[:2] == [f"Your {name[:-5]}", "At home"]  # pages share headings for good reasons


@pytest.mark.parametrize("names", [(), ("knee",), ("knee", "hip")])
def test_two_pages_are_no_site(names: tuple[str, ...]) -> None:
    assert repeated(_site(*names)) == [NOTHING_PICKED] * len(names)


def test_half_of_the_pages_are_not_most() -> None:
    others = [(f"<p>Page {n} is on its own.</p>".encode(), "a.html", "text/html") for n in range(3)]
    assert set(repeated([*_site("knee", "hip", "wrist"), *others])) == {NOTHING_PICKED}


def test_a_reader_wins_over_the_site(tmp_path: Path) -> None:
    picked = repeated(_site(*_NAMES))[0]
    assert picked == Picked.read(str(picked)) != NOTHING_PICKED
    number = next(iter(picked.repeated))
    counts = [index != number for index in range(6)]
    assert number in picked.after(counts, range(6)).counted
    assert picked.after(counts, range(5)).repeated == picked.repeated
