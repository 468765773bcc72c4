"""Headings are where whoever reads the source sees them: no line becomes one by what stands below it, or without a
space after its #, and none has an id that is not read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.publish.html import Node

from .rendered import HEADINGS, bare, tree


def check(project: Project) -> Iterator[Fault]:
    for page in project.pages:
        with suppress(RecursionError):  # `rendered` says so
            yield from _unlike(page, tree(project, page))


def _unlike(page: Page, made: Node) -> Iterator[Fault]:
    """The headings that are one for readers and not for whoever reads the source, or the other way round."""
    waiting, lines = list(page.headings), page.text.splitlines()
    taken = {heading.line for heading in page.headings}
    for node in (node for node in made.elements() if node.tag in HEADINGS):
        identifier, words = (node.get("id") or "").partition("!")[0], bare(node.text()).partition("{")[0]
        same = next((heading for heading in waiting[:2] if heading.level == int(node.tag[1])
                     and (heading.id == identifier or words == bare(heading.text).partition("{")[0])), None)
        if not same:
            line = next((number for number, _ in page.lines if number not in taken
                         and words == bare(lines[number - 1]).lstrip("#>-+").partition("{")[0]), 1)
            taken.add(line)
            yield Fault(page.path, line,
                        f"'{node.text()[:40]}' becomes a heading without an id; write '## {node.text()[:40]} "
                        f"{{#its-id}}' at the start of a line (no heading is meant: \\# for the sign, an empty line "
                        f"before --- or ===)")
            continue
        for heading in waiting[:waiting.index(same)]:
            yield Fault(page.path, heading.line, "this heading is none where it stands; put an empty line before it")
        del waiting[:waiting.index(same) + 1]
        if same.id != identifier:
            yield Fault(page.path, same.line, f"the id of this heading is not read; end the line with "
                                              f"{{#{same.id or 'its-id'}}}, one ordinary space before it")
    for heading in waiting:
        yield Fault(page.path, heading.line, "this heading is none where it stands; put an empty line before it")
