"""Every page opens with a title and a description of a size that fits.

They are the page's name in the menu, in search results and in a browser's tab: without them a page exists and nobody
can tell it from another. MkDocs passes over malformed front matter in silence and prints it as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault, GuideError
from guide.content.pages import ROLES, Page
from guide.content.project import Project
from guide.content.yaml_lines import LinedMap

LONGEST = {"title": 60, "description": 155}
_FENCE = re.compile(r"---[ \t]*")
KNOWN = "title", "description", "answer", "minutes", "keywords", "role", "next", "claims"


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        try:
            front = page.front
        except GuideError as error:
            yield from error.faults
            continue
        yield from _fences(page)
        for name in LONGEST:
            if not str(front.get(name, "")).strip():
                yield Fault(page.path, front.lines.get(name, 1),
                            f"has no {name}; write {name}: and a text of at most {LONGEST[name]} characters in the "
                            f"front matter")
        for name, value in front.items():
            yield from (_field(page, name, value, front.lines[name]) if name != "claims" else _claims(project, page))
        yield from _next(project, page, front)
        others = [other for other in project.pages if other.role == page.role != "service"
                  and other.language == page.language]
        if page.role and others and others[0] is not page:
            yield Fault(page.path, front.lines["role"],
                        f"has the role {page.role}, which {others[0].path} has already; only 'service' may be given "
                        f"twice")
        if page.role != project.versions(page.name)[0].role:
            first = project.versions(page.name)[0]
            yield Fault(page.path, front.lines.get("role", 1),
                        f"has the role '{page.role}', and {first.path} '{first.role}'; give both the same")


def _next(project: Project, page: Page, front: LinedMap) -> Iterator[Fault]:
    """`next:`, the page that follows on the way one is on, is the same page in every language."""
    following, first = front.get("next"), project.versions(page.name)[0]
    if following is not None and following not in {other.name for other in project.pages}:
        yield Fault(page.path, front.lines["next"], f"next is {following!r}; write the name of a page, such as "
                                                    f"{project.pages[-1].name}")
    elif following != first.sound_front.get("next"):
        yield Fault(page.path, front.lines.get("next", 1),
                    f"says other than {first.path} which page is next; give both the same")


def _fences(page: Page) -> Iterator[Fault]:
    """MkDocs takes the front matter to start with --- and to end with --- or ...; elsewhere, what follows would be
    published unread."""
    lines, end = page.text.splitlines(), page.lines[0][0] - 1
    for number, line in enumerate(lines[:end], 1):
        if number in (1, end) and not _FENCE.fullmatch(line) or 1 < number < end and (line.startswith(("---", "..."))
                                                                                      or line.strip() == "---"):
            yield Fault(page.path, number,
                        "begins or ends the front matter where it does not; write a line --- before the first field "
                        "and one after the "
                        "last, nothing else on them")


def _claims(project: Project, page: Page) -> Iterator[Fault]:
    """The claims of a page without marks are a list, exist, and are the same in every language."""
    line, first = page.front.lines["claims"], project.versions(page.name)[0]
    if not page.claims:
        yield Fault(page.path, line, "claims is not a list of ids; write [one-claim, another-claim]")
    for claim in page.claims:
        if claim not in project.records.claims:
            yield Fault(page.path, line, f"there is no claim {claim}; write the id of one of docs/records/claims/")
    if page.claims != first.claims:
        yield Fault(page.path, line, f"claims differ from those of {first.path}; give both the same")


def _field(page: Page, name: str, value: object, line: int) -> Iterator[Fault]:
    if name not in KNOWN:
        yield Fault(page.path, line,
                    f"front matter has the field {name}, which nothing reads; remove it or write one of "
                    f"{', '.join(KNOWN)}")
    elif not isinstance(value, str):
        yield Fault(page.path, line, f"{name} is not a text; write it on one line, between quotes if it contains ': '")
    elif name == "minutes" and not (value.isdecimal() and 0 < int(value) < 1000):
        yield Fault(page.path, line, f"minutes is {value!r}; write a whole number such as 2")
    elif name == "role" and value not in ROLES:
        yield Fault(page.path, line, f"role is {value!r}; write one of {', '.join(ROLES)}, or leave it out")
    elif len(value) > LONGEST.get(name, len(value)):
        yield Fault(page.path, line,
                    f"{name} has {len(value)} characters; shorten it to {LONGEST[name]}, search results cut the rest")
