"""`[words][name]` names an address that exists, and a footnote has both its mark and its text.

What Python-Markdown cannot resolve it prints as it is, brackets included, and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.render.markdown.extension import named_addresses

from ..page_links import links


def check(project: Project) -> Iterator[Fault]:
    named = named_addresses(project.records)
    for page in project.pages:
        defined = {link.text.lower() for link in links(page) if link.kind == "definition"}
        known = {name.lower() for name in named} | defined
        for link in links(page):
            if link.kind == "reference" and " ".join(link.target.lower().split()) not in known:
                near = get_close_matches(link.target.lower(), sorted(known), 1, 0.5)
                yield Fault(page.path, link.line, f"[{link.text}][{link.target}] names no address"
                            + (f"; write [{link.text}][{near[0]}]" if near
                               else "; add it to docs/records/addresses.yml, or correct the name"))
        yield from _footnotes(page)


def _footnotes(page: Page) -> Iterator[Fault]:
    marks = {link.target: link.line for link in reversed(links(page)) if link.kind == "footnote"}
    texts: dict[str, int] = {}
    for link in links(page):
        if link.kind == "footnote-text":
            if link.target in texts:
                yield Fault(page.path, link.line,
                            f"the footnote {link.target} has a text already (line {texts[link.target]}); keep one, or "
                            f"rename it")
            texts.setdefault(link.target, link.line)
    for name, line in marks.items():
        if name not in texts:
            yield Fault(page.path, line,
                        f"the footnote [^{name}] has no text; add a line '[^{name}]: its text' at the end of the "
                        f"page, or remove the mark")
    for name, line in texts.items():
        if name not in marks:
            yield Fault(page.path, line,
                        f"the footnote {name} is used nowhere; write [^{name}] where it belongs, or remove its text")
