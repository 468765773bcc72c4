"""Nothing repeats the articles the guide started from: no eight words in a row of theirs stand anywhere in it.

The guide promises to report them in words of its own. The articles are nobody's to publish here, so
docs/records/not-quoted.txt holds only a fingerprint of each run of their words; runs made of interface labels or of
names of places alone are left out of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.records import texts
from guide.rules.all_texts import reasons

PATH = "docs/records/not-quoted.txt"
RUN = 8  # words
# citations, attributes and addresses are no words
_MARKS = re.compile(r"\[@[^\]\n]*\]|\{[:#.][^}\n]*\}|\]\([^)\s]*\)|[a-z]+://\S+")


def check(project: Project) -> Iterator[Fault]:
    path = project.root / PATH
    held = {word for line in path.read_text("utf-8").splitlines() if line[:1] != "#"
            for word in line.split()} if path.is_file() else set()
    for name, first, text in _texts(project) if held else ():
        clean = _MARKS.sub(lambda mark: " " * len(mark[0]), text)
        for place, run in runs(clean):
            if fingerprint(run) in held:
                yield Fault(name, first + text.count("\n", 0, place),
                            f"repeats an article the guide started from: '{run}'; say it in other words")
                break


def runs(text: str) -> Iterator[tuple[int, str]]:
    """(place, run) for every run of words in a text: small letters, what stands between words left out."""
    found = [(match.start(), match[0].casefold()) for match in re.finditer(r"\w+", text)]
    for index in range(len(found) - RUN + 1):
        yield found[index][0], " ".join(word for _, word in found[index:index + RUN])


def fingerprint(run: str) -> str:
    return hashlib.sha256(run.encode("utf-8")).hexdigest()[:10]


def _texts(project: Project) -> Iterator[tuple[str, int, str]]:
    """(path, first line, text): whole pages, since a sentence runs on from line to line, and every other text by
    itself."""
    yield from ((page.path, 1, page.text) for page in project.pages)
    for language, strings in project.strings.items():
        yield from ((f"docs/strings/{language}.yml", strings.lines.get(key, 0), text) for key, text in strings.items())
    for _, record in project.records:
        yield from ((record.path, record.at(*keys), text) for keys, text in texts(record))
    yield from reasons(project)
