"""Where what was published is now: docs/records/redirects.yml, old address → new one, and why where it was removed.

An address is a page (`page.md`), a heading of a page (`page.md#some-id`) or a short address (`go/web-open/`). Knows
what a reader who comes by an old one finds: `arrivals` on the pages that exist; guide/publish/redirects.py makes a page
at the address of each that does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .faults import Fault, GuideError, refuse
from .languages import typeset
from .pages import Place, step_key
from .project import Project, title
from .records import Record, shape, validator
from .registry import SHORT, ids_of, published
from .yaml_lines import LinedMap, load

PATH = "docs/records/redirects.yml"
_KEY = re.compile(r"""['"]?([^\s'"]+?)['"]?:\s""")
_TO = re.compile(r"""(?m)^(\s+to:\s+)['"]?([^\s'"]+)['"]?""")


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
    path = project.root / PATH
    content = load(path, project.root) if path.exists() else LinedMap(1)
    if not isinstance(content, LinedMap):
        raise GuideError(Fault(PATH, 1,
                               "is not a list of old addresses; write old-page.md: and below it '  to: new-page.md'"))
    rules = validator(path.parent, project.root, "redirects", project.languages) if content else None
    records = [Record(old, data if isinstance(data, LinedMap) else LinedMap(1), PATH, content.lines[old])
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
