"""Pages: their files and addresses, their front matter, the blocks and the boxes to tick in them."""

import re
from difflib import get_close_matches
from itertools import zip_longest

from guide.content.addresses import steps_of
from guide.content.files import there
from guide.content.pages import ICON, MAX_BYTES, RESERVED, ROLES, Page, page_url, step_key
from guide.content.project import Project
from guide.content.records import KINDS, LINE_END, MARKUP, Record, misfits, texts
from guide.render.markdown.blocks import BLOCKS, HOLDING
from jsonschema import Draft202012Validator

from ..configuration import PATH, menu
from ..prose import reasons
from . import Faults, Lines, page_rule, rule

_PART = r"[a-z0-9]+(?:-[a-z0-9]+)*"
# What may lie in docs/ and overrides/: its path, the largest size in bytes, in words.
_FILES = (
    (rf"docs/records/(?:{'|'.join((*KINDS, 'topic', 'published-ids', 'redirects'))})(?:/{_PART})?\.yml", 400_000,
     "a record"),
    (r"docs/records/translations\.lock", 1_000_000, "the list of what was compared"),
    (r"docs/records/not-quoted\.txt", 100_000, "the fingerprints of what is not to be quoted"),
    (rf"docs/records/schema/{_PART}\.json", 100_000, "a shape of records"),
    (r"docs/strings/(?:LANGUAGE)\.yml", 200_000, "a file of strings"),
    (rf"docs/(?:LANGUAGE)/(?:{_PART}/)*{_PART}\.md", MAX_BYTES, "a page"),
    (rf"overrides/(?:{_PART}/)*_?{_PART}\.html", 60_000, "a template"),
    (rf"overrides/assets/css/(?:{_PART}/)*{_PART}\.css", 60_000, "a style sheet"),
    (rf"overrides/assets/js/(?:{_PART}/)*{_PART}\.js", 60_000, "a script"),
    (rf"overrides/assets/(?:{_PART}/)*{_PART}\.(?:png|svg)", 100_000, "a picture"),
    (r"overrides/assets/(?:data|fonts)/[A-Za-z0-9.-]+\.(?:json|txt|md|ttf|woff2|csv)", 1_000_000, "data or a font"))
LONGEST = 120  # characters of a path: as an address it is read, said and printed
_SHORT = {"type": "string", "pattern": r"\S", "description": "a text"}
_FRONT = Draft202012Validator({
    "type": "object", "additionalProperties": False, "required": ["title", "description"], "properties": {
        "title": {**_SHORT, "maxLength": 60}, "description": {**_SHORT, "maxLength": 155}, "answer": _SHORT,
        "keywords": _SHORT, "next": _SHORT, "role": {"enum": ROLES},
        "minutes": {"type": "string", "pattern": r"^[1-9]\d{0,2}$", "description": "a whole number such as 2"},
        "claims": {"type": "array", "minItems": 1, "items": {"type": "string"}}}})
_MARKDOWN = r"\]\(|\]\[|\[@|\{:|\{[^{}]*=|\b(?:javascript|vbscript):|" + ICON.pattern
_PLAIN = [(re.compile(pattern, re.I | re.S), message) for pattern, message in (
    (LINE_END.pattern, "holds a line end; write it on one line"), (r"^\s*$", "is empty; write its words"),
    (MARKUP.pattern, "contains HTML or an entity; write plain words"),
    (r".{1201}", "has more than 1200 characters; shorten it"),
    (_MARKDOWN, "holds what only the body of a page may; write plain words"))]
_NO_MARKDOWN = re.compile(_MARKDOWN + r"|\[=", re.I)
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\[([^\]]?)\]\s*(?!\()(?:(?<=\[ \] )\[[^\]]*\]\(([^()\s]*#[^()\s]*))?")


@rule
def files(project: Project) -> Faults:
    """docs/ and overrides/ hold files of the kinds, names and sizes we mean, and no way out: MkDocs publishes whatever
    lies there, a link in the file system may bring in any file of the machine that builds, a name in capitals, accents
    or spaces is another file on another system. A folder of two letters is a language: another would be dropped."""
    languages = "|".join(project.languages)
    known = [(pattern.replace("LANGUAGE", languages), most, what) for pattern, most, what in _FILES]
    folders = "(?:docs|overrides)/(?!(?<=docs/)[a-z]{2}(?:[-_][A-Za-z]{2,4})?$).*|docs/(?:" + languages + ")"
    for path in (path for top in ("docs", "overrides") for path in there(project.root / top, "**/*", project.root)):
        name = path.relative_to(project.root).as_posix()
        most, what = next((rule[1:] for rule in known if re.fullmatch(rule[0], name)), (0, ""))
        if path.is_symlink():
            yield name, 1, "is a link to another place; put the file itself here"
        elif path.name.startswith("."):
            yield name, 1, "is hidden; remove it, or give it a name without the dot"
        elif re.fullmatch(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", path.name, re.I):
            yield name, 1, "has a name that Windows keeps for a device; choose another"
        elif len(name) > LONGEST:
            yield name, 1, f"has more than {LONGEST} characters with its folders; shorten it"
        elif not what and not (path.is_dir() and re.fullmatch(folders, name)):
            yield (name, 1, "is no file that belongs here; pages are docs/<language>/name.md, facts docs/records/, "
                   "names in small letters, digits and single hyphens; languages are those of mkdocs.yml")
        elif what and path.stat().st_size > most:
            yield name, 1, f"is {path.stat().st_size:,} bytes; keep {what} under {most:,}"


@page_rule
def front_matter(project: Project, page: Page) -> Lines:
    """A title and a description of a size that fits: they are the page's name in the menu, in search results and in a
    browser's tab. MkDocs passes over malformed front matter in silence and prints it as text."""
    data, first = Record("front matter", page.front, page.path, 1), project.versions(page.name)[0]
    yield from ((fault.line, fault.message) for fault in misfits(data, _FRONT))
    pages, following = [other.name for other in project.pages], page.front.get("next", page.name)
    yield from ((data.at("claims"), f"there is no claim {claim}; write the id of one of docs/records/claims/")
                for claim in page.claims if claim not in project.records.claims)
    unlike = [name for name in ("role", "next", "claims") if page.front.get(name) != first.sound_front.get(name)]
    if following not in pages:
        yield data.at("next"), f"next is {following!r}; write the name of a page, such as {pages[-1]}"
    elif unlike:
        yield data.at(unlike[0]), f"{unlike[0]} is not that of {first.path}; give both the same"
    alike = [other for other in project.pages if other.role == page.role and other.language == page.language]
    if page.role not in ("", "service") and alike[0] is not page:
        yield data.at("role"), (f"has the role {page.role}, which {alike[0].path} has already; only 'service' may be "
                                f"given twice")


@rule
def plain_text(project: Project) -> Faults:
    """A text of the front matter or of the strings is one line of plain words: it goes into titles, feeds, calendars,
    JSON, headers, mail, where a line end starts a new header or property (RFC 5322, RFC 5545), and markup is either
    shown or obeyed. Records keep the same rule when they are loaded, but for Markdown."""
    found = [(page.path, page.front.lines[name], name, value) for page in project.pages
             for name, value in page.sound_front.items() if isinstance(value, str)]
    found += [(f"docs/strings/{language}.yml", strings.lines.get(key, 0), key, value)
              for language, strings in project.strings.items() for key, value in strings.items()]
    for path, line, name, value in found:
        yield from ((path, line, f"{name} {message}") for pattern, message in _PLAIN if pattern.search(value))
    written = [(record.path, record.at(*keys), value) for kind, record in project.records
               for keys, value in texts(record) if kind != "screens"]  # what a drawing says may name labels
    for path, line, value in (*written, *reasons(project)):
        if match := _NO_MARKDOWN.search(value):
            yield path, line, f"holds {match[0]!r}, which only the body of a page may; write plain words"


@rule
def page_places(project: Project) -> Faults:
    """Every page is in the menu, once, and has an address of its own: `x.md` and `x/index.md` have one, a page named
    handout.md would cover what is printed. What is written last would stand, and nobody would be told."""
    places: dict[tuple[str, str], str] = {}
    listed = list(menu(project.root))
    names, named = {page.name for page in project.pages}, [name for _, name in listed]
    for position, (line, name) in enumerate(listed):
        if name in named[:position] or name not in names:
            yield PATH, line, (f"{name} is in the menu twice; remove one" if name in names else
                               f"{name} is in the menu and in no language folder; correct the name")
    for page in project.pages:
        url = page_url(page.name)
        other = places.setdefault((page.language, url), page.path)
        if url.partition("/")[0] in {*RESERVED, *project.languages}:
            yield page.path, 1, f"would have the address {url}, which is the build's own; name the file otherwise"
        if other != page.path:
            yield page.path, 1, f"has the same address as {other}; name one of them otherwise"
        if page.name not in named and page is project.versions(page.name)[0]:
            yield page.path, 1, f"is not in the menu; add the line '- {page.name}' under nav: in {PATH}"


@page_rule
def blocks(project: Project, page: Page) -> Lines:
    """`/// name | argument` has an argument the block knows, and is closed by `///`: an unclosed one swallows what
    follows. Those of a kit hold words. One that does not exist is left as text, which `rendered` refuses."""
    known, opened, before = {line for _, _, line in page.blocks}, 0, ""
    holding = {line for name, _, line in page.blocks if name in HOLDING}
    for number, text in (*page.lines, (0, "///")):
        closes = re.fullmatch(r"\s*/{3,}\s*", text)
        if opened and (number == 0 or text.strip() and not closes and (number in known or opened not in holding)):
            yield opened if number in {0, *known} else number, (
                "the block is not closed before the next text; write a line /// after it (text inside is not shown)")
            opened = 0
        elif number and closes and not opened and not before.startswith("///"):
            yield number, "closes a block that is not open; remove the line, or write '/// name' above it"
        before, opened = text.strip(), number if number in known else 0 if closes else opened
    for name, argument, line in page.blocks:
        wanted = BLOCKS.get(name, argument)
        choices = sorted({record["date"][:4] for record in project.records.milestones.values()} if wanted == "year"
                         else wanted if isinstance(wanted, tuple) else project.records.kinds.get(wanted, [""]))
        if name in BLOCKS and argument not in choices:
            near = get_close_matches(argument, choices, 1) or choices
            what = f"does not know {argument!r}" if argument else "lacks its argument"
            yield line, f"the block {name} {what}; write '/// {name}{f' | {near[0]}' * (near[0] != '')}'"


@rule
def check_items(project: Project) -> Faults:
    """A box to tick leads to the step that explains it, once a page, the same in every language: a reader's ticks are
    kept by the step, in either language, whatever the words become."""
    for page in project.pages:
        first = project.versions(page.name)[0]
        items, expected = _items(page), _items(first)
        for position, (line, key, state) in enumerate(items):
            where, _, identifier = key.partition("#")
            steps = {step for other in project.pages if other.name in (f"{where}.md", f"{where}/index.md")
                     and other.language == page.language for step in steps_of(other)}
            before = next((number for number, other, _ in items[:position] if other == key), 0)
            if state != " " or not key:
                yield page.path, line, ("an item to tick is written '- [ ] [words](page.md#step) other words', the "
                                        "link first, with one space between the brackets")
            elif identifier not in steps:
                yield page.path, line, f"{key} is not a step; link to a heading that has the class .step"
            elif before:
                yield page.path, line, f"{key} is already in this list (line {before}); keep one of them"
        for ours, theirs in zip_longest(items, expected):
            if not ours or not theirs or ours[1] != theirs[1]:
                yield (page.path, ours[0] if ours else 1, f"this list leads to {ours[1] if ours else 'nothing'} where "
                       f"{first.path} leads to {theirs[1] if theirs else 'nothing'}; give both the same steps in the "
                       f"same order")
                break


def _items(page: Page) -> list[tuple[int, str, str]]:
    """(line, key of its step, what is in its box) of every item to tick."""
    return [(number, step_key(match[2], page.name) if match[2] else "", match[1]) for number, line in page.lines
            if (match := _ITEM.match(line)) and match[1] in ("", " ", "x", "X")]
