"""Every address ever published, and where what it named is now. People keep links and print them.

docs/records/published-ids.yml, the register: page → ids of its headings and of the records it lists. Its entry `go/`
holds the ids of the steps, which have short addresses of their own, in alphabetical order. What it lists must stay;
what is new is added by `register`, once.

docs/records/redirects.yml: old address → new one, and why where it was removed. An address is a page (`page.md`), a
heading of a page (`page.md#some-id`) or a short address (`go/web-open/`). What a reader who comes by an old one finds,
`arrivals` says for the pages that exist; guide/publish/redirects.py makes a page at the address of each that does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .faults import Fault, GuideError, refuse
from .languages import typeset
from .pages import Page, Place, step_key
from .project import Project, title
from .records import ID, Record, shape, validator
from .yaml_lines import LinedList, LinedMap, load

REGISTER = "docs/records/published-ids.yml"
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
MOVED = "docs/records/redirects.yml"
_KEY = re.compile(r"""['"]?([^\s'"]+?)['"]?:\s""")
_TO = re.compile(r"""(?m)^(\s+to:\s+)['"]?([^\s'"]+)['"]?""")


@lru_cache(maxsize=4)  # every page asks for it
def published(project: Project) -> LinedMap:
    """Page → LinedList of ids. Raises GuideError when the register is missing or has another shape."""
    data = load(project.root / REGISTER, project.root)
    lines = data.lines if isinstance(data, LinedMap) else {"": 1}
    if wrong := [line for page, line in lines.items() if page == "" or not isinstance(data[page], LinedList)
                 or not all(isinstance(identifier, str) for identifier in data[page])]:
        raise GuideError(Fault(REGISTER, wrong[0], "is not a list of pages with their ids; write page.md: and below it "
                               "one line '- id' for each, or restore the file"))
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
    known = published(project) if (project.root / REGISTER).exists() else {}
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
        Path(project.root / REGISTER).write_text(register_text(result), "utf-8", newline="\n")
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


@dataclass(frozen=True)
class Redirect:
    """What was at `old` is at `new`. `why`: by language, where it was removed; else empty. `line` in the file."""

    old: Place
    new: Place
    why: dict[str, str]
    line: int

    @property
    def removed(self) -> bool:
        return bool(self.why)


@dataclass(frozen=True)
class Arrival:
    """An old id that must land on a page: what it named is at `fragment` of `page`. `before`: the id of the heading it
    stands before, or "" for the end of the page. `title` names the place for a link, and is empty where the place is
    that heading."""

    id: str
    page: str
    fragment: str
    title: str
    why: str
    before: str


def place(address: str) -> Place:
    """`page.md#some-id` as ("page.md", "some-id"), `go/web-open/` as ("go/", "web-open")."""
    if address.startswith(SHORT):
        return SHORT, address.removeprefix(SHORT).rstrip("/")
    page, _, fragment = address.partition("#")
    return page, fragment


def address(here: Place) -> str:
    """The opposite of `place`."""
    page, fragment = here
    return f"{SHORT}{fragment}/" if page == SHORT else f"{page}#{fragment}" if fragment else page


@lru_cache(maxsize=4)
def redirects(project: Project) -> dict[Place, Redirect]:
    """Every redirect by its old place, in the order of the file, if there is one. GuideError for another shape."""
    path = project.root / MOVED
    content = load(path, project.root) if path.exists() else LinedMap(1)
    if not isinstance(content, LinedMap):
        raise GuideError(Fault(MOVED, 1,
                               "is not a list of old addresses; write old-page.md: and below it '  to: new-page.md'"))
    rules = validator(path.parent, project.root, "redirects", project.languages) if content else None
    records = [Record(old, data if isinstance(data, LinedMap) else LinedMap(1), MOVED, content.lines[old])
               for old, data in content.items()]
    refuse([fault for record in records for fault in shape(record, rules)])
    return {place(record.id): Redirect(place(record.id), place(record["to"]), {
        language: typeset(text, language) for language, text in record.get("why", {}).items()}, record.line)
            for record in records}


def edited(text: str, gone: dict[Place, Place], led: dict[Place, Place]) -> str:
    """The text of the file with an entry for each key of `gone`, and what led to a key of `led` led to its value. The
    entry of what exists again is left out."""
    blocks = re.split(r"(?m)^(?=[^\s#])", text)
    kept = [blocks[0].rstrip("\n") + "\n"]
    for block in blocks[1:]:
        key = _KEY.match(block)
        old = place(key[1] if key else "")
        if old not in gone and old not in gone.values():
            kept.append(_TO.sub(lambda match: match[1] + address(led.get(place(match[2]), place(match[2]))),
                                block).rstrip("\n") + "\n")
    kept += [f"{address(old)}:\n  to: {address(new)}\n" for old, new in gone.items()]
    return "\n".join(kept)


def arrivals(project: Project, name: str, language: str) -> list[Arrival]:
    """The old ids that must still land on page `name`, each once: its own, and those of the pages that moved to it."""
    register = published(project)
    found: dict[str, Arrival] = {}
    page = project.page(name, language)
    headings = ids_of(page) if page else []
    for redirect in _landing(project, name):
        (old_page, old_id), (new_page, new_id) = redirect.old, redirect.new
        here = new_page == name and new_id in headings and not redirect.removed
        known = register.get(old_page, []) if old_page == name else []
        after = known[known.index(old_id) + 1 :] if old_id in known else []
        before = new_id if here else next((identifier for identifier in after if identifier in headings), "")
        named = "" if here else title(project, redirect.new, language)
        found.setdefault(old_id, Arrival(old_id, new_page, new_id, named, redirect.why.get(language, ""), before))
    return list(found.values())


@lru_cache(maxsize=4)
def first_keys(project: Project) -> dict[str, str]:
    """The key of each place that was called otherwise → the key of its first name: readers' ticks are kept under it.
    New entries stand at the end of the file, so the first that leads to a place is its oldest."""
    found: dict[str, str] = {}
    register, known = published(project), redirects(project)
    for redirect in known.values():
        page, identifier = redirect.old
        if redirect.removed or page == SHORT:
            continue
        for former in [identifier] if identifier else register.get(page, []):
            own = known.get((page, former))
            here = own.new if own else (redirect.new[0], former)
            found.setdefault(step_key("#" + here[1], here[0]), step_key("#" + former, page))
    return found


def _landing(project: Project, name: str) -> Iterator[Redirect]:
    """The redirects of ids whose reader arrives at page `name`, but for one that is an id of the page itself."""
    live = {page.name for page in project.pages}
    known = redirects(project)
    for redirect in known.values():
        page, identifier = redirect.old
        moved = known.get((page, ""))
        lands = page if page in live else moved.new[0] if moved and not moved.removed else None
        if identifier and lands == name and redirect.new != (name, identifier):
            yield redirect
