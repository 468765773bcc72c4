"""Begin a page in every language, from a template: `python3 scripts/dev.py new`. Changes to several files, gathered
before the first is made (`Edits`): what cannot be done changes nothing.

What is left to write begins with TODO and says what belongs there; no site is built while one is left
(`guide/rules/source/text.py` names each by its line). A record is begun by copying the one above it. Names that
pages and headings may be given are slugs that nothing has, and nothing else ever had.
"""

import posixpath
import re
from pathlib import Path

from guide.content.addresses import MOVED, REGISTER, SHORT, published, redirects, register_text
from guide.content.faults import Fault, GuideError
from guide.content.files import read_text
from guide.content.pages import RESERVED
from guide.content.project import Project
from guide.content.records import ID

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


class Edits:
    """What is to be written and removed under `root`, until `apply`. Paths are relative, with forward slashes."""

    def __init__(self, root: Path):
        self.root = root
        self.texts: dict[str, str | None] = {}

    def read(self, path: str) -> str:
        """The file as it will be. GuideError when it cannot be read."""
        text = self.texts.get(path)
        return read_text(self.root / path, self.root) if text is None else text

    def write(self, path: str, text: str) -> None:
        """Give the file this text; nothing to do where it has it."""
        if path in self.texts or not (self.root / path).exists() or self.read(path) != text:
            self.texts[path] = text

    def remove(self, path: str) -> None:
        """Remove the file."""
        self.texts[path] = None

    def apply(self) -> None:
        """Make every change: what is new first, then what goes, with the folders that empties. Lines end as those of
        the file they replace. OSError when one cannot be made; git has the files as they were."""
        for path, text in sorted(self.texts.items(), key=lambda item: item[1] is None):
            file = self.root / path
            if text is None:
                file.unlink()
                if not any(file.parent.iterdir()):
                    file.parent.rmdir()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                windows = file.exists() and b"\r\n" in file.read_bytes()
                file.write_text(text, "utf-8", newline="\r\n" if windows else "\n")


def page(project: Project, name: str, sections: list[str]) -> Edits:
    """Begin the page `name` with a section for each of `sections`: its files, in the menu, in the register."""
    name = page_name(name)
    new_page(project, name)
    stem = posixpath.basename(name.removesuffix(".md").removesuffix("/index"))
    ids = [f"{stem}-{section}" for section in sections or ["summary"]]
    for identifier in ids:
        new_id(project, name, identifier, step=False)
    edits, text = Edits(project.root), PAGE + "".join(SECTION.replace("ID", identifier, 1) for identifier in ids)
    for language in project.languages:
        edits.write(f"docs/{language}/{name}", text)
    edits.write(MENU, _in_menu(edits.read(MENU), name))
    edits.write(REGISTER, register_text({**published(project), name: ids}))
    return edits


def _in_menu(text: str, name: str) -> str:
    """mkdocs.yml with a line for the page after the last one of its folder, else after the last of the menu."""
    entries = list(re.finditer(r"(?m)^([ ]+-[ ]+)(\S+\.md)[ ]*\n", text))
    folder = posixpath.dirname(name)
    last = ([entry for entry in entries if folder and posixpath.dirname(entry[2]) == folder] or entries)[-1]
    return f"{text[:last.end()]}{last[1]}{name}\n{text[last.end():]}"


def page_name(name: str) -> str:
    """`opt-out/web`, or as written by a shell's completion `docs/fr/opt-out/web.md`, as `opt-out/web.md`."""
    return re.sub(r"^docs/[a-z]{2}/", "", name.removesuffix(".md")) + ".md"


def new_page(project: Project, name: str) -> None:
    """Raises GuideError unless a page may be called `name` from now on."""
    parts = name.removesuffix(".md").split("/")
    moved = redirects(project).get((name, ""))
    if not all(ID.fullmatch(part) for part in parts):
        raise GuideError(Fault(name, 0, "is no name for a page; use small letters, digits and single hyphens, such as "
                                        "opt-out/on-a-tablet"))
    if parts[0] in (*RESERVED, *project.languages):
        raise GuideError(Fault(name, 0,
                               f"cannot be a page: the site keeps {parts[0]}/ for something else; choose another name"))
    if project.versions(name):
        raise GuideError(Fault(f"docs/{project.languages[0]}/{name}", 0, "exists already; choose another name"))
    if name in published(project) and (moved is None or moved.removed):
        raise GuideError(Fault(REGISTER, published(project).lines[name],
                               f"{name} was the name of another page, and readers have links to it; "
                               f"choose another name"))


def new_id(project: Project, page: str, identifier: str, step: bool) -> None:
    """Raises GuideError unless a heading of `page` may have `identifier`; a step's is alone in the whole guide."""
    if not (ID.fullmatch(identifier) and identifier[0].isalpha()):
        raise GuideError(Fault(identifier, 0,
                               "is no id; use small letters, digits and single hyphens, and start with a letter"))
    for other in project.pages:
        for heading in other.headings:
            if heading.id == identifier and (other.name == page or step and "step" in heading.classes):
                raise GuideError(Fault(other.path, heading.line, f"has the id {identifier} already; choose another"))
    for place, known in (((page, identifier), True), ((SHORT, identifier), step)):
        moved = redirects(project).get(place)
        if known and moved and moved.new[0] not in (page, SHORT):
            raise GuideError(Fault(MOVED, moved.line,
                                   f"{identifier} was published for something else, and leads there; choose another"))
