"""budget.yml: what a page may weigh. Read and checked here; the rule that compares is `weight`, of built/site.py."""

from dataclasses import dataclass
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.records import whole
from jsonschema import Draft202012Validator

FILE = "budget.yml"
LIMITS = ("first_view", "second_page", "tools", "requests")  # all in KiB but the last
KIB = 1024
_NUMBER = {"type": "string", "pattern": r"^(?!0+(\.0*)?$)\d+(\.\d+)?$", "description": "a number above 0"}
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
    data = whole(root / FILE, root, _SHAPE)
    if strange := [name for name in data["pages"] if name not in names]:
        raise GuideError([Fault(FILE, data.at("pages", name), f"names {name}, which is no page; write its file name as "
                                f"in mkdocs.yml, or remove it") for name in strange])
    every, *own = ({kind: float(limits[kind]) for kind in LIMITS if kind in limits}
                   for limits in (data["every_page"], *data["pages"].values()))
    return Budget(every, dict(zip(data["pages"], own, strict=True)), data["pages"].lines, float(data["first_search"]))
