"""`auditor site`: audit the pages an organisation has: a folder, files, a list, or a sitemap."""

import csv
import io
import sys
from collections.abc import Container, Iterable, Iterator
from itertools import islice
from pathlib import Path

import click

from auditor import composition, toolbox
from auditor.cli.options import Asked, audit_options, day
from auditor.cli.output import write_file
from auditor.cli.session import DEFAULT_PROFILE, Session, configured, exit_code, session
from auditor.config import Config
from auditor.contracts import known_class
from auditor.document_class import names_itself
from auditor.errors import DocumentError, FetchError, UsageError
from auditor.inputs import Input, is_address, paths, read
from auditor.model import Report
from auditor.parse import media_type_of, parse
from auditor.profiles import choose
from auditor.queue import sender
from auditor.service import Submission
from auditor.settings import Settings, settings
from auditor.site_blocks import repeated
from auditor.sites import BATCH, summary
from auditor.tools.fetch import Fetcher
from auditor.tools.sitemap import sitemap, sitemap_of

_COLUMNS = (
    "document", "verdict", "reading_age_low", "reading_age_high", "unexplained",
    "missing_statements", "review_date", "review_status",
)  # fmt: skip
_WORST = {"fail": 0, "incomplete": 1, "pass": 2}


@click.command("site")
@click.argument("targets", nargs=-1, required=True, metavar="FOLDER|FILE|LIST|URL ...")
@audit_options
@click.option("--output-file", default="", metavar="FILE", help="Write the rows as CSV.")
@click.option("--web", is_flag=True, help="Hand the pages to the service and print the address.")
@click.option("--name", default="", help="What the site is called on its web page.")
def command(
    targets: tuple[str, ...],
    asked: Asked,
    output_file: str,
    web: bool,
    name: str,
) -> None:
    """Audit many pages; one row a page, worst first.

    A target is a folder, a document, a .lst file with one path or address a line, an address,
    or a sitemap.xml (a file or an address).

    \b
    Examples:
      auditor site content/
      auditor site pages.lst --output-file pages.csv
      auditor site https://example.org/sitemap.xml --web
    """
    if web and asked.glossary:
        raise UsageError("--glossary: with --web, name the glossary in the profile instead")
    if web:
        click.echo(_submitted(targets, asked, name))
        return
    with session(asked) as run:
        rows = sorted(_audited(run, _inputs(targets, run.settings)), key=_worst_first)
    if output_file:
        write_file(Path(output_file), _csv(rows))
    _print(rows)
    sys.exit(exit_code(str(row["verdict"]) for row in rows))


def _submitted(targets: tuple[str, ...], asked: Asked, name: str) -> str:
    current = settings()
    library = toolbox.library(current)
    chosen = choose(library.profiles, asked.profile or DEFAULT_PROFILE).id
    if asked.document_class:
        known_class(library.contracts, asked.document_class)
    own = configured(asked.config)
    found = list(_inputs(targets, current))
    left_out = [f"{one.name}: {one.error}" for one in found if one.error]
    submissions = [
        Submission(
            one.data,
            one.name,
            one.media_type,
            chosen,
            asked.document_class or _matched(one, own, library.contracts),
            today=day(asked.today) if asked.today else None,
        )
        for one in found
        if not one.error
    ]
    service = composition.service(current, sender(current), library)
    site = service.submit_site(name or targets[0], submissions, chosen, "; ".join(left_out[:20]))
    return f"http://localhost:{current.port}/sites/{site}"


def _matched(page: Input, own: Config, known: Container[str]) -> str:
    """The class that a path pattern of the configuration sets, unless the page names its own."""
    kind = own.class_of(page.name, known)
    if not kind:
        return ""
    try:
        document = parse(page.data, page.name, media_type_of(page.name, page.media_type))
    except DocumentError:
        return kind
    return "" if names_itself(document, known) else kind


def _inputs(targets: tuple[str, ...], current: Settings) -> Iterator[Input]:
    """Every page of the targets, at most as many as the settings allow."""
    with Fetcher(current) as fetcher:
        found = list(islice(_expanded(targets, fetcher, current), current.max_site_pages + 1))
        for count, target in enumerate(found, 1):
            _say(f"{count} of {len(found)} read")
            if count > current.max_site_pages:
                yield Input(
                    "more pages",
                    b"",
                    error=f"only {current.max_site_pages} pages are audited at once; "
                    "raise AUDITOR_MAX_SITE_PAGES",
                )
                return
            yield (
                _fetched(fetcher, target)
                if is_address(target)
                else read(Path(target), current.max_bytes)
            )


def _expanded(targets: Iterable[str], fetcher: Fetcher, current: Settings) -> Iterator[str]:
    for target in targets:
        if is_address(target):
            is_map = target.lower().endswith((".xml", ".xml.gz"))
            yield from sitemap(fetcher, target) if is_map else [target]
        elif target.lower().endswith((".xml", ".xml.gz")) and Path(target).is_file():
            yield from sitemap_of(Path(target).read_bytes(), fetcher)
        elif target.lower().endswith(".lst") and Path(target).is_file():
            lines = Path(target).read_text("utf-8").splitlines()
            entries = [line.strip() for line in lines if line.strip() and line[0] != "#"]
            yield from _expanded(entries, fetcher, current)
        else:
            yield from (str(path) for path in paths([target]))


def _fetched(fetcher: Fetcher, target: str) -> Input:
    try:
        page = fetcher.get(target)
    except FetchError as error:
        return Input(target, b"", error=str(error))
    return Input(page.url, page.as_utf8, page.media_type)


def _audited(run: Session, inputs: Iterable[Input]) -> Iterator[dict[str, object]]:
    """A row a page; a batch of pages is held at a time, and no report longer than its row."""
    before: list[Input] = []
    count = 0
    found = iter(inputs)
    while pages := list(islice(found, BATCH)):
        together = (before + pages)[-BATCH:]
        shared = repeated((one.data, one.name, one.media_type) for one in together)
        for item, picked in zip(pages, shared[-len(pages) :], strict=True):
            yield _row(run.audit(item, picked))
            count += 1
            _say(f"{count} done")
        before = pages


def _say(words: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{words} ", nl=False, err=True)


def _row(report: Report) -> dict[str, object]:
    return {"document": report.document.name, "verdict": report.verdict, **summary(report)}


def _worst_first(row: dict[str, object]) -> tuple[int, float, str]:
    age = row.get("reading_age_low")
    return (
        _WORST[str(row["verdict"])],
        -float(age) if isinstance(age, int | float) else 0.0,
        str(row["document"]),
    )


def _csv(rows: Iterable[dict[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        name = str(row["document"])
        safe = "'" + name if name[:1] in "=+-@\t" else name
        writer.writerow({**row, "document": safe})
    return out.getvalue()


def _print(rows: list[dict[str, object]]) -> None:
    words = {"fail": "Change first", "incomplete": "Not fully checked", "pass": "Ready"}
    click.echo(f"{'Verdict':18} {'Age':9} {'Terms':>5} {'Missing':>7}  {'Review':12} Document")
    for row in rows:
        low, high = row["reading_age_low"], row["reading_age_high"]
        age = f"{low:.0f}–{high:.0f}" if isinstance(low, float) and isinstance(high, float) else "–"
        click.echo(
            f"{words[str(row['verdict'])]:18} {age:9} {_shown(row['unexplained']):>5} "
            f"{_shown(row['missing_statements']):>7}  "
            f"{_shown(row['review_date'] or None):12} {row['document']}"
        )
    counts = {word: sum(row["verdict"] == key for row in rows) for key, word in words.items()}
    click.echo(", ".join(f"{count} {word.lower()}" for word, count in counts.items()))


def _shown(value: object) -> str:
    return "–" if value is None else str(value)
