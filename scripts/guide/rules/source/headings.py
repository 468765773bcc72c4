"""Headings: explicit ids, the same sections in every language, and what readers see as one is one in the source."""

import re
from itertools import zip_longest

from guide.content.cache import remembered
from guide.content.files import files
from guide.content.pages import Heading, Page
from guide.content.project import Project
from guide.content.records import ID

from . import Faults, Lines, page_rule, rule


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
    """The ids that templates and scripts give, and what those begin with of which a record gives the rest."""
    given = re.compile(r"\sid(?:=|: )\"([a-z][a-z0-9-]*)(\{\{)?")
    found = [match for pattern in ("**/*.html", "**/*.js")
             for path in files(project.root / "overrides", pattern, project.root)
             for match in given.finditer(path.read_text("utf-8", errors="replace"))]
    return ({match[1] for match in found if not match[2]},
            tuple({match[1] for match in found if match[2] and match[1].endswith("-")}))


@page_rule
def made_headings(project: Project, page: Page) -> Lines:
    """No line becomes a heading by what stands below it, in a list or a quotation, or without a space after its #, and
    none has an id that is not read: whoever reads the source would not see it."""
    before = ""
    for number, line in page.lines:
        below = re.fullmatch(r"(?:=+|-+) *", line) and before.strip()
        if below or re.match(r"#{1,6}[^\s#]|\s*(?:(?:[-*+>]|\d+[.)])\s+)+#{1,6}|\s*>+#", line):
            yield number - bool(below), ("this becomes a heading without an id; write '## Its words {#its-id}' at the "
                                         "start of a line (no heading is meant: \\# for the sign, an empty line before "
                                         "--- or ===)")
        if re.match(r"#{1,6}\s.*[^\S ]\{", line):
            yield number, "the id of this heading is not read; put one ordinary space before it"
        before = line


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
