"""Begin a page in every language, from a template: `python3 scripts/dev.py new`.

What is left to write begins with TODO and says what belongs there; no site is built while one is left
(`guide/rules/source/text.py` names each by its line). A record is begun by copying the one above it.
"""

import posixpath
import re

from guide.content.project import Project
from guide.content.registry import PATH as REGISTER
from guide.content.registry import published, register_text

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


def page(project: Project, name: str, sections: list[str]) -> Edits:
    """Begin the page `name` with a section for each of `sections`: its files, in the menu, in the register."""
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


def _in_menu(text: str, name: str) -> str:
    """mkdocs.yml with a line for the page after the last one of its folder, else after the last of the menu."""
    entries = list(re.finditer(r"(?m)^([ ]+-[ ]+)(\S+\.md)[ ]*\n", text))
    folder = posixpath.dirname(name)
    last = ([entry for entry in entries if folder and posixpath.dirname(entry[2]) == folder] or entries)[-1]
    return f"{text[:last.end()]}{last[1]}{name}\n{text[last.end():]}"
