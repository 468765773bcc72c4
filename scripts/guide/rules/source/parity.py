"""Every page exists in every language, with the same sections, in the same order, drawn by the same blocks.

A link to a step must open that step whichever language the reader prefers, and the language switch keeps the place.
MkDocs names a missing translation without its language, and without a menu entry says nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from guide.content.faults import Fault
from guide.content.pages import Heading, Page
from guide.content.project import Project


def check(project: Project) -> Iterator[Fault]:
    by_name: dict[str, dict[str, Page]] = {}
    for page in project.pages:
        by_name.setdefault(page.name, {})[page.language] = page
    for name, versions in by_name.items():
        first = next(iter(versions.values()))
        for language in project.languages:
            if language not in versions:
                yield Fault(f"docs/{language}/{name}", 1,
                            f"is missing; translate {first.path} into this file, with the same heading ids (or remove "
                            f"both)")
            elif versions[language] is not first:
                yield from _headings(first, versions[language])
                yield from _blocks(first, versions[language])


def _headings(first: Page, second: Page) -> Iterator[Fault]:
    """The first difference only: after it, nothing lines up."""
    ids, others = ({heading.id for heading in page.headings if heading.id} for page in (first, second))
    for one, other in zip_longest(first.headings, second.headings):
        if one is None:
            yield Fault(second.path, other.line,
                        f"{_shown(other)} is not in {first.path}; add it there, or remove it here")
        elif other is None:
            yield Fault(second.path, second.headings[-1].line if second.headings else 1,
                        f"lacks {_shown(one)}, which {first.path}:{one.line} has; add it, or remove it there")
        elif other.id and other.id not in ids and one.id in others:
            yield Fault(second.path, other.line,
                        f"{_shown(other)} is not in {first.path}; add it there before its line {one.line}, or remove "
                        f"it here")
        elif one.id and one.id not in others and other.id in ids:
            yield Fault(second.path, other.line,
                        f"lacks {_shown(one)}, which {first.path}:{one.line} has; add it before this line, or remove "
                        f"it there")
        elif _differ(one, other):
            yield Fault(second.path, other.line,
                        f"{_shown(other)} stands where {first.path}:{one.line} has {_shown(one)}; give both pages the "
                        f"same levels, ids and classes in the same order")
        else:
            continue
        return


def _differ(one: Heading, other: Heading) -> bool:
    """A heading that lacks its id is reported by the rule about headings, not here."""
    same_id = one.id == other.id or not (one.id and other.id)
    return not (one.level == other.level and same_id and set(one.classes) == set(other.classes))


def _shown(heading: Heading) -> str:
    marks = " ".join(mark for mark in (heading.id and f"#{heading.id}", *(f".{name}" for name in heading.classes))
                     if mark)
    return f"'{'#' * heading.level} … {{{marks}}}'" if marks else f"'{'#' * heading.level} {heading.text}'"


def _blocks(first: Page, second: Page) -> Iterator[Fault]:
    for one, other in zip_longest(first.blocks, second.blocks):
        if one and other and one[:2] == other[:2]:
            continue
        if other is None:
            yield Fault(second.path, second.blocks[-1][2] if second.blocks else 1,
                        f"lacks the block '{_block(one)}', which {first.path}:{one[2]} has; add it, or remove it there")
        elif one is None:
            yield Fault(second.path, other[2],
                        f"the block '{_block(other)}' is not in {first.path}; add it there, or remove it here")
        else:
            yield Fault(second.path, other[2],
                        f"the block '{_block(other)}' stands where {first.path}:{one[2]} has '{_block(one)}'; give "
                        f"both "
                        f"pages the same blocks in the same order")
        return


def _block(block: tuple[str, str, int]) -> str:
    return f"/// {block[0]}" + (f" | {block[1]}" if block[1] else "")
