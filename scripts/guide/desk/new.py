"""Begin a page, a claim, a source or an authority, in every language, from a template: `python3 scripts/dev.py new`.

What is left to write begins with TODO and says what belongs there; no site is built while one is left
(`guide/rules/source/unfinished.py` and `guide/content/records.py` name each by its line).
"""

import datetime
import posixpath
import re
from pathlib import Path

from guide.content.faults import Fault, GuideError, relative
from guide.content.ignored import there
from guide.content.project import Project
from guide.content.records import ID
from guide.content.registry import PATH as REGISTER
from guide.content.registry import published, register_text
from guide.content.yaml_lines import load

from .edits import Edits
from .names import new_id, new_page, page_name

MENU = "mkdocs.yml"
PAGE = """\
---
title: TODO the name of the page in the menu, in few words
description: TODO what a reader finds here, at most 155 characters, for search results
answer: TODO the short answer, in one or two sentences
---

# TODO the title of the page

TODO what the page is for, in one or two sentences
"""
SECTION = """
## TODO the title of this section {#ID}

TODO the text of this section
"""
# Field → what belongs there; "every language" is one line a language.
Hint = str | list[str] | tuple[str, str]
RECORDS: dict[str, dict[str, Hint]] = {
    "claim": {
        "statement": ("every language", "the statement, one or two sentences in your own words"),
        "status": "who says so", "sources": ["the id of a source, from docs/records/sources/"], "read_on": "today",
        "review_by": "in half a year",
    },
    "source": {
        "publisher": "who publishes it", "title": "its title, as published", "language": "its language, such as en",
        "url": "its address, starting with https://", "published": "the day it appeared",
        "text_of": "the day of the version you read",
        "read_on": "today", "kind": "what it is", "access": "how you read it",
    },
    "authority": {
        "country": "its country", "name": ("every language", "its name"),
        "place": ("every language", "the country or region"),
        "complaint": "the address of its complaint page, starting with https://",
        "law": ("every language", "the law it applies, in a word"),
        "answer_limit": ("every language", "the time the company has to answer"),
        "covers": ("every language", "for which requests"),
        "sources": ["the id of a source, from docs/records/sources/"],
        "address_seen": "true if you opened that page, else false", "as_of": "the day of this information",
    },
}
FOLDERS = {"claim": "claims", "source": "sources"}
FILES = {"authority": "docs/records/authorities.yml"}


def page(project: Project, name: str, sections: list[str]) -> Edits:
    """Begin the page `name` with a section for each word of `sections`: its files, its line in the menu, its place in
    the register."""
    name = page_name(name)
    new_page(project, name)
    stem = posixpath.basename(name.removesuffix(".md").removesuffix("/index"))
    ids = [f"{stem}-{section}" for section in sections or ["summary"]]
    for identifier in ids:
        new_id(project, name, identifier, step=False)
    edits = Edits(project.root)
    for language in project.languages:
        edits.write(f"docs/{language}/{name}",
                    PAGE + "".join(SECTION.replace("ID", identifier, 1) for identifier in ids))
    edits.write(MENU, _in_menu(edits.read(MENU), name))
    edits.write(REGISTER, register_text({**published(project), name: ids}))
    return edits


def record(root: Path, languages: tuple[str, ...], kind: str, name: str, today: datetime.date) -> Edits:
    """Begin a record at the end of its file: `name` is FILE/ID for a claim or a source, ID for an authority.

    Other records may be unfinished: a source is often begun for a claim that waits for it.
    """
    folder, _, identifier = name.rpartition("/")
    path = FILES.get(kind) or f"docs/records/{FOLDERS[kind]}/{folder}.yml"
    others = there(root / "docs/records" / FOLDERS[kind], "*.yml", root) if kind in FOLDERS else [root / path]
    if kind in FOLDERS and folder not in (file.stem for file in others):
        files = ", ".join(file.stem for file in others)
        raise GuideError(Fault(name, 0,
                               f"does not say in which file; write FILE/{identifier or 'its-id'}, FILE being one of: "
                               f"{files}"))
    if not ID.fullmatch(identifier):
        raise GuideError(Fault(identifier or name, 0, "is no id; use small letters, digits and single hyphens"))
    for file in others:
        records = load(file, root)
        if identifier in records:
            raise GuideError(Fault(relative(file, root), records.lines[identifier],
                                   f"has the id {identifier} already; choose another, or correct that record"))
    lines = [line for field, hint in RECORDS[kind].items() for line in _field(languages, field, hint, today)]
    edits = Edits(root)
    edits.write(path, edits.read(path).rstrip("\n") + f"\n\n{identifier}:\n" + "".join(f"  {line}\n" for line in lines))
    return edits


def _field(languages: tuple[str, ...], field: str, hint: Hint, today: datetime.date) -> list[str]:
    if isinstance(hint, tuple):
        return [f"{field}:", *(f"  {language}: 'TODO: {hint[1]}'" for language in languages)]
    if isinstance(hint, list):
        return [f"{field}: ['TODO: {hint[0]}']"]
    days = {"today": 0, "in half a year": 182}
    return [f"{field}: '{today + datetime.timedelta(days[hint])}'" if hint in days else f"{field}: 'TODO: {hint}'"]


def _in_menu(text: str, name: str) -> str:
    """mkdocs.yml with a line for the page after the last one of its folder, else after the last of the menu."""
    lines = text.splitlines(keepends=True)
    folder = posixpath.dirname(name)
    entries = [(number, match) for number,
               line in enumerate(lines) if (match := re.match(r"(\s+-\s+)(\S+\.md)\s*$", line))]
    near = [entry for entry in entries if folder and posixpath.dirname(entry[1][2]) == folder] or entries
    number, match = near[-1]
    return "".join([*lines[: number + 1], f"{match[1]}{name}\n", *lines[number + 1 :]])
