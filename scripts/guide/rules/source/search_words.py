"""What readers type leads to a place that is there, in small letters as they are compared, and no word to two places: a
search that promises a section and opens another is worse than none."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.redirects import place

from .redirects import live_places


def check(project: Project) -> Iterator[Fault]:
    live = live_places(project)
    taken: dict[tuple[str, str], str] = {}  # whose word it is, in a language
    for record in project.records.search_words.values():
        if place(record["to"]) not in live:
            yield Fault(record.path, record.at("to"),
                        f"{record.id}: {record['to']} does not exist; write a page or a heading's id that does")
        for language, words in record["words"].items():
            line = record.at("words", language)
            for word in words.split(","):
                other = taken.setdefault((language, word.strip()), record.id)
                if not word.strip() or other != record.id:
                    yield Fault(record.path, line, f"{record.id}: {word.strip()!r} stands under {other} already, or is "
                                                   "empty; keep it once")
