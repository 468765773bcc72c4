"""French is set as French: « guillemets », a space before ; : ! ? and inside the guillemets.

Writers type ordinary spaces and apostrophes, the build makes them narrow and curly; what it cannot guess is a space or
a guillemet that was never typed. Read in pages, interface strings and records alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project

from ..prose import front_words, words

LANGUAGE = "fr"
_SPACES = " \u00a0\u202f"
RULES = (
    (re.compile(r'"'), "a straight double quote in French; write « and »"),
    (re.compile(r"[“”„]"), "an English quotation mark in French; write « and »"),
    (re.compile(r"‘"), "an English quotation mark in French; write « and » (or ' for an apostrophe)"),
    (re.compile(rf"(?<![{_SPACES};!?«(\d])[;!?](?![\w/=])|(?<![{_SPACES}!?«(])[!?](?![\w=])"),
     "no space before {mark}; write one (the build makes it narrow)"),
    (re.compile(rf"(?<![{_SPACES}])[;:](?=[{_SPACES}]|$)"),
     "no space before {mark}; write one (the build makes it narrow)"),
    (re.compile(rf"«(?![{_SPACES}])"), "no space after «; write one (the build makes it narrow)"),
    (re.compile(rf"(?<![{_SPACES}])»"), "no space before »; write one (the build makes it narrow)"),
    (re.compile(rf"[{_SPACES}],(?!\d)|[{_SPACES}]\.(?=[{_SPACES}]|$)"),
     "a space before a comma or a full stop; remove it"),
)


def check(project: Project) -> Iterator[Fault]:
    for path, line, text in texts(project, LANGUAGE):
        yield from faults(path, line, text, RULES)


def faults(path: str, line: int, text: str, rules: tuple) -> Iterator[Fault]:
    """One fault for each rule that `text` breaks, with the words around the place."""
    for pattern, message in rules:
        if match := pattern.search(text):
            around = " ".join(text[max(0, match.start() - 20) : match.end() + 12].split())
            yield Fault(path, line, message.format(mark=match[0]) + f" (…{around}…)")


def texts(project: Project, language: str) -> Iterator[tuple[str, int, str]]:
    """(path, line, text) of everything written in `language`: pages, front matter, interface strings, records."""
    for page in project.pages:
        if page.language == language:
            yield from ((page.path, line, text) for line, text in words(page))
            yield from ((page.path, line, text) for line, _, text in front_words(page))
    for name, text in project.strings.get(language, {}).items():
        yield f"docs/strings/{language}.yml", project.strings[language].lines.get(name, 0), text
    for kind, record in project.records:
        if kind != "labels":  # labels are another company's words, letter for letter
            yield from ((record.path, record.at(*keys), text) for keys, text in _localised(record, language))


def _localised(value: object, language: str, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if key == language and isinstance(item, str):
            yield (*keys, str(key)), item
        else:
            yield from _localised(item, language, (*keys, str(key)))
