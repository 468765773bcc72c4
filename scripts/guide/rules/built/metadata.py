"""Every finished page says its language, a title and a description of its own, and its address in every language.

Search engines and screen readers go by these; hreflang counts only when it is absolute and both pages name each other.
The 404 page answers at any address, so it has none of its own and speaks every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.languages import fallback
from guide.content.project import Project
from guide.publish.html import Document, documents, drawn, source, sources


def check(project: Project, site: Path) -> Iterator[Fault]:
    titles: dict[tuple[str, str], str] = {}
    pages = documents(site)
    for path, document in pages.items():
        place = source(project, path)
        language = next((element.get("lang") for element in document.all("html")), None)
        if not language:
            yield Fault(*place, "<html> has no lang; write it in the template")
        if not document.title.strip():
            yield Fault(*place,
                        "<title> is missing or empty; write title: in the front matter, or <title> in the template")
        page = drawn(project).get(path)
        if page is None:
            continue
        if language != page.language:
            yield Fault(*place, f"<html lang> is {language!r}; the page is in {page.language!r}")
        other = titles.setdefault((page.language, document.title.strip()), page.path)
        if other != page.path:
            yield Fault(*source(project, path, "title:"),
                        f"the title '{document.title.strip()}' is that of {other} too; give each page its own")
        yield from _head(project, document, page.name, page.language, place)
    for path, page in sources(project).items():
        if path not in pages:
            yield Fault(page.path, 0, f"was not built (no {path}); see that the menu of mkdocs.yml names it")


def _head(project: Project, document: Document, name: str, language: str, place: tuple[str, int]) -> Iterator[Fault]:
    described = [element.get("content") for element in document.all("meta") if element.get("name") == "description"]
    if len(described) != 1 or not (described[0] or "").strip():
        yield Fault(*place,
                    "needs exactly one <meta name=description> that says something; write description: in the front "
                    "matter")
    links = [(element.get("rel"), element.get("hreflang"), element.get("href")) for element in document.all("link")]
    versions = project.alternates(name)
    own = next(item["url"] for item in versions if item["language"] == language)
    if [href for rel, _, href in links if rel == "canonical"] != [own]:
        yield Fault(*place, f"<link rel=canonical> must stand once and be {own}; correct the template")
    default = versions[project.languages.index(fallback(project.languages))]["url"]
    wanted = {(item["language"], item["url"]) for item in versions} | {("x-default", default)}
    found = [(code, href) for rel, code, href in links if rel == "alternate" and code]
    if set(found) != wanted or len(found) != len(wanted):
        missing = ", ".join(f"{code} {url}" for code, url in sorted(wanted - set(found))) or "each only once"
        yield Fault(*place,
                    f"<link rel=alternate hreflang> must name every language and x-default; it lacks: {missing}")
