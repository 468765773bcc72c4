"""Every interface string that templates and code ask for exists, and every string that exists is asked for.

A missing one stops the build far from its cause; an unused one is translated, reviewed and kept for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.faults import Fault, relative
from guide.content.ignored import files
from guide.content.project import Project

# The key in a call of `t` (templates) or of a context's `strings` (Python). With ~, + or a brace the rest of the key is
# built.
_CALL = re.compile(r"(?:\bt|\.strings(?:\[[^\]]+\])?)(\.count)?[(\[]\s*(f?)"
                   r"[\"']([a-z][a-z0-9_]*_?)(\{|[\"'])\s*([~+]?)")
_WORD = re.compile(r"[\"'\s]([a-z][a-z0-9]*(?:_[a-z0-9]+)*_?)(?=[\"'{:\s])")
_NAMED = re.compile(r"\bt\.([a-z][a-z0-9_]*)")
_ENDING = re.compile(r"[\"'}](_[a-z][a-z_]*)[\"']")
FOLDERS = (("overrides", "**/*.html"), ("overrides", "**/*.js"), ("scripts/guide", "**/*.py"), ("scripts", "hooks.py"),
           ("", "mkdocs.yml"))


def check(project: Project) -> Iterator[Fault]:
    strings = project.strings[project.languages[0]]
    for path, text in _texts(project):
        for match in _CALL.finditer(text):
            yield from _asked(path, text, match, strings)
        for match in _NAMED.finditer(text) if path.endswith(".html") else ():
            if match[1] not in (*strings, "count", "get", "items", "language"):
                yield Fault(path, text.count("\n", 0, match.start()) + 1,
                            f"asks for the string {match[1]}; add it to docs/strings/ in every language")


def unused(project: Project) -> Iterator[Fault]:
    """The strings nothing asks for. A test reads this, not the build: words are often written before their template."""
    strings = project.strings[project.languages[0]]
    used: set[str] = set()
    starts: set[str] = set()
    endings = {"_one", "_other"}  # t.count adds them
    for path, text in _texts(project):
        for word in _WORD.findall(text):
            (starts if word.endswith("_") else used).add(word)
        used.update(_NAMED.findall(text) if path.endswith(".html") else ())
        endings.update(_ENDING.findall(text))
    used |= {word + ending for word in used for ending in endings}
    for name in strings:
        if name not in used and not any(name.startswith(start) for start in starts):
            yield Fault(f"docs/strings/{project.languages[0]}.yml", strings.lines.get(name, 0),
                        f"nothing asks for the string {name}; remove it from every language, or use it in a template")


def _texts(project: Project) -> Iterator[tuple[str, str]]:
    """(path, text) of every file that may ask for a string."""
    for folder, pattern in FOLDERS:
        for file in files(project.root / folder, pattern, project.root):
            yield relative(file, project.root), file.read_text("utf-8", errors="replace")


def _asked(path: str, text: str, match: re.Match, strings: dict) -> Iterator[Fault]:
    name, built = match[3], bool(match[2] or match[5])
    line = text.count("\n", 0, match.start()) + 1
    if built:
        if not any(known.startswith(name) for known in strings):
            yield Fault(path, line, f"no string begins with {name}; add them to docs/strings/ in every language")
    elif match[1]:
        if missing := [f"{name}_{form}" for form in ("one", "other") if f"{name}_{form}" not in strings]:
            yield Fault(path, line,
                        f"asks for the string {' and '.join(missing)}; add it to docs/strings/ in every language")
    elif name not in strings:
        yield Fault(path, line, f"asks for the string {name}; add it to docs/strings/ in every language")
