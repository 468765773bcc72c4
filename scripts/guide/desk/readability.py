"""How hard the pages are to read, in figures: advice for a writer, never a failed check.

Counted are the sentences of the body. Not counted: headings, tables, code and letters. A label, a name (topic.yml), a
date and a phrase in another language each count as one short word, since nobody can write them shorter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from guide.content.languages import SYLLABLES
from guide.content.pages import Page
from guide.content.project import Project
from guide.rules.prose import words
from guide.rules.topic import names

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_END = re.compile(r"(?<=[.!?…])[»”\")]*\s+(?=[«“\"(]?\s?[A-ZÀ-Ý0-9])")
_BEGINS = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]|#")


class Section(NamedTuple):
    """The sentences of a section, each as its text; `id` is that of its heading, "" for the opening of the page."""

    id: str
    sentences: tuple[str, ...]


def length(sentence: str) -> int:
    """Words in a sentence; French elision counts as one word with what follows."""
    return len(_WORD.findall(sentence))


def sections(page: Page, known: list[str]) -> list[Section]:
    """What is counted of a page, section by section; `known` are the names that count as one short word."""
    ids = {heading.line: heading.id for heading in page.headings}
    plain = dict(words(page))
    name = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in known) or "(?!)")
    found: list[tuple[str, list[str]]] = [("", [""])]
    for number, line in page.lines:
        if number in ids:
            found.append((ids[number], [""]))
        elif not line.strip() or line.lstrip().startswith(("|", "///")) or number not in plain:
            found[-1][1].append("")
        else:
            if _BEGINS.match(line):
                found[-1][1].append("")
            found[-1][1][-1] += f" {name.sub('X', plain[number]).strip()}"
    return [Section(identifier, tuple(sentence for text in texts for sentence in _END.split(text.strip())
                                      if length(sentence) > 1)) for identifier, texts in found]


def grade(sentences: list[str], count: Callable[[str], int]) -> float:
    """The school grade that Flesch and Kincaid give an English text (Kincaid and others, Navy report 8-75, 1975)."""
    said = [word for sentence in sentences for word in _WORD.findall(sentence)]
    return 0.39 * len(said) / len(sentences) + 11.8 * sum(map(count, said)) / len(said) - 15.59


def syllables(language: str) -> Callable[[str], int]:
    """A function that counts the syllables of a word, by pyphen's dictionary, which stands in its package."""
    import pyphen  # only this needs it; it is in requirements/test.txt

    places = pyphen.Pyphen(lang=SYLLABLES[language], left=1, right=1)
    return lambda word: len(places.positions(word.casefold())) + 1


def table(project: Project, page: str = "") -> str:
    """One line a page and language, the hardest sentence last; of one `page`, one line a section with that sentence."""
    known = sorted(names(project), key=len, reverse=True)
    counts, lines = {code: syllables(code) for code in SYLLABLES}, ["words  sections  mean  longest  grade"]
    for one in sorted(project.pages, key=lambda one: (one.language, one.name)):
        parts = [part for part in sections(one, known) if part.sentences]
        if page and one.name != page or not parts:
            continue
        for name, group in ([(part.id or ".opening", [part]) for part in parts] if page else [(one.path, parts)]):
            sentences = [sentence for part in group for sentence in part.sentences]
            count, hardest = sum(map(length, sentences)), max(sentences, key=length)
            graded = f"{grade(sentences, counts[one.language]):5.1f}" if one.language in counts else "    -"
            lines.append(f"{count:5}  {len(group):8}  {count / len(sentences):4.1f}  {length(hardest):7}  {graded}  "
                         + (f"{name}: {hardest}" if page else name))
    return "\n".join(lines)
