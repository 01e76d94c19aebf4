"""`auditor --help` lists every command in its own words, though it imports none of them."""

from click import Context
from click.testing import CliRunner

from auditor.cli import main


def test_every_command_is_listed_in_its_own_words() -> None:
    said = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    context = Context(main)
    names = main.list_commands(context)
    assert {"check", "serve", "site"} <= set(names)
    for name in names:
        command = main.get_command(context, name)
        assert command is not None and command.help
        first = " ".join(command.help.partition("\n\n")[0].split())
        assert f"{name} {first}" in said
