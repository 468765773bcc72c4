"""What Python-Markdown makes of a page's own words, and which line made it.

The rules read this, not only the source: whatever a writer finds to get past a pattern (an entity, a reference, an attribute list, a tag
cut in two) is HTML here. Same extensions as the build, less what our templates draw: components are empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

import yaml
from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.content.remembered import remembered
from guide.publish.html import Node, parse
from guide.render.context import Context
from guide.render.markdown import GuideExtension
from markdown import Markdown

MOST = 20  # of one mistake; whoever makes it more often finds the others beside it
_OURS = ("guide-structure", "guide-letters")  # they draw; what a writer wrote is settled before them


class _Words(Context):
    """A context in which no template is drawn."""

    def render(self, template: str, **values: object) -> str:
        return ""


@lru_cache(maxsize=4)
def _extensions(project: Project) -> dict[str, dict[str, object]]:
    """The extensions of mkdocs.yml and their options."""
    # BaseLoader keeps every scalar as text and takes tags such as !ENV for what they hold.
    listed = yaml.load((project.root / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader).get("markdown_extensions", {})
    words = {"true": True, "false": False}
    return {name: {key: words.get(value, value) for key, value in (options or {}).items()} for name, options in listed.items()}


def body(page: Page) -> list[str]:
    """The lines of a page below its front matter, as they were typed."""
    lines = page.text.splitlines()
    return lines[len(lines) - len(page.lines):] if page.lines else []


@remembered
def html(project: Project, page: Page) -> Node:
    """The body of `page` as a tree. RecursionError when it is nested too deeply."""
    text = "\n".join(body(page))
    made_of = text, page.language, page.name, project.made_with[page.language]
    return parse(project.cache.kept("words", made_of, lambda: _converted(project, page, text)))


@lru_cache(maxsize=64)  # asked for again only while the line of a mistake is looked for
def _beginning(project: Project, page: Page, number: int) -> Node:
    """The first `number` lines of the body of `page`, as if they were the whole."""
    return parse(_converted(project, page, "\n".join(body(page)[:number])))


def _converted(project: Project, page: Page, text: str) -> str:
    context = _Words(project, page.language, page.name)
    extensions = _extensions(project)
    md = Markdown(extensions=[*extensions, GuideExtension(context)], extension_configs=extensions)
    for name in _OURS:
        md.treeprocessors.deregister(name)
    md.postprocessors.deregister("guide-citation-numbers")
    return md.convert(text)


def faults(project: Project, page: Page, rule: Callable[[Node], Iterable[str]]) -> list[Fault]:
    """What `rule` says of the HTML of `page`, each time it says it, with the line after which it does."""
    found = Counter(rule(html(project, page)))
    return [Fault(page.path, _line(project, page, rule, message, time), message)
            for message, times in sorted(found.items()) for time in range(1, min(times, MOST) + 1)]


def _line(project: Project, page: Page, rule: Callable[[Node], Iterable[str]], message: str, time: int) -> int:
    """The last line of the shortest beginning of the page of which `rule` says `message` that many times: Python-Markdown forgets lines."""
    low, high = 0, len(body(page))
    while low < high:
        middle = (low + high) // 2
        if list(rule(_beginning(project, page, middle))).count(message) >= time:
            high = middle
        else:
            low = middle + 1
    return len(page.text.splitlines()) - len(body(page)) + high
