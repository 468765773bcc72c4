"""The committed register of every address ever published: docs/records/published-ids.yml, page → ids of its headings
and of the records it lists.

Its entry `go/` holds the ids of the steps, which have short addresses of their own, in alphabetical order.

People keep links and print them. What the register lists must stay; what is new is added by `register`, once.
"""

from functools import lru_cache
from pathlib import Path

from .faults import Fault, GuideError
from .pages import Page
from .project import Project
from .records import ID, Record
from .yaml_lines import LinedList, LinedMap, load

PATH = "docs/records/published-ids.yml"
SHORT = "go/"
# Blocks that give each record of a kind an address on their page: block → (kind, what the id begins with).
RECORDED = {
    "authorities": ("authorities", "authority-"), "changes": ("changes", "change-"), "claims": ("claims", ""),
    "contested": ("contested", "contested-"),
    "glossary": ("glossary", "term-"), "not-verified": ("not-verified", "not-verified-"),
    "register": ("sources", "source-")}
HEAD = """\
# yaml-language-server: $schema=schema/published-ids.json
# Every page the guide has published, with the ids of its headings and of the records it lists. Readers have links to
# them: none is ever removed from here. Where one is that has moved, redirects.yml says. New ones: python3
# scripts/dev.py check --register
"""


@lru_cache(maxsize=4)  # every page asks for it
def published(project: Project) -> LinedMap:
    """Page → LinedList of ids. Raises GuideError when the register is missing or has another shape."""
    data = load(project.root / PATH, project.root)
    lines = data.lines if isinstance(data, LinedMap) else {"": 1}
    if wrong := [line for page, line in lines.items() if page == "" or not isinstance(data[page], LinedList)
                 or not all(isinstance(identifier, str) for identifier in data[page])]:
        raise GuideError(Fault(PATH, wrong[0], "is not a list of pages with their ids; write page.md: and below it one "
                               "line '- id' for each, or restore the file"))
    return data


def ids_of(page: Page) -> list[str]:
    """The ids of a page's headings, in order, each once."""
    return list(dict.fromkeys(heading.id for heading in page.headings if heading.id))


def recorded(project: Project, page: Page) -> dict[str, Record]:
    """The ids that the blocks of a page give to records, with the record of each."""
    kinds = [RECORDED[name] for name, _, _ in page.blocks if name in RECORDED]
    return {start + record.id: record for kind, start in kinds for record in project.records.kinds[kind].values()
            if kind != "glossary" or "meaning" in record}


def lasting(project: Project, page: Page) -> list[str]:
    """The ids of a page that people may keep: those of its headings, then those of records."""
    return list(dict.fromkeys([*ids_of(page), *recorded(project, page)]))


def steps_of(page: Page) -> list[str]:
    """The ids of a page's steps, in order."""
    return [heading.id for heading in page.headings if heading.id and "step" in heading.classes]


def register(project: Project) -> int:
    """Add the pages, ids and steps that are new, in the order of the page; remove nothing. Returns how many ids were
    added. An id that is no slug, or that a language lacks, is a mistake (other rules report it) and is not made
    permanent."""
    known = published(project) if (project.root / PATH).exists() else {}
    result: dict[str, list[str]] = {page: list(ids) for page, ids in known.items()}
    steps = set(result.get(SHORT, []))
    for name in dict.fromkeys(page.name for page in project.pages):
        pages = project.versions(name)
        if len(pages) == len(project.languages):
            result[name] = merged(result.get(name, []), _in_all([lasting(project, page) for page in pages]))
            steps.update(_in_all([steps_of(page) for page in pages]))
    if steps:
        result[SHORT] = sorted(steps)
    if result != known:
        Path(project.root / PATH).write_text(register_text(result), "utf-8", newline="\n")
        published.cache_clear()
    return sum(len(ids) - len(known.get(page, [])) for page, ids in result.items() if page != SHORT)


def register_text(register: dict[str, list[str]]) -> str:
    """The text of the file."""
    lines = [f"{page}:\n" + "".join(f"  - {identifier}\n" for identifier in ids) if ids else f"{page}: []\n" for page,
             ids in sorted(register.items())]
    return HEAD + "\n" + "\n".join(lines)


def _in_all(lists: list[list[str]]) -> list[str]:
    """The ids that every language has, in the order of the first."""
    return [identifier for identifier in lists[0] if ID.fullmatch(identifier)
            and all(identifier in ids for ids in lists)]


def merged(old: list[str], new: list[str]) -> list[str]:
    """`old` with the ids of `new` it lacks, each after the one it follows on the page."""
    result = list(old)
    for position, identifier in enumerate(new):
        if identifier not in result:
            before = new[position - 1] if position else None
            result.insert(result.index(before) + 1 if before else 0, identifier)
    return result
