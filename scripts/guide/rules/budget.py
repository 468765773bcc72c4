"""budget.yml: what a page may weigh. Read and checked here; the rule that compares is built/weight.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.records import Record, shape, validator
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
    record = Record("budget", data if isinstance(data, LinedMap) else LinedMap(1), FILE, 1)
    if faults := list(shape(record, validator(root / "docs/records", root, "budget", ()))):
        raise GuideError(faults)
    apart = record["pages"]
    if unknown := [name for name in apart if name not in names]:
        raise GuideError([Fault(FILE, apart.lines[name], f"names {name}, which is no page; write its file name as in "
                                                         f"mkdocs.yml, or remove it") for name in unknown])
    pages = {name: {kind: float(own[kind]) for kind in LIMITS if kind in own} for name, own in apart.items()}
    every_page = {kind: float(record["every_page"][kind]) for kind in LIMITS}
    return Budget(every_page, pages, apart.lines, float(record["first_search"]))
