"""Markup that Python-Markdown leaves on the page as it was typed: what each sign was meant as, and what to write.

Read in the words it made, never in the source, so that both agree to the character: what did something is gone from
them, and what was typed with a backslash, or as code, is meant.
"""

import re
from collections.abc import Callable, Iterator

from guide.content.pages import ICON, VALUE
from guide.content.project import Project
from guide.render.icons import UnknownIcon, drawing
from guide.render.markdown.blocks import BLOCKS
from guide.render.markdown.extension import named_addresses

from . import nearest

# What is said of a quotation, and brackets of which the first has its backslash.
_MEANT = re.compile(r"\[(?:…|\.\.\.|sic)\]|\x0291\x03[^\[\]\n]*\]")
# What is looked for, in this order, then what to say: a text, or a function of the project and the match.
Advice = str | Callable[[Project, re.Match[str]], str]


def left(project: Project, text: str) -> Iterator[tuple[re.Match[str], str]]:
    """(match, message) for the first sign in each line of the words of a block that did nothing."""
    text, told = _MEANT.sub("", text), set[int]()
    for pattern, advice in MARKS:
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start())
            if line not in told and (message := advice if isinstance(advice, str) else advice(project, match)):
                told.add(line)
                yield match, message.replace("{mark}", " ".join(match[0].split())[:40])


def _value(project: Project, match: re.Match[str]) -> str:
    """A mark such as `[=id]`, which draws a date, a label or the list of zones."""
    mark, records = VALUE.fullmatch(match[0]), project.records
    if not mark:
        return "{mark} is not how a value is written; write [=id], or [=id:en] for a label in another language"
    name, known = mark[1], sorted({*records.milestones, *records.labels, "zones"})
    if name not in known:
        return f"there is no value {name}; write [={nearest(name, known, 'the id of a date or of a label')}]"
    seen = records.labels[name]["text"] if name in records.labels else {}
    return "" if not mark[2] or mark[2] in seen else (
        f"{name} has no text in {mark[2]!r}; write " + " or ".join(f"[={name}:{code}]" for code in seen or [""]))


def _citation(project: Project, match: re.Match[str]) -> str:
    """A mark without its brackets, or with something else between them."""
    named = re.findall(r"@([A-Za-z0-9-]+)", match[0])
    mark = f"[{'; '.join('@' + name.lower() for name in named)}]"
    return f"{{mark}} is not how a citation is written; write {mark}, nothing else between the brackets" if (
        match[0].startswith("[") or named[0] in project.records.claims) else ""


def _reference(project: Project, match: re.Match[str]) -> str:
    known = named_addresses(project.records, project.languages[0])
    near = nearest((match[2] or match[1]).lower(), known, "an id of addresses.yml, or add it")
    return f"[{match[1]}][{match[2]}] names no address; write [{match[1]}][{near}]"


def _bracket(project: Project, match: re.Match[str]) -> str:
    claim = match[0].strip("[] ")
    return f"[{claim}] is the id of a claim without its @; write [@{claim}]" if claim in project.records.claims else (
        "{mark} is left as typed; a link is [words](page.md) or [words][address-id], a fact [@its-id], a date or a "
        "label [=its-id] (for the sign itself, write \\[)")


def _block(project: Project, match: re.Match[str]) -> str:
    near = nearest(re.sub(r"[\s/]+|\|.*", "", match[0]), BLOCKS, "name")
    return f"{{mark}} draws nothing; write '/// {near}' or '/// {near} | argument' after an empty line, then a line ///"


def _icon(project: Project, match: re.Match[str]) -> str:
    try:
        drawing(match[1])
    except UnknownIcon as error:
        return str(error.message)
    return ""


_CALLOUT = ('{mark} is left as typed; what folds is written ??? note "Its words", its text indented by four; for a '
            "callout, write a paragraph that begins with a word in **bold**")
_HTML = "{mark} is HTML; write Markdown, or a block drawn from the records (for the sign itself, write it as code: `<`)"
_TABLE = ("{mark} is left as typed; a table has an empty line before it, a | between its cells, and below its first "
          "line |---|---| with as many cells")
MARKS: tuple[tuple[re.Pattern[str], Advice], ...] = tuple((re.compile(pattern, re.M), advice) for pattern, advice in (
    (r"\[\^[^\]\n]*\]:?", "{mark}: there are no footnotes here; say it in the text, or prove it with [@its-id]"),
    (r"\[![A-Za-z]+\]|^ *(?:!!!|\?\?\?\+?|:::)(?: .*|$)", _CALLOUT),
    (r"<(?:!--|[!?/]?\s*[A-Za-z\[])[^\s<>]{0,20}", _HTML),
    (r"&#?\w{2,31};", "{mark} is an entity of HTML; type the character itself"), (r"\[=[^\]\n]*\]?", _value),
    (r"\[[^\[\]\n]*@[A-Za-z0-9][^\[\]\n]*\]?|(?<![\w.@/\[])@[a-z0-9]+(?:-[a-z0-9]+)+", _citation),
    (r"^ *\[[ xX]?\](?= )", "{mark}: an item to tick is written '- [ ] [words](page.md#step)'"),
    (r"\] +\([^()\s]*\)?", "a space between [words] and (address) makes no link; write [words](address) without it"),
    (r"\[([^\[\]\n]*)\] ?\[([^\[\]\n]*)\]", _reference),
    (r"\[[^\[\]\n]*\]?|\]", _bracket),
    (r"\{[^{}\n]*\}?|\}", "{mark} is left as typed; {#its-id} ends the line of a heading, after an ordinary space, and "
     "{lang=fr} touches the *words* before it (for the sign itself, write \\{)"),
    (r"^ *(?:`{3,}|~{3,}).*", "{mark} opens no code; put an empty line before it, and as many signs alone on a line "
     "after the code"),
    (r"`[^`\n]*`?", "{mark} is left as typed; code is closed by as many ` as open it"),
    (r"^ *\|.*|^.*\|.*\|.*", _TABLE),
    (r"^ */{3,}.*\w.*", _block),
    (r"(?:^ *(?:[•·▪]|\d{1,3}\))|\A[–—]|(?<=\n) *(?:[-*+]|1\.)) .*|^ *-(?:[A-Za-z]{2}|\[ ).*",
     "{mark} is no item of a list; put an empty line before the first, and write - or 1. and a space before each"),
    (r"(?<=\n) *>.*", "{mark} is no quotation; put an empty line before it"),
    (r"(?<=\n):\s.*", "{mark}: there are no lists of definitions here; write **words** and what they mean"),
    (r"(?<![\w ])\*+|\*+(?![\w ])|(?<=\w)\*+ |(?<= )\*+(?=\w)|~~+|==+|(?<!\w)_+|_+(?!\w)",
     "{mark} is left as typed; write *words* or **words**, the signs touching the words (for the sign itself, write "
     "\\*)"),
    (ICON.pattern, _icon),
    (r"\\", "a backslash is left as typed; a line break in a sentence is not on offer: begin a paragraph"),
    (r"(?<![-\w])--+(?!-)", "{mark} is left as typed; write – or —, or `--option` as code")))
