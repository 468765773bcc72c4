"""Everything a contributor may have written for readers, whatever file it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import GuideError
from guide.content.project import Project
from guide.content.records import texts as record_texts
from guide.content.redirects import PATH, redirects


def everything(project: Project) -> Iterator[tuple[str, int, str]]:
    """(path, line, text): the lines of pages, front matter and code included, the strings, the texts of records, why a
    page is gone."""
    for page in project.pages:
        yield from ((page.path, number, line) for number, line in enumerate(page.text.splitlines(), 1))
    for language, strings in project.strings.items():
        yield from ((f"docs/strings/{language}.yml", strings.lines.get(key, 0), text) for key, text in strings.items())
    for _, record in project.records:
        yield from ((record.path, record.at(*keys), text) for keys, text in record_texts(record))
    yield from reasons(project)


def reasons(project: Project) -> Iterator[tuple[str, int, str]]:
    """What readers are told of what was removed; nothing when it cannot be read, which `checks.redirects` reports."""
    try:
        yield from ((PATH, redirect.line, text) for redirect in redirects(project).values()
                    for text in redirect.why.values())
    except GuideError:
        return
