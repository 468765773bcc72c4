"""Texts as plain words, `[=id]` written out, emphasis taken away: for titles, front matter, feeds."""

import re

from . import dates
from .addresses import Place, fact_page
from .languages import typeset
from .pages import ICON, VALUE
from .project import Project

_EMPHASIS = re.compile(r"[*_`]+(\S(?:.*?\S)?)[*_`]+(?:\{[^}]*\})?")


def plain(text: str, project: Project, language: str) -> str:
    """`text` with its `[=id]` written as plain words: for front matter, which holds no markup."""
    def word(match: re.Match) -> str:
        records = project.records
        if match[1] in records.milestones:
            return dates.in_words(records.milestones[match[1]]["date"], language)
        if match[1] in records.labels:
            texts = records.labels[match[1]]["text"]
            return texts.get(match[2] or language) or next(iter(texts.values()))
        return project.strings[language]["zones"] if match[1] == "zones" else match[0]
    return VALUE.sub(word, text)


def spoken(text: str, project: Project, language: str) -> str:
    """A heading or a title as plain words, as the page shows them."""
    return typeset(_EMPHASIS.sub(r"\1", ICON.sub("", plain(text, project, language)).strip()), language)


def title(project: Project, place: Place, language: str) -> str:
    """The words of the heading at `place`, else the title of its page; a statement's words;
    the page's name where there is no such page."""
    name, identifier = place
    page = project.page(name, language)
    if page is None:
        facts = project.records.claims.values()
        return next((claim["statement"][language] for claim in facts if fact_page(claim.id) == name), name)
    heading = next((heading for heading in page.headings if identifier and heading.id == identifier), None)
    return spoken(heading.text if heading else str(page.front.get("title", "")), project, language)
