"""Give a page or a heading id another name, and let nobody find the old one empty: `python3 scripts/dev.py rename`.

Everything that names it follows: links in every language, the menu, the register, records, templates, code, tests. The
old address goes into docs/records/redirects.yml. What only a person can judge is listed by `mentions`.
"""

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace

from guide.content import translations
from guide.content.addresses import (
    MOVED,
    REGISTER,
    SHORT,
    edited,
    ids_of,
    lasting,
    merged,
    published,
    redirects,
    register_text,
    steps_of,
)
from guide.content.faults import Fault, GuideError
from guide.content.files import files
from guide.content.pages import Page, Place, page_url
from guide.content.project import Project

from .new import Edits, new_id, new_page, page_name

# Where pages and ids are named between quotes, and where a person reads about them.
TEMPLATES = ("overrides/**/*.html",)
CODE = *TEMPLATES, "scripts/guide/**/*.py", "tests/**/*.py"
PLACES = "docs/records/search-words.yml", "docs/records/menu-paths.yml"
WORDS = ("*.md", ".github/**/*", "overrides/**/*", "scripts/**/*.py", "tests/**/*.py", "docs/records/**/*.yml",
         "docs/strings/*.yml")
# Files, what is looked for in them (its first group stays), and what stands there from now on.
Rule = tuple[tuple[str, ...], str, str]
_TARGET = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]^@=\n]+\]:[ \t]*<?(?=[^\s<>]))(?P<target>[^()\s<>]+)")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.I)


def rename_page(project: Project, old: str, new: str) -> Edits:
    """Call the page `old` `new`, in every language. GuideError without such a page, or if the name cannot be had."""
    old, new = page_name(old), page_name(new)
    versions = project.versions(old)
    if not versions:
        raise GuideError(Fault(old, 0, f"is no page; write the name of a file in docs/{project.languages[0]}/, such as "
                                       f"{project.pages[-1].name}"))
    if old == "index.md":
        raise GuideError(Fault(old, 0, "is the home page, which cannot have another address"))
    new_page(project, new)
    edits, register = Edits(project.root), published(project)

    def moved(place: Place) -> Place:
        return (new, place[1]) if place[0] == old else place

    _follow_links(project, edits, {old: new}, moved)
    _replace(project, edits, [
        (("mkdocs.yml",), rf"(?m)^(\s+-\s+(?:[^#\n]*?:\s+)?['\"]?){re.escape(old)}(?=['\"]?\s*(?:#.*)?$)", new),
        (("budget.yml",), rf"(?m)^(\s+){re.escape(old)}(?=:)", new),
        (CODE, rf"([\"']){re.escape(old)}(?=\1)", new),
        (TEMPLATES, rf"(\}}\}}){re.escape(page_url(old))}(?=[\"#])", page_url(new)),
        (PLACES, rf"(?m)^(\s+(?:to|check): ){re.escape(old)}(?=#|$)", new),
    ])
    for page in project.pages:
        path = f"docs/{page.language}/{moved((page.name, ''))[0]}"
        edits.write(path, re.sub(rf"(?m)^next: {re.escape(old)}$", f"next: {new}", edits.read(path), count=1))
    present = [identifier for identifier in register.get(old, []) if identifier in lasting(project, versions[0])]
    edits.write(REGISTER, register_text({**register, new: merged(list(register.get(new, [])), present)}))
    places = [(old, identifier) for identifier in ("", *present)]
    _redirect(edits, {(old, ""): (new, "")}, {place: moved(place) for place in places})
    _follow_lock(project, edits, moved)
    return edits


def rename_id(project: Project, place: str, new: str) -> Edits:
    """Call the heading `page.md#old` `new`, in every language; its short address too, if a step. GuideError."""
    name, _, old = place.partition("#")
    name = page_name(name)
    versions = project.versions(name)
    if not versions or not old or not all(old in ids_of(page) for page in versions):
        raise GuideError(Fault(f"{name}#{old}", 0, "is no heading of a page in every language; write page.md#its-id"))
    if record := project.records.regions.get(old):
        raise GuideError(Fault(record.path, record.line, f"{old} is the id of this record, and records keep their ids"))
    step = old in steps_of(versions[0])
    new_id(project, name, new, step)
    edits, register = Edits(project.root), {page: list(ids) for page, ids in published(project).items()}
    led: dict[Place, Place] = {(name, old): (name, new)}
    if step:
        led[SHORT, old] = SHORT, new
        register[SHORT] = sorted({*register.get(SHORT, []), new})
    gone = dict(led)
    _follow_links(project, edits, {}, lambda place: led.get(place, place))
    for former, redirect in redirects(project).items():  # a page that was called otherwise had this id too
        page_moved = redirect.new == (name, "") and not former[1] and not redirect.removed
        if page_moved and old in register[former[0]] and (former[0], old) not in redirects(project):
            gone[former[0], old] = name, new
    ids = register.setdefault(name, [])
    if new not in ids:
        ids.insert(ids.index(old) + 1 if old in ids else len(ids), new)
    edits.write(REGISTER, register_text(register))
    _redirect(edits, gone, led)
    alone = not any(old in ids_of(page) for page in project.pages if page.name != name)
    rules: list[Rule] = [(tuple(page.path for page in versions),
                          rf"(?m)^(#{{2,6}}\s.*\{{[^{{}}\n]*#){old}(?=[\s}}])", new),
                         (CODE, rf"([\"']{re.escape(name)}[\"'],\s*[\"']){old}(?=[\"'])", new),
                         (PLACES, rf"(?m)^(\s+(?:to|check): {re.escape(name)}#){old}$", new)]
    if alone:  # no other page has the same id, so what names it names this page's
        rules += [(("docs/records/regions.yml",), rf"(?m)^(\s+(?:letter|company): ){old}$", new),
                  (TEMPLATES, rf"([\"']#){old}(?=[\"'])", new)]
    if step:
        rules += [(("docs/records/screens.yml",), rf"(?m)^(){old}(?=:)", new)]
    _replace(project, edits, rules)
    _follow_lock(project, edits, lambda place: led.get(place, place))
    return edits


def mentions(project: Project, edits: Edits, old: str) -> list[str]:
    """Where the old name still stands, as path:line, in what people and programs read: a person judges each."""
    page = re.escape(old.removesuffix(".md"))
    name = re.compile(rf"(?<![\w/-]){page}(\.md|/)(?!\w)" if old.endswith(".md") else rf"(?<![\w-]){page}(?![\w-])")
    return [f"{path}:{number}" for path in _files(project, WORDS)
            if path not in (MOVED, REGISTER) for number,
            line in enumerate(edits.read(path).splitlines(), 1) if name.search(line)]


def _follow_links(project: Project, edits: Edits, names: dict[str, str], moved: Callable[[Place], Place]) -> None:
    """Write every page with its links led on, under the name it has in `names`."""
    for page in project.pages:
        name = names.get(page.name, page.name)
        text = relinked(page, name, moved)
        if name != page.name:
            edits.remove(page.path)
        edits.write(f"docs/{page.language}/{name}", text)


def _follow_lock(project: Project, edits: Edits, moved: Callable[[Place], Place]) -> None:
    """What two languages were compared with stays so under the new names: a link led on is no change of words."""
    lock, now = translations.read(project.root), {}
    before = translations.pairs(project.pages, project.languages)
    named = [(page, moved((page.name, ""))[0]) for page in project.pages]
    after = translations.pairs([replace(page, name=name, text=edits.read(f"docs/{page.language}/{name}"))
                                for page, name in named], project.languages)
    for key, match in lock.items():
        there, marks = (*moved((key[0], key[1])), key[2]), dict(match.marks)
        for code, version in before.get(key, {}).items():
            if there in after and version.fingerprint == marks[code]:
                marks[code] = after[there][code].fingerprint
        now[there] = replace(match, marks=marks)
    if lock:
        edits.write(translations.PATH, translations.lock_text(now, project.languages))


def relinked(page: Page, name: str, moved: Callable[[Place], Place]) -> str:
    """The text of `page` once it is called `name`, its links led to where `moved` says that what they name is."""
    lines = page.text.splitlines(keepends=True)
    for number, masked in page.lines:
        for match in reversed(list(_TARGET.finditer(masked))):
            start, end = match.span("target")
            target = _target(match["target"], page.name, name, moved)
            lines[number - 1] = lines[number - 1][:start] + target + lines[number - 1][end:]
    return "".join(lines)


def _target(target: str, old: str, name: str, moved: Callable[[Place], Place]) -> str:
    """A link of the page `old` as it must be written once that is called `name`."""
    if _OUTSIDE.match(target):
        return target
    path, _, fragment = target.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(old), path)) if path else old
    page, identifier = (there, fragment) if path and not path.endswith(".md") else moved((there, fragment))
    if (page, identifier) == (there, fragment) and posixpath.dirname(old) == posixpath.dirname(name):
        return target
    return ((posixpath.relpath(page, posixpath.dirname(name) or ".") if path else "")
            + (f"#{identifier}" if identifier else ""))


def _redirect(edits: Edits, gone: dict[Place, Place], led: dict[Place, Place]) -> None:
    """Write entries for `gone` into redirects.yml, and lead what led to a key of `led` to its value."""
    text = (edits.read(MOVED) if (edits.root / MOVED).exists()
            else "# yaml-language-server: $schema=schema/redirects.json\n")
    edits.write(MOVED, edited(text, gone, led))


def _replace(project: Project, edits: Edits, rules: list[Rule]) -> None:
    for patterns, looked_for, new in rules:
        for path in _files(project, patterns):
            edits.write(path, re.sub(looked_for, rf"\g<1>{new}", edits.read(path)))


def _files(project: Project, patterns: tuple[str, ...]) -> list[str]:
    paths = {path for pattern in patterns for path in files(project.root, pattern, project.root)}
    return sorted(path.relative_to(project.root).as_posix() for path in paths
                  if not path.is_symlink() and path.suffix in (".html", ".py", ".md", ".js", ".css", ".yml"))
