"""`auditor check`: audit documents and say what came of it; the gate for CI."""

import shutil
import sys
from pathlib import Path

import click

from auditor.cli.options import Asked, audit_options
from auditor.cli.output import write_file
from auditor.cli.session import Session, exit_code, session
from auditor.edits import difference
from auditor.errors import FetchError, UsageError
from auditor.inputs import Input, is_address, paths, read, standard_input
from auditor.model import Report
from auditor.parse import EXTENSIONS
from auditor.parse.decode import decode
from auditor.render import FORMATS
from auditor.tools.fetch import DOCUMENT_TYPES, PAGE_TYPES, Fetcher
from auditor.word_comments import commented


@click.command("check")
@click.argument("targets", nargs=-1, required=True, metavar="PATH|URL|- ...")
@audit_options
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(sorted(FORMATS)), metavar="NAME",
    help=f"How to say it: {', '.join(sorted(FORMATS))}.",
)  # fmt: skip
@click.option(
    "--output-file", "files", multiple=True, metavar="FILE",
    help="Write the format named before it to this file; the terminal gets the summary.",
)  # fmt: skip
@click.option("--fix", is_flag=True, help="Make the safe replacements in the files, then check.")
@click.option("--diff", is_flag=True, help="Show the safe replacements as a diff; change nothing.")
@click.option(
    "--browser", is_flag=True, help="Open web pages in a headless browser, with axe-core."
)
@click.option(
    "--comments", default="", metavar="OUT.docx",
    help="Write the Word file that is checked to OUT.docx, with the findings as comments.",
)  # fmt: skip
@click.option("--stdin-filename", default="-", metavar="NAME", help="What `-` is called.")
@click.option("--no-color", is_flag=True, help="No colours; NO_COLOR does the same.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing on the terminal.")
def command(
    targets: tuple[str, ...],
    asked: Asked,
    formats: tuple[str, ...],
    files: tuple[str, ...],
    fix: bool,
    diff: bool,
    browser: bool,
    comments: str,
    stdin_filename: str,
    no_color: bool,
    quiet: bool,
) -> None:
    """Check documents: files, folders, web addresses, or `-` for standard input.

    \b
    Examples:
      auditor check leaflet.md
      auditor check content/ --profile us-patient --fail-on warning
      auditor check tablets.md --class medicine
      auditor check draft.txt --format json
      auditor check content/ --format sarif --output-file auditor.sarif
      auditor check page.html --today 2026-11-22
      auditor check leaflet.md --diff       what --fix would change
      auditor check - --fix < draft.md > better.md
      auditor check page.html --browser
      auditor check leaflet.docx --comments leaflet-checked.docx

    One file given with --format json prints one report; a folder or several files print
    {"reports": [...]}.

    --fix changes only what keeps its meaning and grammar: plain words in the same form, a word that
    stands twice, spelling that is mixed. With `-` the changed text goes to standard output.
    """
    if fix and diff:
        raise UsageError("--fix and --diff: use one of them")
    if len(files) > len(formats):
        raise UsageError("--output-file: name a --format for each file, in the same order")
    if comments:
        _check_comments(targets, comments)
    with session(asked, browser=browser) as run:
        if diff or (fix and "-" in targets):
            sys.exit(_edited(run, targets, stdin_filename, show=diff))
        if fix:
            for path in _paths(run, targets):
                _fix(run, path)
        reports = _reports(run, targets, stdin_filename)
    if comments:
        write_file(
            Path(comments), commented(Path(targets[0]).read_bytes(), reports[0]), "--comments"
        )
    written = formats[: len(files)]
    for name, file in zip(written, files, strict=True):
        write_file(Path(file), _rendered(name, reports, colour=False))
    shown = formats[len(files) :] or ((run.config.format or "terminal",) if not quiet else ())
    for name in shown:
        if name not in FORMATS:
            raise UsageError(f"format: ‘{name}’ is none; use one of {', '.join(sorted(FORMATS))}")
        colour = not no_color and not run.settings.no_color and sys.stdout.isatty()
        click.echo(_rendered(name, reports, colour=colour), nl=False)
    sys.exit(exit_code(report.verdict for report in reports))


def _paths(run: Session, targets: tuple[str, ...]) -> list[Path]:
    """The files that --fix may change; a web address cannot be."""
    if any(is_address(target) for target in targets):
        raise UsageError("--fix: a page at an address cannot be changed; save it to a file first")
    found = paths([target for target in targets if target != "-"], run.config.exclude)
    for path in found:
        if not _is_text(path):
            click.echo(f"{path}: not changed; only text, Markdown and HTML files are.", err=True)
    return [path for path in found if _is_text(path)]


def _is_text(path: Path) -> bool:
    """Whether a file is, by its name, of a kind that --fix can change."""
    return EXTENSIONS.get(path.suffix.lower(), "text/plain") in PAGE_TYPES


def _fix(run: Session, path: Path) -> None:
    """Put the safe replacements into a file, in one step: it is whole at any instant."""
    item = read(path, run.settings.max_bytes)
    done = run.fixed(item)
    if done.data == item.data:
        return
    draft = path.with_name(f".{path.name}.auditor-draft")
    try:
        draft.write_bytes(done.data)
        shutil.copymode(path, draft)
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"--fix: {path} cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)
    click.echo(f"{path}: {_changes(done.changes)} made.", err=True)


def _edited(run: Session, targets: tuple[str, ...], stdin_filename: str, *, show: bool) -> int:
    """Standard input with its safe replacements, or a diff of all targets; 1 if any were found."""
    items = [read(path, run.settings.max_bytes) for path in _paths(run, targets)]
    if "-" in targets:
        items.append(standard_input(stdin_filename, run.settings.max_bytes))
    if not show and len(items) > 1:
        raise UsageError("--fix: with `-` give no other files")
    count = 0
    for item in items:
        done = run.fixed(item)
        count += done.changes
        if show:
            old, new = (decode(data)[0] for data in (item.data, done.data))
            click.echo(difference(item.name, old, new), nl=False)
        else:
            sys.stdout.buffer.write(done.data)
    click.echo(f"{_changes(count)} {'possible' if show else 'made'}.", err=True)
    return int(show and count > 0)


def _changes(count: int) -> str:
    return f"{count} safe change{'' if count == 1 else 's'}"


def _rendered(name: str, reports: list[Report], *, colour: bool) -> str:
    text = str(FORMATS[name].render(reports, colour=colour))
    return text if text.endswith("\n") or not text else text + "\n"


def _reports(run: Session, targets: tuple[str, ...], stdin_filename: str) -> list[Report]:
    files = [target for target in targets if target != "-" and not is_address(target)]
    known = paths(files, run.config.exclude)
    total = len(known) + len(targets) - len(files)
    reports: list[Report] = []
    with Fetcher(run.settings) as fetcher:
        for target in targets:
            if target == "-":
                reports.append(run.audit(standard_input(stdin_filename, run.settings.max_bytes)))
            elif is_address(target):
                reports.append(run.audit(_fetched(fetcher, target)))
    for index, path in enumerate(known, 1):
        if total > 10 and sys.stderr.isatty():
            click.echo(f"\r{index} of {total} ", nl=False, err=True)
        reports.append(run.audit(read(path, run.settings.max_bytes)))
    return reports


def _fetched(fetcher: Fetcher, target: str) -> Input:
    try:
        page = fetcher.get(target, DOCUMENT_TYPES)
    except FetchError as error:
        return Input(target, b"", error=str(error))
    return Input(page.url, page.as_utf8, page.media_type)


def _check_comments(targets: tuple[str, ...], out: str) -> None:
    if len(targets) != 1 or not Path(targets[0]).is_file():
        raise UsageError("--comments: name one Word file to check, and where to write it")
    if Path(out).exists() and Path(out).samefile(targets[0]):
        raise UsageError("--comments: name another file than the one that is checked")
