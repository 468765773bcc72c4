"""The rules a contribution must keep. Each is a function whose docstring says why: a rule of the whole guide, or one
asked of every page."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator

from guide.content.faults import Fault, GuideError
from guide.content.pages import Page
from guide.content.project import Project

Faults = Iterator[tuple[str, int, str]]  # path, line, what is wrong and what to write instead
Lines = Iterator[tuple[int, str]]  # the same, of one page
WRITTEN = ".gitignore", "docs/**/*", "overrides/**/*", "scripts/**/*", "*.yml", "*.md"  # what rules read
RULES: dict[str, Callable[[Project], Faults]] = {}
# One mistake, one line. What the rule on the left finds on a page may only follow from what one on the right found
# there (in any language), or found on the same line: it is said when that is mended, if it is still true.
ON_THE_PAGE = {"evidence": ("rendered", "headings"), "parity": ("headings", "made_headings", "published"),
               **dict.fromkeys(("published", "steps"), ("headings", "made_headings"))}
ON_THE_LINE = {"rendered": ("headings", "made_headings", "hosts", "check_items", "blocks")}


def rule(check: Callable[[Project], Faults]) -> Callable[[Project], Faults]:
    """A rule of the whole guide."""
    RULES[check.__name__] = check
    return check


def page_rule(check: Callable[[Project, Page], Lines]) -> Callable[[Project, Page], Lines]:
    """A rule asked of every page."""
    def faults(project: Project) -> Faults:
        for page in project.pages:
            try:
                yield from ((page.path, *found) for found in check(project, page))
            except GuideError as error:
                yield from ((fault.path, fault.line, fault.message) for fault in error.faults)

    RULES[check.__name__] = faults
    return check


def asked(project: Project, name: str) -> set[Fault]:
    """What one rule says, or what is wrong with a file that it reads."""
    try:
        return {Fault(*found) for found in RULES[name](project)}
    except GuideError as error:
        return set(error.faults)


def source_faults(project: Project, stopped: Callable[[], bool] = lambda: False) -> list[Fault]:
    """Every fault of every rule, sorted by file and line, but for those that follow from another; none when `stopped`
    says, between two rules, that nobody waits."""
    found = {}
    for name in RULES:
        if stopped():
            return []
        found[name] = asked(project, name)
    return sorted({fault for name in found for fault in found[name] if not _follows(name, fault, found)})


def _follows(name: str, fault: Fault, found: dict[str, set[Fault]]) -> bool:
    """Whether another rule found, on the same page or line, what this fault follows from."""
    page = _page(fault)
    pages = {_page(cause) for cause_name in ON_THE_PAGE.get(name, ()) for cause in found.get(cause_name, ())}
    lines = {(cause.path, cause.line) for cause_name in ON_THE_LINE.get(name, ())
             for cause in found.get(cause_name, ())}
    return page != "" and (page in pages or (fault.path, fault.line) in lines)


def _page(fault: Fault) -> str:
    """`faq.md` for a fault in docs/en/faq.md; "" for one elsewhere."""
    folder, _, name = fault.path.removeprefix("docs/").partition("/")
    return name if fault.path.endswith(".md") and folder and name else ""


for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
