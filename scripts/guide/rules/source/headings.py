"""Headings: explicit ids, the same sections in every language, and what readers see as one is one in the source."""

import re
from contextlib import suppress
from itertools import zip_longest

from guide.content.ignored import files
from guide.content.pages import Heading, Page
from guide.content.project import Project
from guide.content.records import ID
from guide.content.remembered import remembered

from . import Faults, Lines, page_rule, rule
from .rendered import HEADINGS, bare, tree

_NONE = "this heading is none where it stands; put an empty line before it"


@page_rule
def headings(project: Project, page: Page) -> Lines:
    """One h1, no level skipped, which a screen reader's list of headings needs, and an explicit id on every other
    heading: ids made from words change when the words do, break every link and printed address, and differ between
    languages. None is one that templates give: two of a name send a link, a label or a popover to the first."""
    tops = [heading for heading in page.headings if heading.level == 1]
    if not tops:
        yield page.headings[0].line if page.headings else 1, "has no h1; write '# Title' after the front matter"
    elif tops[0] is not page.headings[0]:
        yield page.headings[0].line, f"the h1 (line {tops[0].line}) is not the first heading; move it above this one"
    yield from ((heading.line, f"a second h1 (the first is on line {tops[0].line}); write '## {heading.text} "
                 f"{{#its-id}}'") for heading in tops[1:])
    taken: dict[str, int] = {}
    level = 6
    for position, heading in enumerate(page.headings):
        if heading.level > level + 1:
            yield heading.line, f"an h{heading.level} follows an h{level}; skip no level, write {'#' * (level + 1)}"
        if wrong := _wrong_id(project, heading, taken):
            remedy = "write no {# }" if heading.level == 1 else (
                f"end the line with {{#{_proposal(project, page, position)}}}: both braces, small letters, digits and "
                f"single hyphens, the same in every language")
            yield heading.line, f"{wrong}; {remedy}"
        taken.setdefault(heading.id, heading.line)
        level = heading.level


def _wrong_id(project: Project, heading: Heading, taken: dict[str, int]) -> str:
    fixed, starts = _given(project)
    if "{" in heading.text or "}" in heading.text:
        return "the id is not written as it should be"
    if not heading.id:
        return f"the heading '{heading.text}' has no id" if heading.level > 1 else ""
    if heading.level == 1:
        return "the h1 has an id, and links to it name the page alone"
    if not re.fullmatch("[a-z].*", heading.id) or not ID.fullmatch(heading.id):
        return f"the id {heading.id!r} is not a slug"
    if heading.id in taken:
        return f"the id {heading.id} is taken (line {taken[heading.id]})"
    given = heading.id in fixed or heading.id.startswith(starts)
    return f"the id {heading.id} is one that templates give" if given else ""


def _proposal(project: Project, page: Page, position: int) -> str:
    """The id the heading has in another language, where the page is otherwise the same; else an example."""
    own = {heading.id for heading in page.headings}
    found = (other.headings[position].id for other in project.versions(page.name)
             if len(other.headings) == len(page.headings))
    stem = page.name.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
    return next((identifier for identifier in found if identifier and identifier not in own), f"{stem}-a-few-words")


@remembered
def _given(project: Project) -> tuple[set[str], tuple[str, ...]]:
    """The ids that templates give, and what those begin with of which a record gives the rest."""
    found = [match for path in files(project.root / "overrides", "**/*.html", project.root)
             for match in re.finditer(r"\sid=\"([a-z][a-z0-9-]*)(\{\{)?", path.read_text("utf-8", errors="replace"))]
    return ({match[1] for match in found if not match[2]},
            tuple({match[1] for match in found if match[2] and match[1].endswith("-")}))


@page_rule
def made_headings(project: Project, page: Page) -> Lines:
    """No line becomes a heading by what stands below it, or without a space after its #, and none has an id that is not
    read."""
    waiting, lines = list(page.headings), page.text.splitlines()
    taken = {heading.line for heading in page.headings}
    made = []
    with suppress(RecursionError):  # `rendered` says so
        made = [node for node in tree(project, page).elements() if node.tag in HEADINGS]
    for node in made:
        identifier, words = (node.get("id") or "").partition("!")[0], bare(node.text()).partition("{")[0]
        same = next((heading for heading in waiting[:2] if heading.level == int(node.tag[1])
                     and (heading.id == identifier or words == bare(heading.text).partition("{")[0])), None)
        if not same:
            line = next((number for number, _ in page.lines if number not in taken
                         and words == bare(lines[number - 1]).lstrip("#>-+").partition("{")[0]), 1)
            taken.add(line)
            yield line, (f"'{node.text()[:40]}' becomes a heading without an id; write '## {node.text()[:40]} "
                         f"{{#its-id}}' at the start of a line (no heading is meant: \\# for the sign, an empty line "
                         f"before --- or ===)")
            continue
        if same.id != identifier:
            yield same.line, (f"the id of this heading is not read; end the line with {{#{same.id or 'its-id'}}}, one "
                              f"ordinary space before it")
        yield from ((heading.line, _NONE) for heading in waiting[:waiting.index(same)])
        del waiting[:waiting.index(same) + 1]
    yield from ((heading.line, _NONE) for heading in waiting if made)


@rule
def parity(project: Project) -> Faults:
    """Every page exists in every language, with the same sections, in the same order, drawn by the same blocks: a link
    to a step opens that step whichever language the reader prefers, and the language switch keeps the place."""
    for name in dict.fromkeys(page.name for page in project.pages):
        first, *others = project.versions(name)
        for language in project.languages:
            if language not in (page.language for page in (first, *others)):
                yield (f"docs/{language}/{name}", 1, f"is missing; translate {first.path} into this file, with the "
                       f"same heading ids (or remove both)")
        for page in others:
            for (at, one), (line, other) in zip_longest(_parts(first), _parts(page), fillvalue=(1, ())):
                if one != other and not (one[1:2] == other[1:2] and ("" in (one[0], other[0]))):
                    yield (page.path, line, f"has {_shown(other)} where {first.path}:{at} has {_shown(one)}; give both "
                           f"pages the same sections and blocks, with the same ids and classes, in the same order")
                    break


def _parts(page: Page) -> list[tuple[int, tuple[str, ...]]]:
    """(line, what it is) of every heading and block, in their order; a heading without an id is for `headings`."""
    found = [(heading.line, (heading.id, "#" * heading.level, *sorted(heading.classes))) for heading in page.headings]
    return sorted(found + [(line, (name, "///", argument)) for name, argument, line in page.blocks])


def _shown(part: tuple[str, ...]) -> str:
    if not part:
        return "nothing more"
    name, sign, *more = part
    return f"'{sign} {' | '.join(filter(None, (name, *more)))}'" if sign == "///" else (
        f"'{sign} {{#{' .'.join((name, *more))}}}'")
