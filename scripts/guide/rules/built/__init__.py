"""Rules read on the built site: what no source rule can see, because templates and records made it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project

NOT_IN_A_PREVIEW = ("policy", "weight")  # a preview sends other files than a host


def built_faults(project: Project, site: Path) -> list[Fault]:
    """Every fault of every output rule, sorted by file and line."""
    faults: set[Fault] = set()
    for rule in rules():
        faults.update(rule(project, site))
    return sorted(faults)


def rules(serving: bool = False) -> Iterator[Callable[[Project, Path], Iterable[Fault]]]:
    """The function `check` of every module here; when `serving`, of those that hold for a preview."""
    for module in pkgutil.iter_modules(__path__):
        if not (serving and module.name in NOT_IN_A_PREVIEW):
            yield importlib.import_module(f"{__name__}.{module.name}").check
