"""A page is Markdown: no tag, no comment, no entity but &amp; &lt; &gt;; and no file holds the syntax of templates, nor
asks for another file.

HTML can bring a script, a form, a disguised link, and nobody reads it as closely as words. A comment is published with
the page, an entity hides a character from whoever reads the change. Templates are not read in Markdown today; the day
an extension that does is switched on, a line that waited for it would run with the build's rights. Code may show them
all. What gets past these patterns is seen by `written`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.pages import Page
from guide.content.project import Project

_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_TEMPLATE = (re.compile(r"\{\{|\}\}|\{%|%\}|\{#(?![a-z][\w-]*[\s}])|#\}|<%|%>|\$\{|(?<!\\)\{!|-+8<-+|"
                        r"^\s*(?::include:|\.\. include::)"),
             "{mark!r} is syntax of a template or an include; write plain words or code; a heading's id is {{#its-id}}")
_ENTITY = (re.compile(r"&(?!(?:amp|lt|gt);)(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{1,30});"),
           "{mark} is an entity of HTML; type the character itself")


def check(project: Project) -> Iterator[Fault]:
    texts: list[tuple[str, int, str, tuple[tuple[re.Pattern, str], ...]]]
    texts = [(page.path, number, line, (_ENTITY, _TEMPLATE)) for page in project.pages for number, line in _typed(page)]
    for path in files(project.root / "docs", "**/*.yml", project.root):
        name, lines = relative(path, project.root), path.read_text("utf-8", errors="replace").split("\n")
        texts += [(name, number, line, (_TEMPLATE,)) for number, line in enumerate(lines, 1)]
    for name, number, line, marks in texts:
        for pattern, message in marks:
            if match := pattern.search(line):
                yield Fault(name, number, message.format(mark=match[0].strip()))


def _typed(page: Page) -> Iterator[tuple[int, str]]:
    """(number, line) of a page without its code. A comment is blank in Page.lines, as code is: of such a line, what was
    typed is read."""
    body = dict(page.lines)
    for number, line in enumerate(page.text.splitlines(), 1):
        kept = body.get(number, line)
        yield number, kept if kept.strip() or "<!--" not in line else _CODE.sub("", line)
