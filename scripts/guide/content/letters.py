"""Letters to fill in: what contributors may write in a ```letter fence, and what a form can ask from it.

A letter is plain text, readable as it stands. What is in square brackets is to be filled in:

    [your name]                 a blank. `[date]` and `[date of the answer]` ask for a day; `[reasons…]` for several
    lines. [through your form / by post]       a choice of words. `[Where you live: the UK / Canada]` gives the choice a
    name. [What has happened since:           the same with sentences, one a line
    - I have received no answer.
    - You refused on [date of the answer].]
    [If you write by post: [your address]]      a passage, kept when its condition is met. Alone on its line, it goes
    with the line.

The same words, or the same name, are one field on the whole page: choices of one name are made together. A line
`Subject: …` is the subject. Every language has the same blanks, choices and passages in the same order: a reader may
fill in the letter in one language and send it in another. Here is the grammar; guide/render/markdown/letters.py draws
it, guide/rules/source/letters.py holds the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})\s*(\S*)")
_NAME = re.compile(r"\s*:(?=\s)")


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
    """One of `options`. `head` and `between` are how the brackets were written: before the first option, and between
    two."""

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


def fences(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """(language, index of the opening line, index of the closing line) of every code fence; one that never closes ends
    the text."""
    mark, language, start = "", "", 0
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if mark and match and match[1].startswith(mark) and not line.strip().strip(mark[0]):
            yield language, start, number
            mark = ""
        elif not mark and match:
            mark, language, start = match[1], match[2], number
    if mark:
        yield language, start, len(lines)


def read(text: str, subject: str, date: str) -> Letter:
    """The letter in `text`. `subject` is the word before the subject; `date` the one that makes a blank a day."""
    match = re.search(rf"^{re.escape(subject)}\s?: (.+)$", text, re.M)
    if not match:
        raise LetterError(f"a letter has a subject; add a line that starts with {subject}:")
    parts = []
    for start, end in ((0, match.start(1)), match.span(1), (match.end(1), len(text))):
        try:
            parts.append(_parse(text[start:end], date))
        except LetterError as error:
            raise LetterError(str(error), error.line + text.count("\n", 0, start)) from None
    return Letter(*parts)


def _inside(parts: Parts) -> Iterator[Blank | Choice | Passage]:
    for part in parts:
        if isinstance(part, str):
            continue
        yield part
        for inner in getattr(part, "options", ()):
            yield from _inside(inner)
        yield from _inside(getattr(part, "parts", ()))


def _parse(text: str, date: str) -> Parts:
    parts: list[Part] = []
    at = 0
    while at < len(text):
        start = min((found for mark in "[]" if (found := text.find(mark, at)) >= 0), default=len(text))
        if start > at:
            parts.append(text[at:start])
        if start == len(text):
            break
        end = _closing(text, start)
        try:
            part = _bracket(text[start + 1 : end], date)
        except LetterError as error:
            raise LetterError(str(error), error.line + text.count("\n", 0, start)) from None
        at = end + 1
        if isinstance(part, Passage):
            part = replace(part, end=_line_end(text, start, at))
            at += len(part.end)
        parts.append(part)
    return tuple(parts)


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "[") - (text[at] == "]")
        if depth <= 0:
            break
    if depth:
        raise LetterError("a bracket [ is never closed; add ]" if depth > 0
                          else "a bracket ] closes nothing; remove it, or add [ before it",
                          text.count("\n", 0, start))
    return at


def _line_end(text: str, start: int, end: int) -> str:
    """What goes with a passage that stands alone on its line: the end of the line, and an empty line if it is a
    paragraph."""
    alone = text[:start].endswith("\n") or start == 0
    paragraph = text[:start].endswith("\n\n") and text.startswith("\n\n", end)
    if paragraph:
        return "\n\n"
    return "\n" if alone and text.startswith("\n", end) else ""


def _bracket(inner: str, date: str) -> Blank | Choice | Passage:
    name = next((match for match in _NAME.finditer(inner) if _level(inner, match.start()) == 0), None)
    head = inner[: name.end()] if name else ""
    label = " ".join((inner[: name.start()] if name else inner).split())
    body = inner[len(head):]
    between = "\n- " if name and body.startswith("\n- ") else " / "
    pieces = _split(body, between)
    if between == "\n- ":
        head, pieces = head + between, pieces[1:]
    if not label or not all(piece.strip() for piece in pieces):
        raise LetterError("brackets with nothing to fill in; write [the words], or remove them")
    if len(pieces) > 1:
        if between == " / " and name:
            space = len(pieces[0]) - len(pieces[0].lstrip())
            head, pieces[0] = head + pieces[0][:space], pieces[0][space:]
        return Choice(label, tuple(_parse(piece, date) for piece in pieces), head, between)
    if between == "\n- ":
        raise LetterError("a choice of one; add a line that starts with - , or remove the brackets")
    if name:
        words = body.lstrip()
        return Passage(label, _parse(words, date), head + body[: len(body) - len(words)], "")
    if "[" in inner or "\n" in inner:
        raise LetterError("a blank holds words only; write [condition: passage with [blanks]] for something to keep "
                          "or leave out")
    return Blank(label.rstrip("…").strip(), _kind(label, date), f"[{inner}]")


def _kind(label: str, date: str) -> str:
    if label.endswith("…"):
        return "lines"
    if label == date:
        return "today"
    return "date" if label.startswith(f"{date} ") else "line"


def _level(text: str, at: int) -> int:
    return text.count("[", 0, at) - text.count("]", 0, at)


def _split(text: str, mark: str) -> list[str]:
    """`text` cut at every `mark` that stands in no brackets."""
    pieces, start = [], 0
    for match in re.finditer(re.escape(mark), text):
        if _level(text, match.start()) == 0:
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]
