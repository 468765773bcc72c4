"""A text of the front matter or of the strings is one line of plain words: it goes into titles, feeds, calendars, JSON,
headers, mail.

There a line end starts a new header or a new property (RFC 5322, RFC 5545), and markup is either shown or obeyed.
Records keep the same rule when they are loaded; Markdown, which nobody reads there either, is told of here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault, GuideError
from guide.content.pages import ICON
from guide.content.project import Project
from guide.content.records import LINE_END, MARKUP, texts

from ..all_texts import reasons

LONGEST = 1200
_MARKDOWN = re.compile(r"\]\(|\]\[|\[@|\{:|\{[^{}]*=|\b(?:javascript|vbscript):|" + ICON.pattern, re.I)
_MARKDOWN_OR_VALUE = re.compile(_MARKDOWN.pattern + r"|\[=", re.I)


def check(project: Project) -> Iterator[Fault]:
    for path, line, name, text in _texts(project):
        if LINE_END.search(text):
            yield Fault(path, line, f"{name} holds a line end; write it on one line")
        if match := MARKUP.search(text):
            yield Fault(path, line, f"{name} contains HTML or an entity ({match[0]}); write plain words")
        if len(text) > LONGEST:
            yield Fault(path, line, f"{name} has {len(text)} characters; shorten it to {LONGEST}")
        if not text.strip():
            yield Fault(path, line, f"{name} is empty; write its words")
        yield from _markdown(path, line, name, text)
    for kind, record in project.records:
        for keys, text in texts(record):
            pattern = _MARKDOWN if kind == "screens" else _MARKDOWN_OR_VALUE  # what a drawing says may name labels
            yield from _markdown(record.path, record.at(*keys), f"{record.id}: {keys[0]}", text, pattern)
    for path, line, text in reasons(project):
        yield from _markdown(path, line, "why", text)


def _markdown(path: str, line: int, name: str, text: str, pattern: re.Pattern = _MARKDOWN) -> Iterator[Fault]:
    if match := pattern.search(text):
        yield Fault(path, line, f"{name} holds {match[0]!r}, which only the body of a page may; write plain words")


def _texts(project: Project) -> Iterator[tuple[str, int, str, str]]:
    for page in project.pages:
        try:
            yield from ((page.path, page.front.lines[name], name, value) for name,
                        value in page.front.items() if isinstance(value, str))
        except GuideError:
            continue  # reported by front_matter
    for language, strings in project.strings.items():
        yield from ((f"docs/strings/{language}.yml", strings.lines.get(key, 0), key, value) for key,
                    value in strings.items())
