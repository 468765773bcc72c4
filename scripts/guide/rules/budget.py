"""budget.yml: what a page may weigh. Read and checked here; the rule that compares is built/weight.py."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.yaml_lines import LinedMap, load

FILE = "budget.yml"
LIMITS = ("first_view", "second_page", "tools", "requests")  # all in KiB but the last
KIB = 1024


@dataclass
class Budget:
    """The limits of every page, those of the pages named apart with the line each stands on, and KiB for a first
    search."""

    every_page: dict[str, float]
    pages: dict[str, dict[str, float]]
    lines: dict[str, int]
    first_search: float

    def limit(self, name: str, kind: str) -> float:
        """What page `name` (`opt-out/web.md`) may cost."""
        return self.pages.get(name, {}).get(kind, self.every_page[kind])


def load_budget(root: Path, names: set[str]) -> Budget:
    """Read `root`/budget.yml; `names` are the guide's pages. Raises GuideError with the line of each mistake."""
    data = load(root / FILE, root)
    data, faults = data if isinstance(data, LinedMap) else LinedMap(1), list[Fault]()
    for key in set(data) - {"every_page", "pages", "first_search"}:
        _say(faults, data, key, f"has {key}, which means nothing here; write every_page, first_search and pages")
    apart, every_page, pages = _mapping(faults, data, "pages"), _mapping(faults, data, "every_page"), {}
    for name in apart:
        kinds = set(own := _mapping(faults, apart, name)) - {"why"}
        if name not in names:
            _say(faults, apart, name,
                 f"names {name}, which is no page; write its file name as in mkdocs.yml, or remove it")
        elif not kinds or kinds - set(LIMITS) or not own.get("why"):
            _say(faults, apart, name, f"{name} needs why: and one or more of {', '.join(LIMITS)}, and nothing else")
        pages[name] = {kind: _number(faults, own, kind) for kind in LIMITS if kind in kinds}
    budget = Budget({kind: _number(faults, every_page, kind) for kind in LIMITS}, pages, apart.lines,
                    _number(faults, data, "first_search"))
    if faults:
        raise GuideError(faults)
    return budget


def _say(faults: list[Fault], where: LinedMap, key: str, message: str) -> None:
    faults.append(Fault(FILE, where.lines.get(key, where.line), message))


def _mapping(faults: list[Fault], where: LinedMap, key: str) -> LinedMap:
    if isinstance(where.get(key), LinedMap):
        return where[key]
    _say(faults, where, key, f"needs {key}: with its lines indented below it")
    return LinedMap(where.line)


def _number(faults: list[Fault], where: LinedMap, key: str) -> float:
    if re.fullmatch(r"(?!0+(\.0*)?$)\d+(\.\d+)?", str(where.get(key))):
        return float(where[key])
    _say(faults, where, key, f"needs {key}: a number above 0" + ("" if key == "requests" else ", in KiB"))
    return 0
