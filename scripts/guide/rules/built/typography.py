"""The words a reader sees have the spaces, quotation marks and apostrophes of their language.

The source rules see what was typed and the build sets it; text that reaches a page by another way (a template, a
script's words, a new kind of record) is seen only here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.faults import Fault
from guide.content.project import Project
from guide.publish.html import Document, documents, source

_FRENCH = re.compile(r"[ \t\n\u00a0][;:!?»]|«[ \t\n\u00a0]|[\"“”‘]|\w'|'\w")
_ENGLISH = re.compile(r"[\"«»]|\w'|'\w")
PATTERNS = {"fr": (_FRENCH, "narrow spaces (U+202F) before ; : ! ? and inside « », and ’"),
            "en": (_ENGLISH, "“ ” and ’, no « »")}
_SPOKEN = "alt", "aria-label", "title", "placeholder"


def check(project: Project, site: Path) -> Iterator[Fault]:
    for document in documents(site).values():
        for language, text in _texts(document):
            pattern, wanted = PATTERNS.get(language[:2], (None, ""))
            match = pattern.search(text) if pattern else None
            if match:
                around = " ".join(text[max(0, match.start() - 25) : match.end() + 15].split(" "))
                words = re.split(r"[^\w-]", text[match.end() :].strip())[0]
                yield Fault(*source(project, document.path, words if len(words) > 5 else ""),
                            f"{match[0]!r} in text that is in {language[:2]!r} (…{around.strip()}…); write {wanted} "
                            f"in the record, string or "
                            "template, or mark the phrase with its own lang")


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    yield from document.prose
    for element in document.elements:
        for name in _SPOKEN:
            if name in element.attributes:
                yield element.language, element.attributes[name]
        if element.tag == "meta" and element.get("name") == "description":
            yield element.language, element.get("content") or ""
