"""budget.yml: what a page may weigh. Read and checked here; the rule that compares is built/weight.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.content.faults import Fault, GuideError
from guide.content.yaml_lines import LinedMap, load
from jsonschema import Draft202012Validator

FILE = "budget.yml"
LIMITS = ("first_view", "second_page", "tools", "requests")  # all in KiB but the last
KIB = 1024
_NUMBER = {"type": "string", "pattern": r"^(?!0+(\.0*)?$)\d+(\.\d+)?$"}
_LIMITS = dict.fromkeys(LIMITS, _NUMBER)
_CLOSED = {"type": "object", "additionalProperties": False}
_SHAPE = Draft202012Validator({**_CLOSED, "required": ["every_page", "first_search", "pages"], "properties": {
    "first_search": _NUMBER, "every_page": {**_CLOSED, "properties": _LIMITS, "required": LIMITS},
    "pages": {"type": "object", "additionalProperties": {
        **_CLOSED, "properties": {"why": {"type": "string", "minLength": 1}, **_LIMITS}, "required": ["why"]}}}})


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
    data: Any = load(root / FILE, root)
    faults = {Fault(FILE, _line(data, error.absolute_path), f"{'.'.join(map(str, error.absolute_path)) or 'the file'}: "
                    f"{error.message}; write numbers above 0 (KiB, or requests), for a page named apart why: too")
              for error in _SHAPE.iter_errors(data)}
    faults |= {Fault(FILE, data["pages"].lines[name], f"names {name}, which is no page; write its file name as in "
                     "mkdocs.yml, or remove it") for name in (data["pages"] if not faults else ()) if name not in names}
    if faults:
        raise GuideError(sorted(faults))
    pages = {name: _numbers(own) for name, own in data["pages"].items()}
    return Budget(_numbers(data["every_page"]), pages, data["pages"].lines, float(data["first_search"]))


def _numbers(limits: LinedMap) -> dict[str, float]:
    return {kind: float(limits[kind]) for kind in LIMITS if kind in limits}


def _line(data: Any, path: Any) -> int:
    """The line of what stands at `path`, or of the nearest thing around it that has one."""
    line = getattr(data, "line", 1)
    for key in path:
        line, data = getattr(data, "lines", {}).get(key, line), data[key]
    return line
