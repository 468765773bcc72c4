"""The header file static hosts read (Netlify's form), so that preview sends what the host will.

    # a comment
    /assets/*
      Cache-Control: public, max-age=31536000

Guards against: a policy tried out without the headers it will have in service. A line of no known form is refused, by
name.
"""
import re
from pathlib import Path

from .system import Failure

Rules = list[tuple[re.Pattern, str, str]]


def read_headers(file: Path) -> Rules:
    """Return (paths, name, value) for each header of a file, in order; nothing when there is no file. Failure:
    path:line."""
    rules: Rules = []
    pattern = None
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        name, colon, value = text.partition(":")
        if line[0] == "/":
            pattern = paths(text)
        elif pattern and line[0] in " \t" and colon and line.isascii() and re.fullmatch(r"[A-Za-z0-9-]+", name):
            rules.append((pattern, name, value.strip()))
        else:
            raise Failure(f"{file.name}:{number}: neither a path (/…) nor, below one, an indented header (Name: "
                          f"value): {text[:60]}")
    return rules


def paths(text: str) -> re.Pattern:
    """Return what a path of the header file matches: * is anything, :name is one step of a path."""
    parts = re.split(r"(\*|:[A-Za-z]\w*)", text)
    return re.compile("".join(".*" if part == "*" else "[^/]+" if part[:1] == ":" else re.escape(part)
                              for part in parts))


def headers_for(path: str, rules: Rules) -> dict[str, str]:
    """Return the headers for one path; a name given twice is joined with a comma, as hosts do."""
    found: dict[str, str] = {}
    for pattern, name, value in rules:
        if pattern.fullmatch(path):
            key = next((known for known in found if known.lower() == name.lower()), name)
            found[key] = f"{found[key]}, {value}" if key in found else value
    return found
