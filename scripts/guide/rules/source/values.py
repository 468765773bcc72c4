"""A fact that stands in a record is drawn from it with `[=id]`: dates of events, interface labels, the list of zones.

Typed by hand it is right until the day the record is corrected, and then wrong in one language or on one page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.languages import GRAMMAR
from guide.content.pages import Page
from guide.content.project import Project

from ..prose import front_words, words

SHORTEST_LABEL = 12  # a shorter one may be met by chance
_SENTENCE = re.compile(r"(?<=[.!?])\s+|;|\|")
_MONTHS = {month.lower(): number for grammar in GRAMMAR.values() for number, month in enumerate(grammar.months, 1)}
_MONTH = "(" + "|".join(_MONTHS) + ")"
_DATE = re.compile(rf"\b(\d{{1,2}})(?:er|st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+(\d{{4}})\b"
                   rf"|\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b|\b(\d{{4}}-\d\d-\d\d)\b", re.I)


def check(project: Project) -> Iterator[Fault]:
    events = {record["date"]: identifier for identifier, record in reversed(project.records.milestones.items())}
    labels, known = _labels(project)
    for page in project.pages:
        zones = _zones(project, page.language)
        for first, text in _paragraphs(page):
            found = [(match.start(), match[0], events.get(_iso(match))) for match in _DATE.finditer(text)]
            for match in labels.finditer(text) if labels else ():
                identifier, language = known[_plain(match[0])]
                found.append((match.start(), match[0],
                              identifier if language == page.language else f"{identifier}:{language}"))
            for position, typed, name in found:
                if name:
                    yield Fault(page.path, first + text.count("\n", 0, position),
                                f"'{' '.join(typed.split())}' is typed by hand; write [={name}]")
            position = 0
            for sentence in _SENTENCE.split(text):
                position = text.find(sentence, position)
                if zones and all(pattern.search(sentence) for pattern in zones):
                    yield Fault(page.path, first + text.count("\n", 0, position),
                                "the list of zones is typed by hand; write [=zones]")


def _paragraphs(page: Page) -> Iterator[tuple[int, str]]:
    """(first line, text) of each run of lines, since a writer may break a sentence anywhere; then the front matter."""
    run: list[str] = []
    start = 0
    for number, line in words(page):
        if run and number != start + len(run):
            yield start, "\n".join(run)
            run = []
        start = start if run else number
        run.append(line)
    if run:
        yield start, "\n".join(run)
    for number, _, text in front_words(page):
        yield number, text


def _iso(match: re.Match) -> str:
    if match[7]:
        return match[7]
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    return f"{year}-{_MONTHS[month.lower()]:02}-{int(day):02}"


def _labels(project: Project) -> tuple[re.Pattern | None, dict[str, tuple[str, str]]]:
    """One pattern for every text of every label that is long enough, and text → (id, language).

    Two words at the start of a sentence may be ordinary words with a capital: they are let pass.
    """
    known: dict[str, tuple[str, str]] = {}
    for identifier, record in project.records.labels.items():
        for language, text in record["text"].items():
            for shape in (text, *record.get("variants", {}).get(language, ())):
                if len(shape) >= SHORTEST_LABEL:
                    known.setdefault(_plain(shape), (identifier, language))
    if not known:
        return None, known
    shapes = [(r"(?<=[^\s.!?:] )" if text.count(" ") < 2 else "") + _loose(text)
              for text in sorted(known, key=len, reverse=True)]
    starts = "".join(sorted({re.escape(text[0]) for text in known}))
    return re.compile(rf"(?<!\w)(?=[{starts}])(?:{'|'.join(shapes)})(?!\w)"), known


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _loose(text: str) -> str:
    """A pattern for `text`, whatever its spaces and apostrophes look like."""
    return re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]")


def _zones(project: Project, language: str) -> list[re.Pattern]:
    """The names of the regions that make up [=zones], each as a pattern; nothing when they are too few to be a list."""
    listed = project.strings[language].get("zones", "")
    names = [record["title"][language] for record in project.records.regions.values()
             if record["title"][language] in listed]
    patterns = [re.compile(re.escape(name)) for name in names]
    if letters := re.findall(r"\b[A-Z]{2,}\b", listed):  # a union named by its letters
        patterns.append(re.compile(r"\b(?:" + "|".join(letters) + r")\b"))
    return patterns if len(patterns) > 2 else []
