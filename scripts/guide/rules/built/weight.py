"""No page grows heavier than budget.yml allows: on a slow telephone, every kibibyte is a wait before the first word.

A page allowed more than the others without needing it any longer is named too, so that what was won is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault, GuideError
from guide.content.project import Project
from guide.publish.html import sources

from ..budget import FILE, KIB, Budget, load_budget
from ..weight import Part, Weight, first_search, weigh

WORDS = {"first_view": "weighs {} KiB on a first visit", "second_page": "weighs {} KiB as a later page of a visit", "tools": "has tools of {} KiB",
         "requests": "makes {} requests"}


def check(project: Project, site: Path) -> Iterator[Fault]:
    try:
        budget = load_budget(project.root, {page.name for page in project.pages})
    except GuideError as error:
        yield from error.faults
        return
    pages = sources(project)
    weights = weigh(site, pages)
    for path, weight in weights.items():
        for kind, words in WORDS.items():
            cost, limit = costs(weight, kind), budget.limit(pages[path].name, kind)
            if cost > limit:
                yield Fault(pages[path].path, 0, f"{words.format(shown(cost))}; {FILE} allows {limit:g}. {heaviest(weight, kind)} "
                                                 f"Make it lighter, or raise its limit in {FILE} and say why")
    yield from _needless(budget, {page.name for page in project.pages}, lambda name, kind: max(
        costs(weight, kind) for path, weight in weights.items() if pages[path].name == name))
    for language in project.languages:
        parts = first_search(site, language)
        if (total := sum(part.size for part in parts) / KIB) > budget.first_search:
            yield Fault(FILE, 0, f"a first search in {language} fetches {total:.1f} KiB, over first_search: {budget.first_search:g}. {_listed(parts)} "
                                 "Leave lists out of the index (NOISE in scripts/guide/publish/search.py), or raise the limit")


def costs(weight: Weight, kind: str) -> float:
    """A weight in the unit of its limit: KiB, or a number of requests."""
    value = getattr(weight, kind)
    return value if kind == "requests" else value / KIB


def shown(cost: float) -> str:
    return str(cost) if isinstance(cost, int) else f"{cost:.1f}"


def heaviest(weight: Weight, kind: str) -> str:
    """The heaviest files that count, in words."""
    if kind == "tools":
        return _listed(weight.later)
    return _listed([part for part in weight.parts if kind != "second_page" or part.path not in weight.shared])


def _listed(parts: list[Part] | tuple[Part, ...]) -> str:
    named = sorted(parts, key=lambda part: -part.size)[:4]
    return "Heaviest: " + ", ".join(f"{part.path} {part.size / KIB:.1f}" for part in named) + "."


def _needless(budget: Budget, built: set[str], cost) -> Iterator[Fault]:
    for name, limits in budget.pages.items():
        for kind in limits:
            if name in built and cost(name, kind) <= budget.every_page[kind]:
                yield Fault(FILE, budget.lines[name], f"{name} has a {kind} of its own and keeps to that of every page; remove {kind}")
