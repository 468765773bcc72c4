"""What a page costs its reader: the bytes and the requests of a first view, of the next page of a visit, of its tools,
and of a first search.

Read from the files of a built site, as a static host would send them: texts with Brotli at quality 5, what is
compressed already as it is. A first view is the page and all it asks for before its `load` event, the icon included;
pictures with loading="lazy" are not, since none of them is on a phone's first screen
(tests/browser/test_first_view.py). The next page of a visit is what remains when the files that every page asks for are
in the browser's cache (every page in its language, in which a reader goes on): their names carry a hash. The tools of
a page are fetched after its `load` event (overrides/assets/js/site/tools.js) and weighed apart.

budget.yml says what a page may weigh: read and checked here; the rule that compares is `weight`, of built/site.py.
"""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import brotli
from guide.content.faults import Fault, GuideError
from guide.content.records import whole
from guide.publish.files import COMPRESSED
from guide.publish.html import Document, documents
from jsonschema import Draft202012Validator

QUALITY = 5  # what hosts use for what they compress while they send it
FILE = "budget.yml"
LIMITS = ("first_view", "second_page", "tools", "requests")  # all in KiB but the last
KIB = 1024
_NUMBER = {"type": "string", "pattern": r"^(?!0+(\.0*)?$)\d+(\.\d+)?$", "description": "a number above 0"}
_LIMITS = dict.fromkeys(LIMITS, _NUMBER)
_CLOSED = {"type": "object", "additionalProperties": False}
_SHAPE = Draft202012Validator({**_CLOSED, "required": ["every_page", "first_search", "pages"], "properties": {
    "first_search": _NUMBER, "every_page": {**_CLOSED, "properties": _LIMITS, "required": LIMITS},
    "pages": {"type": "object", "additionalProperties": {
        **_CLOSED, "properties": {"why": {"type": "string", "minLength": 1}, **_LIMITS}, "required": ["why"]}}}})


@dataclass(frozen=True)
class Part:
    """One file a page asks for: its path in the site, and its bytes on the way."""

    path: str
    size: int


@dataclass(frozen=True)
class Weight:
    """The files of a first view, the page itself first, the names of those that every page in its language asks
    for, and those of the page's tools."""

    parts: tuple[Part, ...]
    shared: frozenset[str]
    later: tuple[Part, ...]

    def counted(self, kind: str) -> tuple[Part, ...]:
        """The files that count for one of the LIMITS of budget.yml."""
        return self.later if kind == "tools" else tuple(
            part for part in self.parts if kind != "second_page" or part.path not in self.shared)

    def cost(self, kind: str) -> float:
        """What they cost: KiB, or requests."""
        files = self.counted(kind)
        return len(files) if kind == "requests" else sum(part.size for part in files) / KIB


def weigh(site: Path, paths: Iterable[str]) -> dict[str, Weight]:
    """The weight of the pages at `paths` (`en/faq/index.html`). A file that is not there weighs nothing: another rule
    names it."""
    pages = documents(site)
    found = {path: pages[path] for path in paths if path in pages}
    return weights(site, {path: asked(page) for path, page in found.items()},
                   {path: page.all("html")[0].get("lang") or "" for path, page in found.items()})


def weights(site: Path, pages: Mapping[str, tuple[list[str], list[str]]], language: Mapping[str, str],
            sizes: Mapping[str, int] = MappingProxyType({})) -> dict[str, Weight]:
    """The same, of what each page asked for, and the language it is in; `sizes` are those already known, by path."""
    shared: dict[str, frozenset[str]] = {}
    for path, (names, _) in pages.items():
        shared[language[path]] = shared.get(language[path], frozenset(names)) & frozenset(names)

    every = {name for both in pages.values() for names in both for name in names}
    part = {name: Part(name, sizes[name] if name in sizes else sent(site / name)) for name in every}
    return {path: Weight(tuple(map(part.__getitem__, names)), shared[language[path]],
                         tuple(map(part.__getitem__, tools)))
            for path, (names, tools) in pages.items()}


def sent(path: Path) -> int:
    """The bytes of a file on their way to a reader; 0 where there is none."""
    data = path.read_bytes() if path.is_file() else b""
    return len(brotli.compress(data, quality=QUALITY)) if data and path.suffix in COMPRESSED else len(data)


def first_search(site: Path, language: str) -> tuple[Part, ...]:
    """What is fetched before a first search can answer: our script (in the language with the longest words),
    Pagefind's, and of its index the largest part a word can need. The text of each page it then lists comes on top,
    since it depends on what was looked for."""
    folder = site / "pagefind"
    ours, largest = (sorted(found, key=lambda path: path.stat().st_size)[-1:] for found in (
        site.glob("assets/search.*.js"), folder.glob(f"index/{language}_*.pf_index")))
    files = [*ours, folder / "pagefind.js", folder / "pagefind-entry.json",
             folder / f"wasm.{language}.pagefind", *sorted(folder.glob(f"pagefind.{language}_*.pf_meta")), *largest]
    return tuple(Part(path.relative_to(site).as_posix(), sent(path)) for path in files)


def asked(document: Document) -> tuple[list[str], list[str]]:
    """The files a page asks for before it is loaded, itself first, then those of its tools, by their paths."""
    kinds = {"stylesheet", "icon", "preload", "modulepreload"}
    links = [element.get("href") for element in document.all("link") if kinds & set((element.get("rel") or "").split())]
    drawn = [element.get("src") for element in document.all("script", "img") if element.get("loading") != "lazy"]
    tools, folder = [element.get("data-tools") for element in document.all("main")], posixpath.dirname(document.path)
    named, later = ([posixpath.normpath(posixpath.join(folder, address)) for address in addresses if address
                     and ":" not in address] for addresses in (links + drawn, tools))
    return list(dict.fromkeys([document.path, *named])), later


@dataclass
class Budget:
    """The limits of every page, those of the pages named apart with the line each stands on, and KiB for a first
    search."""

    every_page: dict[str, float]
    pages: dict[str, dict[str, float]]
    lines: dict[str, int]
    first_search: float

    def limit(self, name: str, kind: str) -> float:
        """What page `name` (`opt-out/web.md`) may cost."""
        return self.pages.get(name, {}).get(kind, self.every_page[kind])


def load_budget(root: Path, names: set[str]) -> Budget:
    """Read `root`/budget.yml; `names` are the guide's pages. Raises GuideError with the line of each mistake."""
    data = whole(root / FILE, root, _SHAPE)
    if strange := [name for name in data["pages"] if name not in names]:
        raise GuideError([Fault(FILE, data.at("pages", name), f"names {name}, which is no page; write its file name as "
                                f"in mkdocs.yml, or remove it") for name in strange])
    every, *own = ({kind: float(limits[kind]) for kind in LIMITS if kind in limits}
                   for limits in (data["every_page"], *data["pages"].values()))
    return Budget(every, dict(zip(data["pages"], own, strict=True)), data["pages"].lines, float(data["first_search"]))
