"""mkdocs.yml says what it says today: our hook, one plugin, our theme, the extensions pages are checked with, pages in the menu.

`dev.py` asks the same before MkDocs starts (guide/configuration.py says why); this is for whoever runs MkDocs without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..configuration import faults
from ..faults import Fault
from ..project import Project


def check(project: Project) -> Iterator[Fault]:
    yield from faults(project.root)
