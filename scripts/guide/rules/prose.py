"""What a page says: what a contributor may have written for readers, and the words of a page without their syntax; what
its blocks (`/// name | argument`) draw, as HTML (its ids can be linked to, its marks are citations); the names of the
company and the products the guide is about, which live in docs/: the machinery has none of its own.

Links keep their words and lose their target, values and icons become a capital X, citations and attributes go, a phrase
marked as another language becomes an X. Code is blank already in `Page.lines`.
"""

import re
from collections.abc import Iterator

import jinja2
from guide.content.addresses import MOVED, redirects
from guide.content.cache import remembered
from guide.content.faults import GuideError
from guide.content.pages import CITATION, ICON, VALUE, Page
from guide.content.project import Project
from guide.content.records import texts as record_texts
from guide.content.records import validator, whole
from guide.render.context import Context
from guide.render.markdown.blocks import known
from guide.render.markdown.citations import MARK
from guide.render.uses import uses

Text = tuple[str, int, str]  # path, line, text
_FOREIGN = re.compile(r"(\*+|_+|\[)((?:(?!\1)[^\n])+?)(?:\1|\](?:\([^)]*\)|"
                      r"\[[^\]]*\]))\{:?[^{}\n]*\blang=[\"']?([a-zA-Z-]+)[^{}\n]*\}")
_SYNTAX = tuple((re.compile(pattern, re.M), put) for pattern, put in (
    (CITATION.pattern, ""), (VALUE.pattern, "X"), (ICON.pattern, "X"),
    (r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|[ ]?\[[^\[\]\n]*\](?!\())", r"\1"),  # a link
    (r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S*.*$", ""),  # the address of a link, below
    (r"\{(?::|\s*[#.]|[^{}\n]*=)[^{}\n]*\}", ""), (r"\bhttps?://\S*[^\s.,;:!?»”)]", "X"), (r"^[ \t]*///.*$", ""),
    (r"^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+\"(.*)\")?[ \t]*$", r"\2"),
    (r"^[ \t|:-]*-[ \t|:-]*$", ""), (r"^[ \t]*(?:>[ \t]?)+", ""),
    (r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]?\][ \t]+)?", ""), (r"^#{1,6}[ \t]*", ""),
    (r"\\?\*+|(?<!\w)_+|_+(?!\w)|\\(?=[\[\]`#_])", "")))
_ID = re.compile(r"\sid=\"([^\"]+)\"")


def body(page: Page) -> tuple[str, int]:
    """The body of a page as one text, code blanked out, and the line on which it starts."""
    return "\n".join(line for _, line in page.lines), page.lines[0][0] if page.lines else 1


@remembered
def words(page: Page) -> tuple[tuple[int, str], ...]:
    """(line number, plain words) of the body of `page`; lines without words are left out. A code span is left as CODE
    characters."""
    text, first = body(page)
    text = _FOREIGN.sub(lambda match: match[2] if match[3][:2] == page.language else "X", text)
    for pattern, put in _SYNTAX:
        text = pattern.sub(put, text)
    return tuple((number, line) for number, line in enumerate(text.split("\n"), first) if line.strip())


def passages(page: Page) -> Iterator[Text]:
    """The words of a page and of its front matter, lines that follow each other joined: a phrase may stand across the
    end of one."""
    held: list[str] = []
    start = 0
    for number, line in (*words(page), (0, "")):
        if held and number != start + len(held):
            yield page.path, start, "\n".join(held)
            held = []
        start = start if held else number
        held.append(line)
    yield from ((page.path, page.front.lines[name], VALUE.sub("X", text)) for name, text in page.sound_front.items()
                if isinstance(text, str))


def in_language(project: Project, language: str) -> Iterator[Text]:
    """Everything written in `language`: the passages of pages, interface strings, records."""
    yield from (text for page in project.pages if page.language == language for text in passages(page))
    yield from strings(project, language)
    for kind, record in project.records:
        if kind != "labels":  # labels are another company's words, letter for letter
            yield from ((record.path, record.at(*keys), text) for keys, text in record_texts(record)
                        if keys[-1] == language)


def reasons(project: Project) -> list[Text]:
    """What readers are told of what was removed; nothing when it cannot be read, which `moved` reports."""
    try:
        return [(MOVED, redirect.line, text) for redirect in redirects(project).values()
                for text in redirect.why.values()]
    except GuideError:
        return []


def strings(project: Project, language: str) -> Iterator[Text]:
    """The interface strings of a language."""
    said = project.strings[language]
    yield from ((f"docs/strings/{language}.yml", said.lines.get(key, 0), text) for key, text in said.items())


@remembered
def names(project: Project, field: str = "names") -> list[str]:
    """The names listed in docs/records/topic.yml (`other_names`: things that only sound alike). Raises GuideError when
    there are none."""
    folder = project.root / "docs/records"
    rules = validator(folder, project.root, "topic", project.languages)
    return list(whole(folder / "topic.yml", project.root, rules).get(field, ()))


@remembered
def drawn(project: Project, page: Page, name: str, argument: str) -> str:
    """The HTML of one block; an empty text when it cannot be drawn (the rule about blocks and the build say why)."""
    if not known(name, argument, project.records):
        return ""
    context = Context(project, page.language, page.name, uses(project))

    def draw() -> str:
        try:
            return context.render(name, argument=argument)
        except (jinja2.TemplateError, KeyError, AttributeError, TypeError):
            return ""

    return project.cache.kept("blocks", context.made_of((name, argument)), draw)


def drawn_ids(project: Project, page: Page) -> set[str]:
    """The ids in the blocks of a page."""
    return {found for name, argument, _ in page.blocks for found in _ID.findall(drawn(project, page, name, argument))}


def drawn_claims(project: Project, page: Page, name: str, argument: str) -> set[str]:
    """The claims one block cites."""
    return set(MARK.findall(drawn(project, page, name, argument)))
