"""Everything a contributor may have written for readers, whatever file it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from .project import Project
from .records import texts as record_texts


def everything(project: Project) -> Iterator[tuple[str, int, str]]:
    """(path, line, text): the lines of pages, front matter and code included, the strings, the texts of records."""
    for page in project.pages:
        yield from ((page.path, number, line) for number, line in enumerate(page.text.splitlines(), 1))
    for language, strings in project.strings.items():
        yield from ((f"docs/strings/{language}.yml", strings.lines.get(key, 0), text) for key, text in strings.items())
    for _, record in project.records:
        yield from ((record.path, record.at(*keys), text) for keys, text in record_texts(record))
