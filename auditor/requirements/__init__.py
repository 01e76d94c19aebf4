"""What an element must have: one module a noun, found by its folder.

A module has `REQUIREMENTS`: the words after `require:` in a rule, each with a function that takes
an element and the rule's keys, and answers with a verdict.
"""

from auditor.folder import modules
from auditor.requirements.verdict import Requirement

REQUIREMENTS: dict[str, Requirement] = {
    name: requirement
    for module in modules(__name__, __path__, "REQUIREMENTS")
    for name, requirement in module.REQUIREMENTS.items()
}
