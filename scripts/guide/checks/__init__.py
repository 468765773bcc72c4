"""The rules a contribution must keep, one rule a file. Each module has a docstring that says why, and a function `check`.

Source rules take a Project and yield faults; output rules (under `built`) take the folder of the built site.
"""

from __future__ import annotations

import importlib
import pkgutil

from ..faults import Fault, GuideError
from ..project import Project


def source_faults(project: Project) -> list[Fault]:
    """Every fault of every source rule, sorted by file and line."""
    faults: set[Fault] = set()
    for module in pkgutil.iter_modules(__path__):
        if not module.ispkg:
            try:
                faults.update(importlib.import_module(f"{__name__}.{module.name}").check(project))
            except GuideError as error:  # a file the rule itself reads is malformed
                faults.update(error.faults)
    return sorted(faults)
