"""`auditor glossary`: check a glossary of your own, or build one from what a text leaves unexplained."""

import json
import sys
from dataclasses import asdict
from datetime import date

import click

from auditor import pipeline, toolbox
from auditor.cli.documents import one_glossary, one_input
from auditor.cli.options import Asked
from auditor.cli.session import DEFAULT_PROFILE, configured, session
from auditor.errors import DocumentError
from auditor.glossary_proof import Proof, proof
from auditor.inputs import paths, read
from auditor.library import Library
from auditor.model import Profile, Report
from auditor.pipeline import Tools
from auditor.profiles import choose
from auditor.render.glossary import FORMATS, render
from auditor.render.words import count
from auditor.settings import Settings, settings


@click.group("glossary")
def command() -> None:
    """Check a glossary of your own, or build one."""


@command.command("check")
@click.argument("target", metavar="FILE|URL")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT ...]")
@click.option("--profile", default="", help="Who it is for: uk-patient, us-patient …")
@click.option("--format", "form", type=click.Choice(["line", "json"]), default="line")
def check(target: str, documents: tuple[str, ...], profile: str, form: str) -> None:
    """Read a glossary as an editor would: length, wording, hard words, circles, doubles.

    With documents (files or folders) it also says which entries none of them uses, and which terms
    they leave unexplained that have no entry. Exit code 1 when there is something to mend.

    \b
    Examples:
      auditor glossary check words.yml
      auditor glossary check words.csv content/
    """
    current = settings()
    library = toolbox.library(current)
    chosen = choose(library.profiles, profile or configured("").profile or DEFAULT_PROFILE)
    glossary = one_glossary(target, current)
    joined = library.with_glossary(glossary)
    reports = list(_reports(documents, chosen, joined, current))
    found = proof(glossary, reports, profile=chosen, library=library, today=date.today())
    click.echo(_json(found) if form == "json" else _lines(target, found))
    sys.exit(1 if found.remarks else 0)


@command.command("build")
@click.argument("target", metavar="FILE|URL|-")
@click.option("--profile", default="", help="Who it is for: uk-patient, us-patient …")
@click.option("--config", default="", metavar="FILE", help="Use this auditor.toml.")
@click.option("--glossary", default="", metavar="FILE|URL", help="Your own terms come first.")
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), default="markdown", metavar="NAME",
    help=f"How to write it: {', '.join(sorted(FORMATS))}.",
)  # fmt: skip
def build(target: str, profile: str, config: str, glossary: str, form: str) -> None:
    """Write a glossary for the end of a text: each term that it leaves unexplained.

    Definitions are those of your own glossary, else ours; the others are marked “to be written”.

    \b
    Examples:
      auditor glossary build leaflet.md >> leaflet.md
      auditor glossary build page.html --format html --glossary words.csv
    """
    current = settings()
    asked = Asked(profile=profile, config=config, languagetool="off", glossary=glossary)
    with session(asked) as run:
        report = run.audit(one_input(target, current))
    if not report.blocks:
        raise DocumentError(f"{target}: {report.document.notes[0]}")
    click.echo(render(report, form), nl=False)


def _reports(
    documents: tuple[str, ...], profile: Profile, library: Library, current: Settings
) -> list[Report]:
    items = [read(path, current.max_bytes) for path in (paths(documents) if documents else ())]
    return [
        pipeline.run(
            item.data, item.name, item.media_type, profile=profile, library=library, tools=Tools(),
            today=date.today(),
        )
        for item in items
        if not item.error
    ]  # fmt: skip


def _lines(target: str, found: Proof) -> str:
    said = [
        f"{target}:{one.line}: {one.message}" if one.line else f"{target}: {one.message}"
        for one in found.remarks
    ]
    age = found.reading_age
    ages = f", reading age {age[0]:.0f} to {age[1]:.0f}" if age else ""
    end = f"{len(found.remarks):,} to mend" if found.remarks else "nothing to mend"
    return "\n".join([*said, f"{count(found.terms, 'term')}{ages}: {end}"])


def _json(found: Proof) -> str:
    return json.dumps({"schema_version": 1, **asdict(found)}, ensure_ascii=False, indent=2)
