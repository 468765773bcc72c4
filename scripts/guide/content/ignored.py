"""The files of the repository, without what Git is told to ignore: copies and notes that systems and editors leave
beside a file.

Read from .gitignore by MkDocs' own library, so that a downloaded archive is read as a clone is.
"""

from functools import lru_cache
from pathlib import Path

import pathspec

from .faults import Fault, GuideError


def there(folder: Path, pattern: str, root: Path) -> list[Path]:
    """What lies under `folder` and matches `pattern`, sorted, without the ignored. `root` is the repository."""
    return [path for path in sorted(folder.glob(pattern)) if not ignored(path, root)]


def files(folder: Path, pattern: str, root: Path) -> list[Path]:
    """Of those, the files."""
    return [path for path in there(folder, pattern, root) if path.is_file()]


def ignored(path: Path, root: Path) -> bool:
    """Whether the .gitignore of `root` names `path`, or a folder it is in. GuideError for what is no pattern."""
    listed = root / ".gitignore"
    rules = _rules(listed.read_text("utf-8", errors="replace") if listed.is_file() else "")
    return path.is_relative_to(root) and rules.match_file(path.relative_to(root).as_posix() + "/" * path.is_dir())


@lru_cache(maxsize=1)
def _rules(text: str) -> pathspec.GitIgnoreSpec:
    try:
        return pathspec.GitIgnoreSpec.from_lines(text.splitlines())
    except ValueError as error:
        raise GuideError(Fault(".gitignore", 0, f"has a line that is no pattern ({error}); correct it")) from None
