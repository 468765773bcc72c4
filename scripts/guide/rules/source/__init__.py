"""The rules a contribution must keep, one rule a file. Each module has a docstring that says why, and a function
`check`.

Source rules take a Project and yield faults; output rules (under `built`) take the folder of the built site.
"""

from __future__ import annotations

import importlib
import os
import pickle
import pkgutil
from collections.abc import Callable
from contextlib import suppress

from guide.content.faults import Fault, GuideError
from guide.content.project import Project

# One mistake, one line. What the rule on the left finds on a page may only follow from what one on the right found
# there (in any language), or found on the same line: it is said when that is mended, if it is still true.
ON_THE_PAGE = {"evidence": ("rendered", "headings"), "published": ("headings", "made_headings"),
               "parity": ("headings", "published")}
ON_THE_LINE = {"markup": ("rendered",), "rendered": ("headings", "made_headings", "hosts", "check_items", "blocks")}


def source_faults(project: Project, stopped: Callable[[], bool] = lambda: False, halves: bool = False) -> list[Fault]:
    """Every fault of every source rule, sorted by file and line, but for those that follow from another; none when
    `stopped` says, between two rules, that nobody waits. With `halves`, a second process asks half of the rules where
    the system can split one in two; the answer is the same."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg]
    found: dict[str, set[Fault]] = {}
    if halves and hasattr(os, "fork"):
        found = _in_halves(project, names)
    for name in names:
        if stopped():
            return []
        if name not in found:
            found[name] = _asked(project, name)
    return sorted({fault for rule, faults in found.items() for fault in faults if not _follows(rule, fault, found)})


def _asked(project: Project, name: str) -> set[Fault]:
    try:
        return set(importlib.import_module(f"{__name__}.{name}").check(project))
    except GuideError as error:  # a file the rule itself reads is malformed
        return set(error.faults)


def _in_halves(project: Project, names: list[str]) -> dict[str, set[Fault]]:
    """What the rules say, every second one asked in a process of its own; without those where that process fails."""
    out, into = os.pipe()
    if not (child := os.fork()):
        try:
            with open(into, "wb") as pipe:
                pickle.dump({name: _asked(project, name) for name in names[1::2]}, pipe)
        finally:
            os._exit(0)
    os.close(into)
    found = {name: _asked(project, name) for name in names[::2]}
    with open(out, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    with suppress(pickle.UnpicklingError, EOFError):
        found |= pickle.loads(said)
    return found


def _follows(rule: str, fault: Fault, found: dict[str, set[Fault]]) -> bool:
    """Whether another rule found, on the same page or line, what this fault follows from."""
    if not (page := _page(fault)):
        return False
    pages = {_page(cause) for name in ON_THE_PAGE.get(rule, ()) for cause in found.get(name, ())}
    lines = {(cause.path, cause.line) for name in ON_THE_LINE.get(rule, ()) for cause in found.get(name, ())}
    return page in pages or (fault.path, fault.line) in lines


def _page(fault: Fault) -> str:
    """`faq.md` for a fault in docs/en/faq.md; "" for one elsewhere."""
    folder, _, name = fault.path.removeprefix("docs/").partition("/")
    return name if fault.path.endswith(".md") and folder and name else ""
