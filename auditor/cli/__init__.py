"""The command `auditor`: one module a command, found by its folder.

A command is a module with `command`, a click command or group.
"""

import ast
import atexit
import gc
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

import click

from auditor import __version__
from auditor.errors import AuditorError, UsageError

USAGE, INCOMPLETE = 2, 3
# Starting up makes a million objects that stay: looking through them for waste takes a quarter of it.
gc.set_threshold(100_000, 20, 20)
# At the end the same: everything goes with the process.
atexit.register(gc.freeze)
_NO_COMMANDS = frozenset({"documents", "options", "output", "session"})


class _Group(click.Group):
    """Finds commands when they are asked for, and says our own errors in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every module of this folder that is a command."""
        names = (info.name for info in pkgutil.iter_modules(__path__))
        return sorted(name for name in names if name not in _NO_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import the command of that name alone: others need much that it does not."""
        if name not in self.list_commands(ctx):
            return None
        found: click.Command = import_module(f"{__name__}.{name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by the first words of their docstrings, importing none of them."""
        folder = Path(__file__).parent
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, _about(folder / f"{name}.py")) for name in self.list_commands(ctx)]
            )

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AuditorError as error:
            click.echo(f"auditor: {error}", err=True)
            ctx.exit(USAGE if isinstance(error, UsageError) else INCOMPLETE)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


def _about(module: Path) -> str:
    """The first paragraph of what the function `command` of a module says about itself."""
    parts = ast.parse(module.read_text("utf-8")).body
    said = next(ast.get_docstring(one) for one in parts
                if isinstance(one, ast.FunctionDef) and one.name == "command")  # fmt: skip
    return " ".join((said or "").partition("\n\n")[0].split())


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
