"""`auditor sources`: the benchmark documents, measured and checked; their texts stay elsewhere."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from auditor import __version__, benchmark, pipeline, toolbox
from auditor.errors import UsageError
from auditor.library import Library
from auditor.manifest import Source, digest, write_source
from auditor.model import Report
from auditor.pipeline import Tools
from auditor.profiles import choose
from auditor.settings import settings

_NEAR = 1e-6


@click.group("sources")
def command() -> None:
    """Measure, check or add the source documents that drafts are compared with."""


@command.command("measure")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def measure(files: tuple[Path, ...]) -> None:
    """Measure documents and write the figures into their manifests.

    \b
    Example:
      auditor sources measure ../shared/sources/*.txt
    """
    library = toolbox.library(settings())
    for path, source in _matched(_files(files), library.sources):
        report = _audit(path, source, library)
        measured = replace(
            source,
            words=report.document.words,
            figures=benchmark.figures(report.measures),
            measured={"today": report.today, "version": __version__},
        )
        write_source(settings().sources_dir / f"{source.id}.yml", measured)
        click.echo(f"{source.id}: measured, {measured.words} words")


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Measure again and compare with the manifests; exit 1 when a figure differs.

    \b
    Example:
      auditor sources check ../shared/sources
    """
    library = toolbox.library(settings())
    matched = list(_matched(_files(files), library.sources))
    differs = False
    for path, source in matched:
        now = benchmark.figures(_audit(path, source, library).measures)
        for name, value in now.items():
            was = source.figures.get(name)
            if value != was and (value is None or was is None or abs(value - was) > _NEAR):
                differs = True
                click.echo(f"{source.id}: {name} was {was}, is {value}")
    missing = {source.id for source in library.sources} - {source.id for _, source in matched}
    for name in sorted(missing):
        click.echo(f"{name}: not checked, its document is not among the files")
    if not matched:
        raise UsageError("none of these files is a source document; look at sources/*.yml")
    click.echo(f"{len(matched)} source documents checked" + (", some differ" if differs else ""))
    if differs:
        click.echo("Measure them again with `auditor sources measure` when that is meant.")
        raise SystemExit(1)


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="What the document is called.")
@click.option("--publisher", default="", help="Who published it.")
@click.option("--profile", default="uk-patient", help="Profile it is measured with.")
@click.option("--licence", default="not stated", help="What its publisher allows.")
def add(file: Path, title: str, publisher: str, profile: str, licence: str) -> None:
    """Add a document of your own as a benchmark; only its figures are kept.

    \b
    Example:
      auditor sources add leaflet.md --title "Our best leaflet" --publisher "Green Valley"
    """
    library = toolbox.library(settings())
    data = _read(file)
    source = Source(
        id=file.stem,
        title=title,
        publisher=publisher,
        locale=choose(library.profiles, profile).locale,
        dates={},
        sha256=digest(data),
        words=0,
        licence=licence,
        file=file.name,
        profile=profile,
    )
    target = settings().sources_dir / f"{source.id}.yml"
    if target.exists():
        raise UsageError(f"there is a source document ‘{source.id}’ already; rename the file")
    report = _audit(file, source, library)
    write_source(
        target,
        replace(
            source,
            words=report.document.words,
            figures=benchmark.figures(report.measures),
            measured={"today": report.today, "version": __version__},
        ),
    )
    click.echo(f"{source.id}: added, {report.document.words} words")


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.iterdir() if one.is_file())
        elif path.is_file():
            found.append(path)
        else:
            raise UsageError(f"{path}: there is no such file or folder; check the path")
    return found


def _matched(files: Iterable[Path], sources: Iterable[Source]) -> Iterable[tuple[Path, Source]]:
    """Files with the manifest that has their digest."""
    known = {source.sha256: source for source in sources}
    for path in files:
        source = known.get(digest(path.read_bytes()))
        if source is not None:
            yield path, source


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error


def _audit(path: Path, source: Source, library: Library) -> Report:
    """The figures come from our own counts alone, so no tool is needed and none can change them."""
    day = source.measured.get("today")
    return pipeline.run(
        _read(path),
        path.name,
        "",
        profile=choose(library.profiles, source.profile),
        library=library,
        tools=Tools(),
        today=date.fromisoformat(day) if day else date.today(),
    )
