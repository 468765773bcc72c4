"""A letter can be filled in, promises no article that its section cannot prove, and is the same letter in every
language.

Guards against: a bracket that never closes (the form would swallow the letter), an article of law that no cited claim
contains, a letter sent in another language with the answers in the wrong places. The grammar is in
guide/content/letters.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from guide.content.faults import Fault
from guide.content.letters import Blank, Choice, Letter, LetterError, Passage, fences, read
from guide.content.pages import Page
from guide.content.project import Project
from guide.content.records import Record
from guide.content.typography import typeset
from guide.render.markdown.letters import AUTOFILL

# A numbered provision: its kind by its first letters, which French and English share, and its number ("DPP3" counts as
# 3).
_PROVISION = re.compile(r"\b(art|section|princip)[a-zé]*\.?\s+(?:DPP)?(\d+)((?:,? (?:and|et|to|à)? ?\d+\b(?! "
                        r"(?:par|days|jours)))*)", re.I)


def check(project: Project) -> Iterator[Fault]:
    """Every letter of every page, then the languages against each other, then the names of fields that browsers
    know."""
    found: dict[tuple[str, str], list[tuple[str, int, Letter]]] = {}
    for page in project.pages:
        letters = found[page.language, page.name] = []
        yield from _letters(project, page, letters)
    first, *others = project.languages
    for page in project.pages:
        if page.language in others:
            yield from _same(page, found.get((first, page.name), []), found[page.language, page.name], first)
    yield from _autofill(project, found)


def _letters(project: Project, page: Page, letters: list[tuple[str, int, Letter]]) -> Iterator[Fault]:
    t, lines = project.strings[page.language], page.text.splitlines()
    seen: dict = {}
    for language, start, end in fences(lines):
        if language != "letter":
            continue
        headings = [heading for heading in page.headings if heading.line <= start]
        name = next((heading.id for heading in reversed(headings) if heading.level in (2, 3)), "")
        section = next((heading.id for heading in reversed(headings) if heading.level == 2), "")
        if not name or name in (other for other, _, _ in letters):
            yield Fault(page.path, start + 1,
                        ("a letter is named by the heading above it; give each letter a heading of its own with an "
                         "{#id}"))
            continue
        text = "\n".join(lines[start + 1 : end])
        try:
            letter = read(text, t["letter_subject"], t["letter_date"])
        except LetterError as error:
            yield Fault(page.path, start + 2 + error.line, str(error))
            continue
        letters.append((name, start + 1, letter))
        yield from _fields(page, start + 1, letter, seen)
        claims = project.records.claims
        cited = [claims[citation.id] for citation in page.citations if citation.section == section
                 and citation.id in claims]
        yield from _provisions(page, start + 2, text, cited)


def _fields(page: Page, line: int, letter: Letter, seen: dict[str, str]) -> Iterator[Fault]:
    """What has one name is one field: one kind, and as many options everywhere."""
    for field in letter.fields():
        shape = f"choice of {len(field.options)}" if isinstance(field, Choice) else field.kind
        if seen.setdefault(field.label, shape) != shape:
            yield Fault(page.path, line,
                        f"[{field.label}] is a {shape} in this letter and a {seen[field.label]} elsewhere on the "
                        f"page; give it other words")


def _provisions(page: Page, line: int, text: str, cited: list[Record]) -> Iterator[Fault]:
    known = {item for claim in cited for field in ("statement", "note")
             for item in provisions(claim.get(field, {}).get(page.language, ""))}
    for number, words in enumerate(text.split("\n"), line):
        for kind, article in provisions(words):
            if (kind, article) not in known:
                yield Fault(page.path, number,
                            f"names {kind} {article}, which no claim cited in this section contains; cite one that "
                            f"does, or leave it out")


def provisions(text: str) -> list[tuple[str, str]]:
    """The numbered provisions named in `text`: "Articles 17 and 18" gives two."""
    names = {"art": "article", "section": "section", "princip": "principle"}
    return [(names[match[1].lower()], number) for match in _PROVISION.finditer(text)
            for number in (match[2], *re.findall(r"\d+", match[3]))]


def _shape(letters: list[tuple[str, int, Letter]]) -> list[tuple[str, int, list[tuple]]]:
    """Each letter with its fields, a field being known by its kind and by the place where its name first stood on the
    page."""
    places: dict[str, int] = {}

    def shape(field: Blank | Choice | Passage) -> tuple:
        return field.kind, len(field.options) if isinstance(field, Choice) else 0, places.setdefault(field.label,
                                                                                                     len(places))

    return [(name, line, [(*shape(field), field.label) for field in letter.fields()]) for name, line, letter in letters]


def _same(page: Page, expected: list, letters: list, first: str) -> Iterator[Fault]:
    if [name for name, _, _ in expected] != [name for name, _, _ in letters]:
        names = ", ".join(name for name, _, _ in expected) or "none"
        line = next((line for (name, line, _),
                     there in zip_longest(letters, expected, fillvalue=("", 1, None)) if name != there[0]), 1)
        yield Fault(page.path, line,
                    f"has other letters than {first}/{page.name}, which has: {names}; write the same, under the same "
                    f"headings")
        return
    for (_, _, there), (_, line, here) in zip(_shape(expected), _shape(letters), strict=False):
        for ours, theirs in zip_longest(here, there):
            if not ours or not theirs or ours[:3] != theirs[:3]:
                words = [f"[{field[3]}], a {field[0]}" if field else "nothing" for field in (ours, theirs)]
                yield Fault(page.path, line,
                            f"asks for {words[0]}, where {first}/{page.name} asks for {words[1]}; keep the same "
                            f"brackets in the same order")
                break


def _autofill(project: Project, found: dict[tuple[str, str], list]) -> Iterator[Fault]:
    for language, strings in project.strings.items():
        labels = {typeset(field.label, language) for (code, _), letters in found.items() if code == language
                  for _, _, letter in letters for field in letter.fields()}
        for key, words in strings.items():
            if key.startswith(AUTOFILL) and words not in labels:
                yield Fault(f"docs/strings/{language}.yml", strings.lines.get(key, 0),
                            f"{key}: no letter asks for [{words}]; write the words of the letters")
