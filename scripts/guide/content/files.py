"""The files of the repository: which there are, without what Git is told to ignore (copies and notes that systems and
editors leave beside a file), and whether they can be read at all: UTF-8, not half merged, no link, JSON that is JSON.

.gitignore is read by MkDocs' own library, so that a downloaded archive is read as a clone is.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pathspec

from .faults import Fault, GuideError, collected, relative

MAX_BYTES = 400_000
WRITTEN = "*.md", "*.yml", "*.cff", "decisions/*", ".github/**/*", "docs/**/*", "overrides/**/*"
TEXT = frozenset(".cff .css .html .js .json .lock .md .svg .txt .yml".split())
LARGEST = 1_000_000  # bytes: each kind has a limit of its own (rules/source/pages.py)
# What git writes around what it could not merge (git-merge, "How conflicts are presented"): always at the start of a
# line.
_CONFLICT = re.compile(rb"^(?:\xef\xbb\xbf)?(<{7}|>{7}|\|{7}|={7}(?=\r?$))(?: .*|\r?)$", re.M)


def there(folder: Path, pattern: str, root: Path) -> list[Path]:
    """What lies under `folder` and matches `pattern`, sorted, without the ignored. `root` is the repository."""
    rules = _rules(root)
    return [path for path in sorted(folder.glob(pattern)) if not ignored(path, root, rules)]


def files(folder: Path, pattern: str, root: Path) -> list[Path]:
    """Of those, the files."""
    return [path for path in there(folder, pattern, root) if path.is_file()]


def ignored(path: Path, root: Path, rules: pathspec.GitIgnoreSpec | None = None) -> bool:
    """Whether the .gitignore of `root`, whose `rules` may be given, names `path`, or a folder it is in. GuideError for
    what is no pattern."""
    rules = _rules(root) if rules is None else rules
    return path.is_relative_to(root) and rules.match_file(path.relative_to(root).as_posix() + "/" * path.is_dir())


def _rules(root: Path) -> pathspec.GitIgnoreSpec:
    listed = root / ".gitignore"
    return _read(listed.read_text("utf-8", errors="replace") if listed.is_file() else "")


@lru_cache(maxsize=1)
def _read(text: str) -> pathspec.GitIgnoreSpec:
    try:
        return pathspec.GitIgnoreSpec.from_lines(text.splitlines())
    except ValueError as error:
        raise GuideError(Fault(".gitignore", 0, f"has a line that is no pattern ({error}); correct it")) from None


def read_text(path: Path, root: Path, most: int = MAX_BYTES) -> str:
    """The text of a file of at most `most` bytes, its lines ending in \\n. Raises GuideError when it is too large, not
    UTF-8, a link, half merged, no JSON though its name says so, or cannot be read."""
    name = relative(path, root)
    if path.is_symlink():  # it may lead to any file of the machine, whose words a message would quote
        raise GuideError(Fault(name, 1, "is a link to another place; put the file itself here"))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GuideError(Fault(name, 0,
                               f"cannot be read ({error.strerror}); check the name and the permissions")) from None
    if len(data) > most:
        raise GuideError(Fault(name, 1, f"is {len(data):,} bytes; keep a file under {most:,}, split it by subject"))
    if left := list(_conflicts(data, name)):
        raise GuideError(left)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        if path.suffix == ".json":
            json.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise GuideError(Fault(name, line, "is not UTF-8 text; save the file with the UTF-8 encoding")) from None
    except json.JSONDecodeError as error:
        raise GuideError(Fault(name, error.lineno, f"is not valid JSON: {error.msg}; restore it from git")) from None
    return text


def _conflicts(data: bytes, name: str) -> Iterator[Fault]:
    """A fault where each conflict of a merge begins, and where one of its marks stands alone."""
    inside = False
    for match in _CONFLICT.finditer(data):
        mark = match[1].decode()
        if mark[0] == "<" or not inside:
            heading = " (a heading is a line that begins with #)" if mark[0] == "=" else ""
            yield Fault(name, data.count(b"\n", 0, match.start()) + 1,
                        f"{mark} is what a merge left over; keep the lines that are right, and remove the marks "
                        f"<<<<<<<, =======, >>>>>>>{heading}")
        inside = mark[0] != ">"


def unreadable(root: Path) -> list[Fault]:
    """What is wrong with each text that cannot be read or used. Asked before anything else is done: what opens a file
    next may be a library, which would say so in a traceback."""
    found: list[Fault] = []
    for path in sorted(path for pattern in WRITTEN for path in there(root, pattern, root)):
        if (path.suffix in TEXT or path.is_symlink()) and not path.name.startswith("."):
            collected(found, read_text, path, root, LARGEST)
    return found
