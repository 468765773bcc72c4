"""English is set as English: "quotes" (the build curls them), no guillemets, no space before ; : ! ?

The two languages are often written side by side by the same hand, and the habits of one slip into the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault
from guide.content.project import Project

from .french import faults, texts

LANGUAGE = "en"
RULES = (
    (re.compile(r"[«»]"), 'a French quotation mark in English; write "…" (the build curls them)'),
    (re.compile(r"(?<=\w)[ \u00a0\u202f]+[;:!?](?=\s|$)"), "a space before a punctuation mark in English; remove it"),
    (re.compile(r"\S[ \u00a0\u202f]+(?:,(?!\d)|\.(?=\s|$))"), "a space before a comma or a full stop; remove it"),
)


def check(project: Project) -> Iterator[Fault]:
    for path, line, text in texts(project, LANGUAGE):
        yield from faults(path, line, text, RULES)
