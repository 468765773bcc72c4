"""A section that states facts cites at least one claim, and the same claims in every language."""

import re
from bisect import bisect

from guide.content.cache import remembered
from guide.content.pages import ABOUT_SITE, VALUE, Heading, Page
from guide.content.project import Project

from ..prose import drawn_claims, names, words
from . import Faults, rule

# Blocks whose every row shows its sources, or that are the register itself.
EVIDENCE_BLOCKS = {"claims", "contested", "seeds", "not-verified", "register", "authorities", "region",
                   "data-table", "timeline"}
_SELF = re.compile(r"(?:This (?:page|guide|section)|We|Cette (?:page|section)|Ce guide|Nous)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n(?=\n)")
_LETTERS = re.compile(r"\(([A-Z][\w-]*[A-Z][\w-]*)\)")


@rule
def evidence(project: Project) -> Faults:
    """A section (an h2 and what follows it, or the opening of the page) is taken to state facts when its own sentences
      - name what the guide is about (docs/records/topic.yml) or an authority, by its name or its letters,
      - give a date drawn from the records, or an article of a law by its number.
    Steps of a guide are instructions: there, the subject's name is no fact; nor is it in a sentence about this guide.
    Lists to tick, drawn blocks, code and headings are not counted; a block that shows its own evidence is evidence.
    Pages about the site state what we do, which is not proven by a source; a page that names its claims in its front
    matter has them there, once."""
    for page in project.pages:
        first = project.versions(page.name)[0]
        expected = {identifier: (line, claims) for identifier, line, claims, _ in sections(project, first)}
        for identifier, line, claims, reason in sections(project, page):
            if reason and not claims and not page.claims and page.role not in (*ABOUT_SITE, "checklist"):
                yield (page.path, line, f"{identifier or 'the opening'} states facts ({reason}) and cites nothing; put "
                       f"[@claim-id] after the sentence, or take the fact out")
            there, others = expected.get(identifier, (line, claims))
            if others != claims:
                yield (page.path, line, f"cites {', '.join(sorted(claims - others)) or 'nothing more'} and lacks "
                       f"{', '.join(sorted(others - claims)) or 'nothing'}, unlike {first.path}:{there}; cite the same "
                       f"claims in both")


@remembered
def sections(project: Project, page: Page) -> list[tuple[str, int, set[str], str]]:
    """(id, line, claims, why it states facts) of the sections of a page, from its opening on; the reason is empty where
    a block shows its evidence."""
    tops = [heading for heading in page.headings if heading.level == 2]
    starts, titles = [heading.line for heading in tops], {heading.line for heading in page.headings}
    counted = {number: line for number, line in page.lines
               if number not in titles and not re.match(r"\s*[-*+] \[[ xX]\]", line)}
    claims: list[set[str]] = [set() for _ in (None, *tops)]
    said, source = ([""] * len(claims) for _ in range(2))
    for number, line in words(page):
        said[bisect(starts, number)] += f"{line}\n" * (number in counted)
    for number, line in counted.items():
        source[bisect(starts, number)] += line
    for citation in page.citations:
        claims[bisect(starts, citation.line)].add(citation.id)
    proven = {bisect(starts, line) for name, argument, line in page.blocks
              if name in EVIDENCE_BLOCKS or drawn_claims(project, page, name, argument)}
    return [(heading.id if heading else "", heading.line if heading else titles and min(titles) or 1, claims[index],
             "" if index in proven else _fact(project, heading, said[index], source[index]))
            for index, heading in enumerate((None, *tops))]


def _fact(project: Project, heading: Heading | None, said: str, source: str) -> str:
    """What makes a section one that states facts; nothing when nothing does."""
    subject, others = _names(project)
    if date := next((value[0] for value in VALUE.finditer(source) if value[1] in project.records.milestones), ""):
        return f"the date {date}"
    if match := others.search(said):
        return f"'{' '.join(match[0].split())}'"
    step = heading and "step" in heading.classes
    told = " ".join(sentence for sentence in _SENTENCE.split(said) if not step and not _SELF.match(sentence))
    return f"'{match[0]}'" if (match := subject.search(told)) else ""


@remembered
def _names(project: Project) -> tuple[re.Pattern, re.Pattern]:
    """What the guide is about; the authorities' full names and letters, and articles of laws."""
    found = {part for record in project.records.authorities.values() for name in record["name"].values()
             for part in (_LETTERS.sub("", name).strip(), *_LETTERS.findall(name)) if len(part) > 2}
    return (re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names(project))),
            re.compile("|".join([r"\b(?i:art\.|articles?)[\s\u00a0]+\d",
                                 *(rf"\b{re.escape(name)}\b" for name in sorted(found, key=len, reverse=True))])))
