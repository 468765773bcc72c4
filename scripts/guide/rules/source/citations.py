"""A citation names a claim that exists, in the one syntax that works, where it can be shown; and every claim is cited.

A mark with a misspelled id, a comma for a semicolon or a place in a heading stays in the page as text: the sentence
then looks proven to its writer and is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from guide.content.faults import Fault
from guide.content.pages import Page
from guide.content.project import Project
from guide.render.markdown.citations import PATTERN
from guide.render.uses import uses

from ..page_links import body, links

_LIKE = re.compile(r"(?<!\\)\[((?:[^\[\]\n]*[^\w.\[\]\n-])?@[A-Za-z0-9][^\[\]\n]*)\]")
_BARE = re.compile(r"(?<![\w.@/\[-])@([a-z0-9]+(?:-[a-z0-9]+)+)")
_OPEN = re.compile(r"(?<!\\)\[(@[a-z0-9-]+)[^\[\]\n]*(?=\[|\n|\Z)")
_NO_SIGN = re.compile(r"(?<![\\\]!])\[([a-z0-9]+(?:-[a-z0-9]+)+)\](?![(\[:{])")
_SPACE = re.compile(r"\S([ \t\u00a0\u202f]+)\[@")
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")



def check(project: Project) -> Iterator[Fault]:
    known = {identifier: record for identifier, record in project.records.claims.items() if "withdrawn" not in record}
    for page in project.pages:
        yield from _syntax(page, set(known))
        yield from _places(page)
    cited = uses(project).cited_on
    for identifier, record in known.items():
        if identifier not in cited:
            yield Fault(record.path, record.line,
                        f"{identifier} is cited by no page; write [@{identifier}] after the sentence it supports, or "
                        f"remove the claim")


def _syntax(page: Page, known: set[str]) -> Iterator[Fault]:
    text, first = body(page)

    def fault(position: int, message: str) -> Fault:
        return Fault(page.path, first + text.count("\n", 0, position), message)

    for match in _LIKE.finditer(text):
        if re.fullmatch(PATTERN, match[0]):
            for identifier in (part.strip().removeprefix("@") for part in match[1].split(";")):
                if identifier not in known:
                    near = get_close_matches(identifier, known, 1, 0.5)
                    yield fault(match.start(), f"there is no claim {identifier}; "
                                + (f"write [@{near[0]}]" if near
                                   else "write the id of a claim of docs/records/claims/, or add it there"))
            continue
        names = re.findall(r"@([A-Za-z0-9-]+)", match[1])
        yield fault(match.start(),
                    f"{match[0]} is not how a citation is written; write "
                    f"[{'; '.join('@' + name.lower() for name in names)}], "
                    f"with nothing else between the brackets")
    yield from _half_written(page, known)


def _half_written(page: Page, known: set[str]) -> Iterator[Fault]:
    """What was meant as a citation and lacks its brackets, one of them, or its sign; and a space before one."""
    text, first = body(page)

    def fault(position: int, message: str) -> Fault:
        return Fault(page.path, first + text.count("\n", 0, position), message)

    for match in _BARE.finditer(_LIKE.sub(lambda like: re.sub(r"[^\n]", " ", like[0]), text)):
        if match[1] in known:
            yield fault(match.start(), f"@{match[1]} stands without brackets; write [@{match[1]}]")
    for match in _OPEN.finditer(text):
        yield fault(match.start(), f"{match[1]} opens a citation that never closes; write [{match[1]}]")
    defined = {link.text for link in links(page) if link.kind == "definition"}
    for match in _NO_SIGN.finditer(text):
        if match[1] in known and match[1] not in defined:
            yield fault(match.start(), f"[{match[1]}] is the id of a claim without its @; write [@{match[1]}]")
    for match in _SPACE.finditer(text):
        if text[match.start()] != "|":
            yield fault(match.start(1),
                        "a space before a citation; put the mark straight after the sentence, as in 'text.[@claim]'")


def _places(page: Page) -> Iterator[Fault]:
    """Where a mark cannot be shown: it is a button, and these hold plain words or other links."""
    after = "; put it in the text, after the sentence it supports"
    for heading in page.headings:
        if "[@" in heading.text:
            yield Fault(page.path, heading.line, "a citation in a heading" + after)
    for link in links(page):
        if "[@" in link.text and link.kind in ("link", "reference", "image"):
            yield Fault(page.path, link.line,
                        f"a citation in the "
                        f"{'words of a link' if link.kind != 'image' else 'alternative text of a picture'}" + after)
    for (number, line), (_, below) in pairwise(page.lines):
        if "[@" in line and "|" in line and "-" in below and _RULE.match(below):
            yield Fault(page.path, number,
                        "a citation in the header of a table; put it in a cell, or in the text before the table")
    for number, line in enumerate(page.text.splitlines()[: body(page)[1] - 1], 1):
        if "[@" in line:
            yield Fault(page.path, number, "a citation in the front matter, which is plain text" + after)

