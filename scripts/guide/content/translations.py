"""Which sections say the same in every language, and which have fallen behind: docs/records/translations.lock.

A section is a heading with what follows it, up to the next heading of any level. What stands before the first heading
with an id is a section too, and so is what the front matter says to readers. Names of those two start with a dot, as no
id can.

No language of the guide is the original. The lock has one line for each section and pair of languages (the first
language of mkdocs.yml with each other one): the fingerprints of both texts when somebody last compared them, and the
day of that.

    faq.md#faq-cost fr:3f2a9c1b07de en:77a0b1c2d3e4 2026-11-22

A language is behind in a section when the text of its counterpart is no longer the one it was matched with. So one side
changed puts the other behind, and both sides changed put each behind the other, until somebody has read the two
together: whether two edits say the same is for a person to say. Neither git nor a clock is asked, and nothing of this
ever fails a build. Records and interface strings hold all languages side by side in one entry, and need no such line.

After a conflict, keep either version of a line: at worst a section is called behind that is not.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .addresses import published
from .dates import is_date
from .faults import Fault, refuse
from .files import read_text
from .pages import BLOCK, CITATION, Page
from .project import Project

FRONT = ".front"
OPENING = ".opening"
SPOKEN = ("title", "description", "answer")  # of the front matter; the rest is for machines

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_BLOCK_LINE = re.compile(rf"{BLOCK.pattern}|^\s*///\s*$", re.M)
# {#id .class lang=en}: shape, and what is spoken in which voice; not words.
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#][\w-]+|[\w-]+=[^\s{}]+)(?:\s+(?:[.#][\w-]+|[\w-]+=[^\s{}]+))*\s*\}")
# Typed or typeset, a quotation mark is the same one: no difference a reader would call one.
_TYPOGRAPHY = str.maketrans({**dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑–—", "-"),
                             **dict.fromkeys("\u00ad\u200b\u200d\u2060\ufeff", None)})
PATH = "docs/records/translations.lock"
HEAD = """\
# When each section was last compared between two languages: page#section, the fingerprint of each text on that day,
# the day. Written by `python3 scripts/dev.py translations` and `check --register`, never by hand. In a conflict keep
# either line.
"""
_LINE = re.compile(r"(\S+\.md)#(\S+) ([A-Za-z-]+):([0-9a-f]{12}) ([A-Za-z-]+):([0-9a-f]{12}) (\d{4}-\d\d-\d\d)")
# A section of a page, and two languages.
Key = tuple[str, str, frozenset[str]]


@dataclass(frozen=True)
class Section:
    """One section of a page: the `path` of its file, its `id` (or FRONT, OPENING), the words of its heading, its text
    as typed, its first `line`."""

    path: str
    id: str
    title: str
    text: str
    line: int

    @property
    def place(self) -> str:
        """Where it is written, `path:line`."""
        return f"{self.path}:{self.line}"

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when the words do: neither spaces nor line breaks count, nor the shape
        of quotation marks, apostrophes and dashes, nor comments and attributes; nor citations and blocks, which rules
        of their own hold equal in all languages."""
        text = self.text
        for pattern in (_COMMENT, CITATION, _BLOCK_LINE, _ATTRIBUTES):
            text = pattern.sub("", text)
        text = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY)
        return hashlib.sha256("".join(text.split()).encode("utf-8")).hexdigest()[:12]


def sections(page: Page) -> dict[str, Section]:
    """The sections of a page by id, in order. A heading without an id belongs to the section before it."""
    lines = page.text.splitlines()
    start = page.lines[0][0] if page.lines else len(lines) + 1
    found = {FRONT: Section(page.path, FRONT, "", "\n".join(str(page.sound_front.get(name, "")) for name in SPOKEN), 1)}
    starts = [(OPENING, "", start)] + [(heading.id, heading.text, heading.line) for heading in page.headings
                                       if heading.id]
    for (identifier, title, first), following in zip(starts, [*starts[1:], ("", "", len(lines) + 1)], strict=True):
        # Of the heading's own line the words alone: its id and its classes are held equal by the rule of parity.
        body = [title, *lines[first:following[2] - 1]] if title else lines[first - 1:following[2] - 1]
        found.setdefault(identifier, Section(page.path, identifier, title, "\n".join(body).strip(), first))
    return found


@dataclass(frozen=True)
class Match:
    """What was compared: the fingerprint by language, the `day`; `line` is where the lock says so."""

    marks: dict[str, str]
    day: str
    line: int = 0


Lock = dict[Key, Match]
Pairs = dict[Key, dict[str, Section]]


@dataclass(frozen=True)
class Difference:
    """A section of which one or both texts are no longer those that were compared: in the languages `changed`."""

    key: Key
    versions: dict[str, Section]
    match: Match
    changed: tuple[str, ...]


def name(key: Key) -> str:
    """How a contributor names a section: `faq.md#faq-cost`."""
    return f"{key[0]}#{key[1]}"


def read(root: Path) -> Lock:
    """The lock; empty where there is none. Raises GuideError for lines of another shape."""
    if not (root / PATH).exists():
        return {}
    lock: Lock = {}
    faults = []
    for number, line in enumerate(read_text(root / PATH, root).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if not found or found[3] == found[5] or not is_date(found[7]):
            faults.append(Fault(PATH, number, "is not a line of this file; restore it from git (after a conflict, keep "
                                              "either version whole)"))
            continue
        key = found[1], found[2], frozenset((found[3], found[5]))
        if key in lock:
            faults.append(Fault(PATH, number,
                                f"names {name(key)} again (first on line {lock[key].line}); keep either line"))
        lock[key] = Match({found[3]: found[4], found[5]: found[6]}, found[7], number)
    refuse(faults)
    return lock


def write(root: Path, lock: Lock, languages: tuple[str, ...]) -> None:
    """Write the lock."""
    (root / PATH).write_text(lock_text(lock, languages), "utf-8", newline="\n")


def lock_text(lock: Lock, languages: tuple[str, ...]) -> str:
    """The text of the lock, sorted, so that the order of pages and sections never shows as a change."""
    def line(key: Key) -> str:
        marks = lock[key].marks
        shown = " ".join(f"{language}:{marks[language]}" for language in sorted(marks, key=languages.index))
        return f"{name(key)} {shown} {lock[key].day}\n"

    kept = [key for key in lock if key[2] <= set(languages)]
    return HEAD + "".join(sorted(map(line, kept)))


def pairs(pages: Iterable[Page], languages: tuple[str, ...]) -> Pairs:
    """Every section that exists in the first language and in another, in the order of the pages. One that a language
    lacks is the business of the rule of parity, which stops the build."""
    found: dict[str, dict[str, dict[str, Section]]] = {}
    for page in pages:
        found.setdefault(page.name, {})[page.language] = sections(page)
    first = languages[0]
    return {(page_name, identifier, frozenset((first, other))): {code: cut[code][identifier] for code in (first, other)}
            for page_name, cut in found.items() for other in languages[1:] for identifier in cut.get(first, {})
            if identifier in cut.get(other, {})}


def differences(lock: Lock, current: Pairs) -> list[Difference]:
    """The sections whose texts are not both those that were compared."""
    return [Difference(key, versions, lock[key], changed) for key, versions in current.items() if key in lock
            and (changed := tuple(code for code, section in versions.items()
                                  if section.fingerprint != lock[key].marks[code]))]


def matched(versions: dict[str, Section], day: str) -> Match:
    """The two texts say the same, says somebody on this day."""
    return Match({code: version.fingerprint for code, version in versions.items()}, day)


def registered(lock: Lock, current: Pairs, keep: Callable[[Key], bool], day: str) -> Lock:
    """The lock with a line for every section. One that moved, with its page or under another id, brings its line along;
    a new one was written in both languages at once, and counts as matched on `day`. Lines of sections that are gone are
    dropped, but for those to `keep`."""
    lost = {key: match for key, match in lock.items() if key not in current}
    result = {key: match for key, match in lock.items() if key in current}
    for key, versions in current.items():
        if key not in result:
            origin = _origin(key, versions, lost)
            result[key] = lost.pop(origin) if origin else matched(versions, day)
    return result | {key: match for key, match in lost.items() if keep(key)}


def _origin(key: Key, versions: dict[str, Section], lost: Lock) -> Key | None:
    """The line of a section that moved: the only lost one with its id, else with its words in one language."""
    marks = {code: version.fingerprint for code, version in versions.items()}
    lost = {other: match for other, match in lost.items() if other[2] == key[2]}
    same_id = [other for other in lost if other[1] == key[1] and not key[1].startswith(".")]
    same_words = [other for other, match in lost.items() if match.marks.items() & marks.items()]
    found = same_id or same_words
    return found[0] if len(found) == 1 else None


def register(project: Project, day: str) -> int:
    """Bring the committed lock up to date with the sections there are; returns how many lines changed."""
    lock = read(project.root)
    known = published(project)
    # While the register of addresses still asks for a section, it may come back, and its line with it.
    after = registered(lock, pairs(project.pages, project.languages), lambda key: key[1] in known.get(key[0], ()), day)
    if after.keys() != lock.keys() or not (project.root / PATH).exists():
        write(project.root, after, project.languages)
    return len(after.keys() ^ lock.keys())
