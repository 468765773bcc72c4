"""Every page is in the menu of mkdocs.yml, once.

A page outside the menu is built, found by nobody, and not warned about when its translation is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.yaml_lines import read_text

PATH = "mkdocs.yml"
_ENTRY = re.compile(r"^\s+-\s+(?:[^#]*?:\s+)?['\"]?([^'\":#\s]+\.md)['\"]?\s*(?:#.*)?$")


def check(project: Project) -> Iterator[Fault]:
    entries = list(_entries(read_text(project.root / PATH, project.root)))
    names = {page.name: page for page in reversed(project.pages)}
    first: dict[str, int] = {}
    for line, name in entries:
        if name in first:
            yield Fault(PATH, line, f"{name} is in the menu twice (first on line {first[name]}); remove one")
        elif name not in names:
            yield Fault(PATH, line,
                        f"{name} is in the menu and in no language folder; correct the name, or write "
                        f"docs/{project.languages[0]}/{name}")
        first.setdefault(name, line)
    for name, page in sorted(names.items()):
        if name not in first:
            yield Fault(page.path, 1, f"is not in the menu; add the line '- {name}' under nav: in {PATH}")


def _entries(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1].strip() and not line.startswith(("#", "-")):
            inside = line.startswith("nav:")
        elif inside and (match := _ENTRY.match(line)):
            yield number, match[1]
