"""Whether every text somebody wrote can be read at all: not half merged, in UTF-8, no link, no folder; JSON that is
JSON.

Asked before anything else is done: what opens a file next may be a library, which would say so in a traceback.
"""

from collections.abc import Iterator
from pathlib import Path

from .faults import Fault, GuideError
from .ignored import there
from .yaml_lines import read_text

WRITTEN = "*.md", "*.yml", "*.cff", "decisions/*", ".github/**/*", "docs/**/*", "overrides/**/*"
TEXT = frozenset(".cff .css .html .js .json .lock .md .svg .txt .yml".split())
LARGEST = 1_000_000  # bytes: each kind has a limit of its own (rules/source/pages.py)


def faults(root: Path) -> Iterator[Fault]:
    """What is wrong with each text that cannot be read or used."""
    for path in sorted(path for pattern in WRITTEN for path in there(root, pattern, root)):
        if (path.suffix in TEXT or path.is_symlink()) and not path.name.startswith("."):
            try:
                read_text(path, root, LARGEST)
            except GuideError as error:
                yield from error.faults
