"""No finished page, feed, record or script holds a character nobody sees, by whatever way it came: an entity, an escape, a setting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.characters import disguised, invisible
from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import documents, place_of

_TEXT = (".json", ".xml", ".txt", ".svg", ".css")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|&#[xX]([0-9a-fA-F]+);|&#(\d+);")


def check(project: Project, site: Path) -> Iterator[Fault]:
    for document in documents(site).values():
        for element in document.elements:
            for value in (*element.attributes.values(), *([element.words()] if element.tag == "a" else ())):
                if found := invisible(value):
                    yield Fault(*place_of(project, document, element), f"<{element.tag}> holds a character nobody sees, {found[1]} "
                                                                       f"({document.at(element)}); remove it")
        for _, words in document.prose:
            if found := invisible(words) or disguised(words):
                shown = ascii(" ".join(words.split())[:40])
                yield Fault(*place_of(project, document, None), f"the words {shown} hold {found[1]!r}, a character nobody sees or letters of several "
                                                                f"alphabets ({document.path}); remove it")
    for path in sorted(path for path in site.rglob("*") if path.suffix in _TEXT and "pagefind" not in path.parts):
        text = _ESCAPED.sub(lambda match: chr(int(match[1] or match[2] or match[3], 10 if match[3] else 16) % 0x110000),
                            path.read_text("utf-8", errors="replace"))
        if found := invisible(text):
            yield Fault(f"site/{path.relative_to(site).as_posix()}", text.count("\n", 0, found[0]) + 1, f"holds a character nobody sees, {found[1]}; remove "
                                                                                                        f"it from the record or string it comes from")
