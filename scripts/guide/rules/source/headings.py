"""One h1, no level skipped, and an explicit id on every other heading.

Ids made from the words change when the words do, and break every link and every printed address; they would also differ
between languages. A screen reader's list of headings needs the levels in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        others = [other for other in project.pages if other.name == page.name and other is not page]
        yield from _first(page)
        yield from _levels(page)
        yield from _ids(page, others)


def _first(page: Page) -> Iterator[Fault]:
    tops = [heading for heading in page.headings if heading.level == 1]
    if not tops:
        yield Fault(page.path, page.headings[0].line if page.headings else 1,
                    "has no h1; write one line '# Title' after the front matter")
    elif page.headings[0].level != 1:
        yield Fault(page.path, page.headings[0].line,
                    f"the h1 (line {tops[0].line}) is not the first heading; move the line '# {tops[0].text}' above "
                    f"this one")
    for heading in tops[1:]:
        yield Fault(page.path, heading.line,
                    f"a second h1 (the first is on line {tops[0].line}); write '## {heading.text} {{#its-id}}'")
    for heading in tops:
        if heading.id:
            yield Fault(page.path, heading.line,
                        f"the h1 has an id; write '# {heading.text}' (links to it name the page alone)")


def _levels(page: Page) -> Iterator[Fault]:
    for before, heading in pairwise(page.headings):
        if heading.level > before.level + 1:
            yield Fault(page.path, heading.line,
                        f"an h{heading.level} follows an h{before.level}; write {'#' * (before.level + 1)} so that no "
                        f"level is skipped")


def _ids(page: Page, others: list[Page]) -> Iterator[Fault]:
    taken: dict[str, int] = {}
    for position, heading in enumerate(page.headings):
        proposal = _proposal(page, position, others)
        if "{" in heading.text or "}" in heading.text:
            yield Fault(page.path, heading.line,
                        f"the id is not written as it should be; end the line with {{#{proposal}}}, both braces and "
                        f"nothing after")
        elif heading.level > 1 and not heading.id:
            yield Fault(page.path, heading.line,
                        f"the heading '{heading.text}' has no id; end the line with {{#{proposal}}}, the same in "
                        f"every language")
        elif heading.id and not _ID.fullmatch(heading.id):
            yield Fault(page.path, heading.line,
                        f"the id {heading.id!r} is not a slug; use small letters, digits and single hyphens, e.g. "
                        f"{{#{proposal}}}")
        elif heading.id in taken:
            yield Fault(page.path, heading.line,
                        f"the id {heading.id} is taken (line {taken[heading.id]}); choose another, the same in every "
                        f"language")
        if heading.id:
            taken.setdefault(heading.id, heading.line)


def _proposal(page: Page, position: int, others: list[Page]) -> str:
    """The id for a heading that has none: the one it has in another language, where the page is otherwise the same;
    else an example."""
    own = {heading.id for heading in page.headings}
    for other in others:
        if len(other.headings) == len(page.headings) and (there := other.headings[position].id) and there not in own:
            return there
    stem = page.name.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
    return f"{stem}-a-few-words"

