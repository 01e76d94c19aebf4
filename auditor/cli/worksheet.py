"""`auditor worksheet`: fill in an instrument such as DISCERN, as far as a text shows it."""

from pathlib import Path

import click

from auditor.cli.options import audit_options, day
from auditor.cli.session import session
from auditor.errors import UsageError
from auditor.inputs import paths, read, standard_input
from auditor.worksheet import answered, choose
from auditor.worksheet.write import FORMATS


@click.command("worksheet")
@click.argument("name")
@click.argument("target", metavar="FILE|-")
@audit_options
@click.option("--format", "form", default="text", type=click.Choice(sorted(FORMATS)))
@click.option("--output-file", default="", metavar="FILE", help="Write it to this file.")
def COMMAND(  # noqa: N802
    name: str,
    target: str,
    profile: str,
    document_class: str,
    today: str,
    fail_on: str,
    config: str,
    languagetool: str,
    styles: str,
    glossary: str,
    form: str,
    output_file: str,
) -> None:
    """Fill in the worksheet NAME for one text: cci, pemat, sam, discern, eqip, jama or pif-tick.

    What a text cannot show is left to a person, so the score is a range.

    \b
    Examples:
      auditor worksheet discern leaflet.md
      auditor worksheet pemat leaflet.md --format csv --output-file pemat.csv
    """
    with session(
        profile=profile,
        document_class=document_class,
        today=day(today) if today else None,
        fail_on=fail_on,
        config=config,
        languagetool=languagetool or "off",
        styles=styles,
        glossary=glossary,
    ) as run:
        sheet = choose(run.library.worksheets, name)
        most = run.settings.max_bytes
        if target == "-":
            item = standard_input("-", most)
        else:
            found = paths([target])
            if len(found) != 1:
                raise UsageError(f"{target}: name one file, not a folder")
            item = read(found[0], most)
        report = run.audit(item)
    text = FORMATS[form][2](answered(sheet, report), report)
    if not output_file:
        click.echo(text, nl=False)
        return
    try:
        Path(output_file).write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(f"{output_file} cannot be written: {error.strerror}") from error
