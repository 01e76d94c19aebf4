"""A `Report` becomes text: one module per output format, pure, found by its folder.

A format is a module with

- `NAME`: the word after `--format`;
- `MEDIA_TYPE` and `EXTENSION`: what the text is, and how a file of it ends;
- `render(reports: Sequence[Report], colour: bool = False) -> str`: all of them in one text.
"""

from types import ModuleType

from auditor.folder import modules

FORMATS: dict[str, ModuleType] = {
    module.NAME: module for module in modules(__name__, __path__, "NAME")
}
