"""The command `auditor`: one module a command, found by its folder.

A command is a module with `COMMAND`, a click command or group.
"""

import sys

import click

from auditor import __version__
from auditor.errors import AuditorError, UsageError
from auditor.folder import modules

USAGE, INCOMPLETE = 2, 3


class _Group(click.Group):
    """Turns our own errors into one sentence and the exit code that stands for them."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AuditorError as error:
            click.echo(f"auditor: {error}", err=True)
            ctx.exit(USAGE if isinstance(error, UsageError) else INCOMPLETE)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="auditor")
def main() -> None:
    """Check whether patients can read, understand and use a text.

    \b
    Examples:
      auditor check leaflet.md              one document, for people
      auditor check content/ --format sarif --output-file auditor.sarif
      cat draft.txt | auditor check -       from a pipe
      auditor serve                         the web pages
      auditor site https://example.org/sitemap.xml --output-file pages.csv

    \b
    Exit codes: 0 ready, 1 change first, 2 wrong option or setting, 3 not fully checked.
    """


for _module in modules(__name__, __path__, "COMMAND"):
    main.add_command(_module.COMMAND)
