"""A section that states facts cites at least one claim, and the same claims in every language.

A section (an h2 and what follows it, or the opening of the page) is taken to state facts when its own sentences
  - name what the guide is about (docs/records/topic.yml) or an authority, by its name or its letters,
  - give a date drawn from the records, or an article of a law by its number.
Steps of a guide are instructions: there, a name alone is no fact; nor is it in a sentence about this guide (SELF).
Lists to tick, blocks drawn from records, code and headings are not counted; a block that shows its own evidence is
evidence. Pages about the site itself (`role:` in their front matter) state what we do, which is not proven by a source;
a page that names its claims in its front matter has them there, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from guide.content.faults import Fault
from guide.content.pages import ABOUT_SITE, VALUE, Heading, Page
from guide.content.project import Project

from ..block_html import claims as drawn_claims
from ..prose import words
from ..topic import names

# Blocks whose every row shows its sources, or that are the register itself.
EVIDENCE_BLOCKS = {"claims", "contested", "seeds", "not-verified", "register", "authorities", "region",
                   "data-table", "timeline"}
_ARTICLE = re.compile(r"\b(?:art\.|articles?)[\s\u00a0]+\d", re.I)
_LETTERS = re.compile(r"\(([A-Z][\w-]*[A-Z][\w-]*)\)")


SELF = re.compile(r"(?:This (?:page|guide|section)|We|Cette (?:page|section)|Ce guide|Nous)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n(?=\n)")


@dataclass
class Section:
    """A part of a page: its heading (None before the first h2), its lines of words, the claims it cites, its blocks."""

    heading: Heading | None
    line: int
    words: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)
    proven: bool = False


def check(project: Project) -> Iterator[Fault]:
    subject = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names(project)))
    authorities = _authorities(project)
    versions: dict[str, list[tuple[Page, list[Section]]]] = {}
    for page in project.pages:
        parts = sections(project, page)
        versions.setdefault(page.name, []).append((page, parts))
        for part in parts if page.role not in (*ABOUT_SITE, "checklist") and not page.claims else ():
            if not part.proven and not part.claims and (reason := _fact(part, set(project.records.milestones), subject,
                                                                        authorities)):
                what = f"the section '{part.heading.text}'" if part.heading else "the opening of the page"
                yield Fault(page.path, part.line,
                            f"{what} states facts ({reason}) and cites nothing; put [@claim-id] after the sentence, "
                            f"or take the fact out")
    for (first, ours), *others in versions.values():
        for page, theirs in others:
            yield from _same_claims(first, ours, page, theirs)


def sections(project: Project, page: Page) -> list[Section]:
    """The sections of a page, from its opening on."""
    titles = {heading.line for heading in page.headings}
    tops = {heading.line: heading for heading in page.headings if heading.level == 2}
    found = [Section(None, page.headings[0].line if page.headings else 1)]
    starts: dict[int, Section] = {}
    for number, line in page.lines:
        if number in tops:
            found.append(Section(tops[number], number))
        elif number not in titles and not re.match(r"\s*[-*+] \[[ xX]\]", line):
            found[-1].source.append(line)
            starts[number] = found[-1]
    for number, line in words(page):
        if number in starts:
            starts[number].words.append(line)
    for citation in page.citations:
        if citation.line in starts:
            starts[citation.line].claims.add(citation.id)
    for name, argument, number in page.blocks:
        if number in starts:
            starts[number].proven |= name in EVIDENCE_BLOCKS or bool(drawn_claims(project, page, name, argument))
    return found


def _fact(part: Section, milestones: set[str], subject: re.Pattern, authorities: re.Pattern | None) -> str:
    """What makes a section one that states facts; an empty text when nothing does."""
    text = "\n".join(part.words)
    for value in VALUE.finditer("\n".join(part.source)):
        if value[1] in milestones:
            return f"the date {value[0]}"
    if match := _ARTICLE.search(text) or (authorities and authorities.search(text)):
        return f"'{' '.join(match[0].split())}'"
    if part.heading and "step" in part.heading.classes:
        return ""
    said = [sentence for sentence in _SENTENCE.split(text) if not SELF.match(sentence)]
    return next((f"'{match[0]}'" for sentence in said if (match := subject.search(sentence))), "")


def _authorities(project: Project) -> re.Pattern | None:
    """The authorities' full names, and their letters where the record gives them in brackets."""
    found = set()
    for record in project.records.authorities.values():
        for name in record["name"].values():
            found.add(_LETTERS.sub("", name).strip())
            found.update(_LETTERS.findall(name))
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(found, key=len, reverse=True)
                               if len(name) > 2)) if found else None


def _same_claims(first: Page, ours: list[Section], page: Page, theirs: list[Section]) -> Iterator[Fault]:
    by_id = {part.heading.id if part.heading else "": part for part in ours}
    for part in theirs:
        one = by_id.get(part.heading.id if part.heading else "")
        if one is None or one.claims == part.claims:
            continue
        lacks, adds = sorted(one.claims - part.claims), sorted(part.claims - one.claims)
        said = " and ".join(f"{verb} {', '.join(claims)}" for verb,
                            claims in (("does not cite", lacks), ("cites", adds)) if claims)
        yield Fault(page.path, part.line, f"{said}, unlike {first.path}:{one.line}; cite the same claims in both")
