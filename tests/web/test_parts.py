"""A reader overrules what the auditor took a part of the page for, and the page is scored again."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from auditor.composition import service
from auditor.library import Library
from auditor.parse.picked import COUNTED, LEFT_OUT
from auditor.settings import Settings
from tests.web.conftest import Site

_PAGE = (
    b"<html lang=en><title>Knee</title><nav><a href=/>Home</a><a href=/a>Jobs</a></nav><main>"
    b"<h1>Your knee</h1><p>Rest it for a day.</p><p>Utilise ice.</p></main>"
    b"<aside><p>Our shop sells ice packs.</p></aside>"
)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Site]:
    """A website over the whole engine, without LanguageTool."""
    settings = Settings.model_validate(
        {"data_dir": tmp_path_factory.mktemp("parts"), "languagetool_url": "off", "secret_key": "t"}
    )

    def build(folder: Path, send: object) -> object:
        return service(settings, send, library)  # type: ignore[arg-type]  # the site's own

    made = SimpleNamespace(service=build, library=lambda: library, settings=lambda folder: settings)
    yield Site(made, settings.data_dir)  # type: ignore[arg-type]  # it has what is used of it


def _boxes(page: str) -> list[tuple[str, bool]]:
    """Each part's text, and whether its box is ticked."""
    found = re.findall(r'<input type="checkbox" name="counts"([^>]*)>\s*<label[^>]*>([^<]*)', page)
    return [(text, " checked" in attributes) for attributes, text in found]


def test_a_reader_chooses_which_parts_count(real: Site) -> None:
    sent = {"file": (BytesIO(_PAGE), "knee.html"), "profile": "uk-patient"}
    first = str(real.post("/audits", **sent).headers["Location"])
    assert f'href="{first}/parts#part-1"' in real.text(first)
    before = _boxes(real.text(f"{first}/parts"))
    assert dict(before)["Our shop sells ice packs."] is False
    assert dict(before)["Utilise ice."] is True
    numbers = {text: str(number) for number, (text, _) in enumerate(before)}
    ticked = [
        numbers[text] for text in ("Your knee", "Rest it for a day.", "Our shop sells ice packs.")
    ]
    answer = real.post(f"{first}/parts", counts=ticked)
    assert answer.status_code == 303
    second = str(answer.headers["Location"])
    page = real.text(f"{second}/parts")
    assert [text for text, on in _boxes(page) if on] == [before[int(one)][0] for one in ticked]
    assert f"Counts: {COUNTED}." in page
    assert f"Left out: {LEFT_OUT}." in page
    assert "Utilise" in real.text(first)
    report = real.client.get(f"{second}/report.json").json
    assert [block["text"] for block in report["blocks"] if block["region"] == "content"] == [
        before[int(one)][0] for one in ticked
    ]
    assert not [one for one in report["findings"] if "Utilise" in (one["quote"] or "")]
    back = real.post(f"{second}/parts", counts=[numbers[text] for text, on in before if on])
    third = str(back.headers["Location"])
    assert _boxes(real.text(f"{third}/parts")) == before
    assert COUNTED not in real.text(f"{third}/parts")


def test_no_part_at_all_is_refused(site: Site) -> None:
    address = site.audit("Take one tablet.")
    for counts in ([], ["99"], ["x"]):
        answer = site.post(f"{address}/parts", counts=counts)
        assert answer.status_code == 422
        assert "Tick one part or more." in answer.text


def test_parts_of_what_is_not_there(site: Site) -> None:
    assert site.client.get("/audits/none/parts").status_code == 404
    site.hold = True
    assert site.client.get(f"{site.audit()}/parts").status_code == 409
