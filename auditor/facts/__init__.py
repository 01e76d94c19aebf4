"""What is true of a document: pure, computed once an audit, and only when a rule needs it.

A fact is a module with

- `NAME`: the name under which it is found in the evidence;
- `NEEDS`: names of other facts (not tools) that it is computed from;
- `compute(document, setting, evidence)`: the value.
"""

from types import ModuleType

from auditor.folder import modules

FACTS: dict[str, ModuleType] = {
    module.NAME: module for module in modules(__name__, __path__, "NAME")
}
