"""No page grows heavier than budget.yml allows: on a slow telephone, every kibibyte is a wait before the first word.

A page allowed more than the others without needing it any longer is named too, so that what was won is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.project import Project
from guide.publish.html import drawn

from ..budget import FILE, KIB, LIMITS, load_budget
from ..weight import Part, Weight, first_search, weigh


def check(project: Project, site: Path) -> Iterator[Fault]:
    try:
        budget = load_budget(project.root, {page.name for page in project.pages})
    except GuideError as error:
        yield from error.faults
        return
    needed = set()
    for path, weight in weigh(site, drawn(project)).items():
        page = drawn(project)[path]
        for kind in LIMITS:
            cost = getattr(weight, kind) if kind == "requests" else getattr(weight, kind) / KIB
            if cost > budget.every_page[kind]:
                needed.add((page.name, kind))
            if cost > budget.limit(page.name, kind):
                yield Fault(page.path, 0,
                            f"weighs too much: {kind} {round(cost, 1):g}, over {budget.limit(page.name, kind):g} in "
                            f"{FILE}. "
                            f"{_heaviest(weight, kind)} Make it lighter, or raise its limit and say why")
    for name, kind in ((name, kind) for name,
                       limits in budget.pages.items() for kind in limits if (name, kind) not in needed):
        yield Fault(FILE, budget.lines[name],
                    f"{name} has a {kind} of its own and keeps to that of every page; remove {kind}")
    for language in project.languages:
        parts = first_search(site, language)
        if (total := sum(part.size for part in parts) / KIB) > budget.first_search:
            yield Fault(FILE, 0,
                        f"a first search in {language} fetches {total:.1f} KiB, over first_search: "
                        f"{budget.first_search:g}. "
                        f"{_listed(parts)} Leave lists out of the index (NOISE in "
                        f"scripts/guide/publish/search.py), or raise the limit")


def _heaviest(weight: Weight, kind: str) -> str:
    """The heaviest files that count."""
    if kind == "tools":
        return _listed(weight.later)
    return _listed(tuple(part for part in weight.parts if kind != "second_page" or part.path not in weight.shared))


def _listed(parts: tuple[Part, ...]) -> str:
    named = sorted(parts, key=lambda part: -part.size)[:4]
    return "Heaviest: " + ", ".join(f"{part.path} {part.size / KIB:.1f}" for part in named) + "."
