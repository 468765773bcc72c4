"""A link inside the site leads to a page, a heading or a file that exists, in the same language.

MkDocs checks part of this, without a line number, and passes over ids drawn from records.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project

from ..block_html import ids as drawn_ids
from ..page_links import Link, body, links

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)
_IDS = re.compile(r"\{[^{}\n]*#([A-Za-z][\w-]*)[^{}\n]*\}")


def check(project: Project) -> Iterator[Fault]:
    pages = {(page.language, page.name): page for page in project.pages}
    for page in project.pages:
        for link in links(page):
            if link.kind in ("link", "definition") and not _OUTSIDE.match(link.target):
                yield from _markdown(project, pages, page, link)


def _markdown(project: Project, pages: dict, page: Page, link: Link) -> Iterator[Fault]:
    path, _, fragment = link.target.partition("#")
    if not link.target:
        yield Fault(page.path, link.line, f"the link '{link.text}' has no target; write [{link.text}](page.md#id)")
        return
    if path.startswith("/"):
        built = path.strip("/").removesuffix(".html").removeprefix(f"{page.language}/").removesuffix(".md")
        there = next((name for name in (f"{built}.md", f"{built}/index.md") if (page.language, name) in pages),
                     f"{built}.md")
        yield Fault(page.path, link.line,
                    f"{link.target} starts at the root of the host; write the way from this file, e.g. "
                    f"{_relative(page, there)}")
        return
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
    if path and not path.endswith(".md"):
        yield from _file(project, pages, page, link, path, name)
        return
    if name.startswith("../"):
        yield Fault(page.path, link.line,
                    f"{link.target} leaves the language folder; link to the page of the same language, the language "
                    f"switch does the rest")
        return
    target = pages.get((page.language, name))
    if target is None:
        stems = [other.removesuffix(".md") for language, other in pages if language == page.language]
        near = get_close_matches(name.removesuffix(".md"), stems)
        yield Fault(page.path, link.line, f"{link.target} leads to no page"
                    + (f"; write {_relative(page, near[0] + '.md')}" if near
                       else "; correct the path (from this file's folder)"))
    elif fragment:
        yield from _fragment(project, page, link, target, fragment)


def _file(project: Project, pages: dict, page: Page, link: Link, path: str, name: str) -> Iterator[Fault]:
    for guess in (name + ".md", name + "/index.md"):
        if (page.language, guess.removeprefix("./")) in pages:
            yield Fault(page.path, link.line,
                        f"{link.target} is not the name of a file; write {_relative(page, guess)}")
            return
    if not (project.root / page.path).parent.joinpath(path).is_file():
        yield Fault(page.path, link.line,
                    f"{link.target} leads to no file; write the path from this file's folder, with .md for a page")


def _fragment(project: Project, page: Page, link: Link, target: Page, fragment: str) -> Iterator[Fault]:
    known = written_ids(target)
    if fragment in known or fragment in drawn_ids(project, target):
        return
    near = get_close_matches(fragment, known, 1, 0.5)
    yield Fault(page.path, link.line, f"#{fragment} is not an id of {target.path}; write "
                + (f"#{near[0]}" if near else "one of its ids, or give its heading this one"))


def written_ids(page: Page) -> set[str]:
    """The ids a writer gave: on headings, or elsewhere in braces."""
    return {heading.id for heading in page.headings if heading.id} | set(_IDS.findall(body(page)[0]))


def _relative(page: Page, name: str) -> str:
    return posixpath.relpath(name, posixpath.dirname(page.name) or ".")
