"""budget.yml: what a page may weigh. Read and checked here; the rule that compares is checks/built/weight.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.yaml_lines import LinedMap, load

FILE = "budget.yml"
LIMITS = ("first_view", "second_page", "tools", "requests")  # all in KiB but the last
KIB = 1024


@dataclass
class Budget:
    """The limits of every page, those of the pages named apart with the line each stands on, and KiB for a first search."""

    every_page: dict[str, float] = field(default_factory=dict)
    pages: dict[str, dict[str, float]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    first_search: float = 0

    def limit(self, name: str, kind: str) -> float:
        """What page `name` (`opt-out/web.md`) may cost."""
        return self.pages.get(name, {}).get(kind, self.every_page[kind])


def load_budget(root: Path, names: set[str]) -> Budget:
    """Read `root`/budget.yml; `names` are the guide's pages. Raises GuideError with the line of each mistake."""
    data = load(root / FILE, root)
    reading = _Reading()
    budget = reading.budget(data if isinstance(data, LinedMap) else LinedMap(1), names)
    if reading.faults:
        raise GuideError(reading.faults)
    return budget


class _Reading:
    def __init__(self):
        self.faults: list[Fault] = []

    def budget(self, data: LinedMap, names: set[str]) -> Budget:
        for key in set(data) - {"every_page", "pages", "first_search"}:
            self.fault(data, key, f"has {key}, which means nothing here; write every_page, first_search and pages")
        every_page = self.limits(self.mapping(data, "every_page"), LIMITS)
        result = Budget(every_page, first_search=self.number(data, "first_search"))
        apart = self.mapping(data, "pages")
        for name, own in apart.items():
            kinds = [key for key in own if key != "why"] if isinstance(own, LinedMap) else []
            if name not in names:
                self.fault(apart, name, f"names {name}, which is no page; write its file name as in mkdocs.yml, or remove it")
            elif not kinds or set(kinds) - set(LIMITS) or not own.get("why"):
                self.fault(apart, name, f"{name} needs why: and one or more of {', '.join(LIMITS)}, and nothing else")
            else:
                result.pages[name], result.lines[name] = self.limits(own, kinds), apart.lines[name]
        return result

    def limits(self, where: LinedMap, kinds: tuple[str, ...] | list[str]) -> dict[str, float]:
        return {kind: self.number(where, kind) for kind in kinds}

    def mapping(self, data: LinedMap, key: str) -> LinedMap:
        if not isinstance(data.get(key), LinedMap):
            self.fault(data, key, f"needs {key}: with its lines indented below it")
        return data[key] if isinstance(data.get(key), LinedMap) else LinedMap(data.line)

    def number(self, where: LinedMap, key: str) -> float:
        text = where.get(key)
        if isinstance(text, str) and text.replace(".", "", 1).isdecimal() and float(text) > 0:
            return float(text)
        self.fault(where, key, f"needs {key}: a number above 0" + ("" if key == "requests" else ", in KiB"))
        return 0

    def fault(self, where: LinedMap, key: str, message: str) -> None:
        self.faults.append(Fault(FILE, where.lines.get(key, where.line), message))
