"""Letters to fill in: what contributors may write in a ```letter fence, and what a form can ask from it.

A letter is plain text, readable as it stands. What is in square brackets is to be filled in:

    [your name]                          a blank; `[date]`, `[date of the answer]` a day, `[reasons…]` several lines
    [through your form / by post]        a choice of words; `[Where you live: the UK / Canada]` gives it a name
    [What happened:                      the same with sentences, one a line, each begun with "- "
    - I have received no answer.]
    [If by post: [your address]]         a passage, kept when its condition is met; alone on its line, it goes with it

The same words, or the same name, are one field on the whole page. A line `Subject: …` is the subject. Every language
has the same in the same order: a reader may fill in the letter in one and send it in another.
guide/render/markdown/letters.py draws it, guide/rules/source/letters.py holds the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_FENCE = re.compile(r"^( *)(`{3,}|~{3,})\s*(\S*)")
_NAME = re.compile(r"\s*:(?=\s)")
_BRACKET = re.compile(r"[\[\]]")


class LetterError(ValueError):
    """The text is not a letter; `line` counts from 0 in the text given."""

    def __init__(self, message: str, line: int = 0):
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Blank:
    """Words to write. `kind`: `line`, `lines`, `date`, or `today` for the day the letter is written."""

    label: str
    kind: str
    source: str


@dataclass(frozen=True)
class Choice:
    """One of `options`. `head` and `between` are how it was written: before the first option, and between two."""

    label: str
    options: tuple[Parts, ...]
    head: str
    between: str

    kind = "choice"


@dataclass(frozen=True)
class Passage:
    """`parts` to keep or leave out, with the end of line `end` that goes with them."""

    label: str
    parts: Parts
    head: str
    end: str

    kind = "passage"


Part = str | Blank | Choice | Passage
Parts = tuple[Part, ...]


@dataclass(frozen=True)
class Letter:
    """The parts before the subject's words, these words, and what follows them."""

    before: Parts
    subject: Parts
    after: Parts

    def fields(self) -> Iterator[Blank | Choice | Passage]:
        """Everything to fill in, in the order of the text; what stands in a choice or a passage comes after it."""
        yield from _inside(self.before + self.subject + self.after)


def fences(lines: list[str], indent: int = 3) -> Iterator[tuple[str, int, int]]:
    """(language, index of the first line, of the last) of every code fence that stands at most so many spaces in; an
    open one ends with the text."""
    mark, language, start = "", "", 0
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if not match or len(match[1]) > indent:
            continue
        if mark and match[2].startswith(mark) and not line.strip().strip(mark[0]):
            yield language, start, number
            mark = ""
        elif not mark:
            mark, language, start = match[2], match[3], number
    if mark:
        yield language, start, len(lines)


def read(text: str, subject: str, date: str) -> Letter:
    """The letter in `text`. `subject` is the word before the subject; `date` the one that makes a blank a day."""
    match = re.search(rf"^{re.escape(subject)}\s?: (.+)$", text, re.M)
    if not match:
        raise LetterError(f"a letter has a subject; add a line that starts with {subject}:")
    return Letter(*(_parse(text[start:end], date, text.count("\n", 0, start))
                    for start, end in ((0, match.start(1)), match.span(1), (match.end(1), len(text)))))


def _inside(parts: Parts) -> Iterator[Blank | Choice | Passage]:
    for part in parts:
        if not isinstance(part, str):
            yield part
            for inner in (*getattr(part, "options", ()), getattr(part, "parts", ())):
                yield from _inside(inner)


def _parse(text: str, date: str, line: int) -> Parts:
    """The parts of a text that begins on `line`."""
    parts: list[Part] = []
    at = 0
    while match := _BRACKET.search(text, at):
        start = match.start()
        here = line + text.count("\n", 0, start)
        end = _closing(text, start, here)
        part = _bracket(text[start + 1 : end], date, here)
        parts += [text[at:start]] * (start > at)
        at = end + 1
        if isinstance(part, Passage):
            part = replace(part, end=_line_end(text, start, at))
            at += len(part.end)
        parts.append(part)
    return (*parts, text[at:]) if at < len(text) else tuple(parts)


def _closing(text: str, start: int, line: int) -> int:
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for match in _BRACKET.finditer(text, start):
        depth += 1 if match[0] == "[" else -1
        if depth <= 0:
            break
    if depth:
        raise LetterError("a bracket [ is never closed; add ]" if depth > 0
                          else "a bracket ] closes nothing; remove it, or add [ before it", line)
    return match.start()


def _line_end(text: str, start: int, end: int) -> str:
    """What goes with a passage alone on its line: the line's end, and the empty line after a paragraph."""
    if text[:start].endswith("\n\n") and text.startswith("\n\n", end):
        return "\n\n"
    alone = text[:start].endswith("\n") or start == 0
    return "\n" if alone and text.startswith("\n", end) else ""


def _bracket(inner: str, date: str, line: int) -> Blank | Choice | Passage:
    name = next((match for match in _NAME.finditer(inner) if _level(inner, match.start()) == 0), None)
    head = inner[: name.end()] if name else ""
    label = " ".join((inner[: name.start()] if name else inner).split())
    body = inner[len(head):]
    between = "\n- " if name and body.startswith("\n- ") else " / "
    pieces = _split(body, between)
    if between == "\n- ":
        head, pieces = head + between, pieces[1:]
    if not label or not all(piece.strip() for piece in pieces):
        raise LetterError("brackets with nothing to fill in; write [the words], or remove them", line)
    if between == "\n- " and len(pieces) == 1:
        raise LetterError("a choice of one; add a line that starts with - , or remove the brackets", line)
    if name and between == " / ":
        head, pieces[0] = inner[: len(inner) - len(body.lstrip())], pieces[0].lstrip()
    if len(pieces) > 1:
        return Choice(label, tuple(_parse(piece, date, line) for piece in pieces), head, between)
    if name:
        return Passage(label, _parse(body.lstrip(), date, line), head, "")
    if "[" in inner or "\n" in inner:
        raise LetterError("a blank holds words only; write [condition: passage with [blanks]] for something to keep "
                          "or leave out", line)
    kind = ("lines" if label.endswith("…") else "today" if label == date
            else "date" if label.startswith(f"{date} ") else "line")
    return Blank(label.rstrip("…").strip(), kind, f"[{inner}]")


def _level(text: str, at: int) -> int:
    return text.count("[", 0, at) - text.count("]", 0, at)


def _split(text: str, mark: str) -> list[str]:
    """`text` cut at every `mark` that stands in no brackets."""
    cuts = [match.span() for match in re.finditer(re.escape(mark), text) if _level(text, match.start()) == 0]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]
