"""How hard the pages are to read, in figures: advice for a writer, never a failed check.

Counted are the sentences of the body. Not counted: headings, tables, code and letters. A label, a name (topic.yml), a
date and a phrase in another language each count as one short word, since nobody can write them shorter.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from guide.content.languages import SYLLABLES
from guide.content.pages import Page
from guide.content.project import Project
from guide.rules.prose import names, words

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_END = re.compile(r"(?<=[.!?…])[»”\")]*\s+(?=[«“\"(]?\s?[A-ZÀ-Ý0-9])")
_BEGINS = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]|#")


def length(sentence: str) -> int:
    """Words in a sentence; French elision counts as one word with what follows."""
    return len(_WORD.findall(sentence))


def sentences(page: Page, known: list[str]) -> list[str]:
    """What is counted of a page; `known` are the names that count as one short word."""
    plain = dict(words(page))
    name = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in known) or "(?!)")
    headings, texts = {heading.line for heading in page.headings}, [""]
    for number, line in page.lines:
        if number in headings or not line.strip() or line.lstrip().startswith(("|", "///")) or number not in plain:
            texts.append("")
        else:
            texts += [""] if _BEGINS.match(line) else []
            texts[-1] += f" {name.sub('X', plain[number]).strip()}"
    return [sentence for text in texts for sentence in _END.split(text.strip()) if length(sentence) > 1]


def grade(said: list[str], count: Callable[[str], int]) -> float:
    """The school grade that Flesch and Kincaid give an English text (Kincaid and others, Navy report 8-75, 1975)."""
    found = [word for sentence in said for word in _WORD.findall(sentence)]
    return 0.39 * len(found) / len(said) + 11.8 * sum(map(count, found)) / len(found) - 15.59


def syllables(language: str) -> Callable[[str], int]:
    """A function that counts the syllables of a word, by pyphen's dictionary, which stands in its package."""
    import pyphen  # only this needs it; it is in requirements/test.txt

    places = pyphen.Pyphen(lang=SYLLABLES[language], left=1, right=1)
    return lambda word: len(places.positions(word.casefold())) + 1


def table(project: Project) -> str:
    """One line a page and language, with its longest sentence."""
    known = sorted(names(project), key=len, reverse=True)
    counts, lines = {code: syllables(code) for code in SYLLABLES}, ["words  mean  longest  grade"]
    for page in sorted(project.pages, key=lambda page: (page.language, page.name)):
        if said := sentences(page, known):
            total, longest = sum(map(length, said)), max(said, key=length)
            graded = f"{grade(said, counts[page.language]):5.1f}" if page.language in counts else "    -"
            lines.append(f"{total:5}  {total / len(said):4.1f}  {length(longest):7}  {graded}  {page.path}: {longest}")
    return "\n".join(lines)
