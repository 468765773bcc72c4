"""Every picture has words for those who do not see it, and a file.

A picture without alternative text is silence for a screen reader and for a reader whose picture did not load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project

from ..page_links import body, links

_IMG = re.compile(r"<img\b[^<>]*>", re.I)
_ALT = re.compile(r"\balt\s*=", re.I)


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        for image in links(page):
            if image.kind == "image":
                yield from _picture(project, page, image.text, image.target, image.line)
        text, first = body(page)
        for match in _IMG.finditer(text):
            if not _ALT.search(match[0]):
                yield Fault(page.path, first + text.count("\n", 0, match.start()),
                            'the <img> has no alt; add alt="what it shows", or alt="" if it only decorates')


def _picture(project: Project, page: Page, words: str, target: str, line: int) -> Iterator[Fault]:
    if not words.strip():
        yield Fault(page.path, line, f"the picture {target} has no alternative text; write ![what it shows]({target})")
    path = target.partition("#")[0].partition("?")[0]
    if "//" not in path and not (project.root / page.path).parent.joinpath(path).is_file():
        yield Fault(page.path, line, f"the picture {target} does not exist; correct the name (from this file's folder), or add the file under docs/assets/")
