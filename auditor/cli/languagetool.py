"""`auditor languagetool`: our LanguageTool server in the foreground, for a deployment."""

import signal

import click

from auditor.settings import settings
from auditor.tools.languagetool_server import Server


@click.command("languagetool")
@click.option("--port", default=8081, type=click.IntRange(1, 65_535), help="Port to listen on.")
@click.option("--public", is_flag=True, help="Listen on every address, not on this machine alone.")
def command(port: int, public: bool) -> None:
    """Run the LanguageTool server until it is stopped.

    \b
    Example:
      auditor languagetool --port 8081
    """
    with Server(settings(), port, public=public) as server:
        server.wait()
        click.echo(f"Ready: {server.url}")
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
