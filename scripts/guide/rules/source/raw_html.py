"""A page is Markdown: no tag, no comment, no entity. What Markdown cannot say is drawn from records by a block.

HTML can bring a script, a form, a frame, a disguised link, and nobody reads it as closely as words. A comment is published with the
page, an entity hides a character from whoever reads the change. What gets past these patterns is seen by `written`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project

_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_MARKS = (
    (re.compile(r"<!--"), "an HTML comment, which would be published with the page; remove it"),
    (re.compile(r"<(?:[!?/]\s*[a-zA-Z\[]|[a-zA-Z](?![a-zA-Z0-9+.-]*[:@]))[^\s<>]{0,20}"), "{mark!r} is HTML; write Markdown, or a block drawn from the "
                                                                                          "records (for the sign itself, write it as code: `<`)"),
    (re.compile(r"&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{1,30});"), "{mark} is an entity of HTML; type the character itself"),
)


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        seen = dict(page.lines)
        for number, line in enumerate(page.text.splitlines(), 1):
            if number not in seen:
                continue
            # A comment is blank in Page.lines, as code is; of a line that is not code, what was typed is read.
            typed = seen[number] if seen[number].strip() or "<!--" not in line else _CODE.sub("", line)
            for pattern, message in _MARKS:
                if match := pattern.search(typed):
                    yield Fault(page.path, number, message.format(mark=match[0]))
