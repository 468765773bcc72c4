"""Read the Markdown pages as contributors wrote them: front matter, headings, citations, links, with line numbers; and
their addresses inside the site, plain functions on names: whether something is there, `project` and `addresses` know.

The source rules (guide/rules/source) and the registry of ids work on this, because Python-Markdown forgets line
numbers. Code blocks and code spans are blanked out first, so that an example of syntax is never taken for syntax.
"""

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .faults import Fault, GuideError, refuse, relative
from .files import read_text, there
from .letters import fences
from .yaml_lines import LinedMap, parse

_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
# patterns, and Python-Markdown, take hours over many of these
_ENDLESS = re.compile(r"([\[\]()<>*_`~!{}])\1{20,}|(?:\[[^\[]*){60}")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*)\}\s*$")
MAX_BYTES = 100_000  # of one page; the longest has 36,000
MAX_LINE = 2_000  # characters
CODE = "\ufffc"  # stands for each character of a code span: neither a space, nor a word, nor syntax
CITATION = re.compile(r"(?<!\\)\[(@[^\[\]\n]*)\]")
VALUE = re.compile(r"(?<!\\)\[=([a-z0-9-]+)(?::([a-z]{2}))?\]")
# An icon, or what is typed like one: a name between colons that stands by itself, so neither an hour nor part of an
# address.
ICON = re.compile(r"(?<![\w:/\\]):([+-]?\w[\w+-]*):(?!\w)")
BLOCK = re.compile(r"^ {0,3}/{3,} *([a-z][a-z-]*)(?:\s*\|\s*(.*?))?\s*$")

# What a page may say of itself in `role:`: there is one of each, but for `service` (legal notice, privacy...).
ROLES = "checklist", "sources", "about", "service", "changes", "translations"
# These speak of the site, not of its subject: what we do is not proven by a source.
ABOUT_SITE = "about", "service", "changes", "translations"
# A section of a page: the page's name inside its language folder, and the id of the heading (or "").
Place = tuple[str, str]
# First parts of addresses that are not for pages: what the build writes beside them, and folders of docs/ that are no
# language.
RESERVED = frozenset(("404", "api", "assets", "cards", "facts", "go", "handout", "pagefind", "records", "strings"))


@dataclass(frozen=True)
class Heading:
    """A heading of a page: `level` 1-6, its `text`, its explicit `id` (or ""), its `classes`, its `line`."""

    level: int
    text: str
    id: str
    classes: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Citation:
    """One claim named in a citation mark: its `id`, the `section` (id of the last h2 before it, or ""), the `line`."""

    id: str
    section: str
    line: int


@dataclass(eq=False)
class Page:
    """A Markdown page: `name` is its path inside its language folder, `path` its path in the repository."""

    name: str
    language: str
    path: str
    text: str

    @cached_property
    def _parts(self) -> tuple[str, int]:
        """The front matter's YAML, and the number of lines before the body. Raises GuideError when it is not closed."""
        lines = self.text.splitlines()
        if not lines or lines[0].rstrip() != "---":
            raise GuideError(Fault(self.path, 1,
                                   "has no front matter; start the page with ---, title:, description:, ---"))
        for number, line in enumerate(lines[1:], 2):
            if line.rstrip() == "---":
                return "\n".join(lines[1 : number - 1]), number
            if line.strip() in ("---", "..."):
                raise GuideError(Fault(self.path, number, "ends the front matter where it does not; remove this line"))
        raise GuideError(Fault(self.path, 1, "has front matter that never ends; close it with a line ---"))

    @cached_property
    def front(self) -> LinedMap:
        """The front matter. Raises GuideError when it is missing, not closed, or not a mapping."""
        data = parse(self._parts[0], self.path, 2)
        if not isinstance(data, LinedMap):
            raise GuideError(Fault(self.path, 2, "has front matter that is not a list of key: value lines; quote a "
                                                 "value that contains a colon"))
        return data

    @property
    def body(self) -> str:
        """The Markdown below the front matter. Raises GuideError where that is malformed."""
        return "\n".join(self.text.splitlines()[self._parts[1]:])

    @property
    def role(self) -> str:
        """What the page is to the guide (ROLES), "" for most pages and where the front matter is malformed."""
        return str(self.sound_front.get("role", ""))

    @property
    def sound_front(self) -> dict[str, Any]:
        """The front matter, empty where it is malformed: a source rule names the line, and the others go on."""
        try:
            return self.front
        except GuideError:
            return {}

    @property
    def claims(self) -> list[str]:
        """The claims the whole page rests on, for a page whose sentences carry no marks; "claims:" of its front
        matter."""
        found = self.sound_front.get("claims")
        return [str(claim) for claim in found] if isinstance(found, list) else []

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """(line number, text) of the body, with code blocks and comments blanked out, and code spans made of CODE. A
        page without readable front matter is all body, so that each rule can go on and `front` alone reports it."""
        try:
            start = self._parts[1]
        except GuideError:
            start = 0
        text = "\n".join(self.text.splitlines()[start:])
        lines = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text).split("\n")
        code = {number for _, first, last in fences(lines, 12) for number in range(first, last + 1)}
        return [(start + number + 1, "" if number in code else _CODE_SPAN.sub(lambda match: CODE * len(match[0]), line))
                for number, line in enumerate(lines)]

    @cached_property
    def headings(self) -> list[Heading]:
        return [_heading(match, number) for number, line in self.lines if (match := _HEADING.match(line))]

    @cached_property
    def citations(self) -> list[Citation]:
        tops = [(0, ""), *((heading.line, heading.id) for heading in self.headings if heading.level == 2)]
        return [Citation(claim, "", 1) for claim in self.claims] + [
            Citation(part.strip().removeprefix("@"), next(name for at, name in reversed(tops) if at <= number), number)
            for number, line in self.lines for match in CITATION.finditer(line) for part in match[1].split(";")]

    @cached_property
    def blocks(self) -> list[tuple[str, str, int]]:
        """(name, argument, line) of every block drawn from records."""
        return [(match[1], match[2] or "", number) for number, line in self.lines if (match := BLOCK.match(line))]


def _heading(match: re.Match, line: int) -> Heading:
    attributes = _ATTRIBUTES.search(match[2])
    words = attributes[1].split() if attributes else []
    text = match[2][: attributes.start()] if attributes else match[2]
    identifier = next((word[1:] for word in words if word.startswith("#")), "")
    return Heading(len(match[1]), text, identifier, tuple(word[1:] for word in words if word.startswith(".")), line)


def load_pages(docs: Path, root: Path, languages: tuple[str, ...]) -> list[Page]:
    """Every page of every language, in a fixed order. Raises GuideError for files that are not UTF-8 or too large."""
    pages: list[Page] = []
    faults: list[Fault] = []
    for language in languages:
        for path in there(docs / language, "**/*.md", root):
            name = path.relative_to(docs / language).as_posix()
            try:
                pages.append(page := Page(name, language, relative(path, root), read_text(path, root, MAX_BYTES)))
                faults += [Fault(page.path, number, f"is a line of more than {MAX_LINE:,} characters, or of nothing "
                                                    "but signs; break it, or write words")
                           for number, line in enumerate(page.text.splitlines(), 1)
                           if len(line) > MAX_LINE or _ENDLESS.search(line)]
            except GuideError as error:
                faults.extend(error.faults)
    refuse(faults)
    return pages


def page_url(name: str) -> str:
    """The address of a page inside its language: `opt-out/web.md` gives `opt-out/web/`, `index.md` gives ""."""
    stem = name.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else stem + "/"


def fact_page(claim: str) -> str:
    """The name of a statement's page, as if it were written by hand: its addresses follow from it."""
    return f"facts/{claim}.md"


def step_key(href: str, page: str) -> str:
    """A step in any language: `opt-out/web#web-switch`, from a link as written on `page` or resolved by MkDocs."""
    path, _, fragment = href.partition("#")
    here = posixpath.dirname(page) if path.endswith(".md") else page.removesuffix(".md").removesuffix("index")
    path = posixpath.normpath(posixpath.join(here, path)) if path else page
    return f"{path.removesuffix('.md').removesuffix('/index')}#{fragment}"
