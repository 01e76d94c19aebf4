"""`auditor worksheet`: fill in an instrument such as DISCERN, as far as a text shows it."""

from dataclasses import replace
from pathlib import Path

import click

from auditor.cli.options import Asked, audit_options
from auditor.cli.output import write_file
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
def command(
    name: str,
    target: str,
    asked: Asked,
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
    with session(replace(asked, languagetool=asked.languagetool or "off")) as run:
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
    write_file(Path(output_file), text)
