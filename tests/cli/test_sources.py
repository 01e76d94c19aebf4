"""`auditor sources`: figures are measured, checked against the manifests, and added."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from auditor.manifest import load_source
from auditor.settings import settings

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_add_check_and_a_figure_that_differs(auditor: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    leaflet = tmp_path / "good-leaflet.md"
    shutil.copy(settings().sources_dir / "samples" / leaflet.name, leaflet)
    env = {"AUDITOR_SOURCES_DIR": str(folder)}
    added = auditor("sources", "add", leaflet.name, "--title", "Our best", env=env)
    assert added.returncode == 0, added.stderr
    source = load_source(folder / "good-leaflet.yml")
    assert source.words > 100 and source.figures["reading_age"] is not None
    assert auditor("sources", "check", ".", env=env).returncode == 0
    manifest = folder / "good-leaflet.yml"
    text = manifest.read_text("utf-8")
    manifest.write_text(
        text.replace(f"reading_age: {source.figures['reading_age']}", "reading_age: 2.0"), "utf-8"
    )
    differs = auditor("sources", "check", ".", env=env)
    assert differs.returncode == 1
    assert "good-leaflet: reading_age was 2.0, is" in differs.stdout
    assert auditor("sources", "measure", leaflet.name, env=env).returncode == 0
    assert load_source(manifest).figures == source.figures


def test_files_that_are_no_source_are_said(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.", "utf-8")
    done = auditor("sources", "check", "a.txt")
    assert done.returncode == 2
    assert "none of these files is a source document" in done.stderr


def test_the_texts_of_the_source_documents_are_not_here() -> None:
    folder = settings().sources_dir
    names = {load_source(path).file for path in folder.glob("*.yml")}
    assert len(names) == 5
    assert not [path for path in folder.rglob("*") if path.name in names]
