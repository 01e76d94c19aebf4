"""A reader's picks by number: written, read, applied, and turned back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.parse import parse
from auditor.parse.picked import COUNTED, LEFT_OUT, Picked

_PAGE = b"<nav><a href=/a>Home</a></nav><h1>Your knee</h1><p>Rest it for a day.</p><p>Use ice.</p>"


def test_picks_overrule_what_blocks_were_taken_for() -> None:
    document = parse(_PAGE, "knee.html", "text/html")
    assert [block.region for block in document.blocks] == ["navigation", *["content"] * 3]
    picked = Picked(counted=frozenset({0, 1}), left_out=frozenset({0, 3, 99})).applied(document)
    assert [(block.region, block.reason) for block in picked.blocks] == [
        ("content", COUNTED), ("content", ""), ("content", ""), ("boilerplate", LEFT_OUT),
    ]  # fmt: skip


def test_picks_are_numbers_and_signs_only() -> None:
    assert str(Picked(frozenset({4, 3}), frozenset({12}))) == "+3+4-12"
    assert Picked.read("+3+4-12") == Picked(frozenset({4, 3}), frozenset({12}))
    assert Picked.read("") == Picked()


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), max_size=8))
def test_what_is_ticked_is_what_counts(blocks: list[tuple[bool, bool, bool]]) -> None:
    """From what the auditor took blocks for, by a first choice, to a second one."""
    taken = [one for one, _, _ in blocks]
    first = Picked().after(taken, {n for n, (_, one, _) in enumerate(blocks) if one})
    second = first.after([one for _, one, _ in blocks], {n for n, b in enumerate(blocks) if b[2]})
    for picked, wanted in ((first, 1), (second, 2)):
        counts = [
            (number in picked.counted) or (was and number not in picked.left_out)
            for number, was in enumerate(taken)
        ]
        assert counts == [block[wanted] for block in blocks]
        assert all(taken[number] for number in picked.left_out)
        assert not any(taken[number] for number in picked.counted)
        assert Picked.read(str(picked)) == picked


@pytest.mark.parametrize("number", [99, 10**9])
def test_a_number_that_no_block_has_changes_nothing(number: int) -> None:
    assert Picked().after([True], {0, number}) == Picked()
