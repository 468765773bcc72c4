"""Whether every text of docs/ and overrides/, and budget.yml, can be read at all. Asked before anything else is done: what opens a file next may be a
library, which would say so in a traceback.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .faults import Fault, GuideError, relative
from .ignored import there
from .tokens import FILE, colours
from .yaml_lines import read_text

TEXT = (".md", ".yml", ".lock", ".json", ".html", ".css", ".js", ".svg", ".txt")
LARGEST = 1_000_000  # bytes: each kind has a limit of its own (checks/files.py)


def faults(root: Path) -> Iterator[Fault]:
    """Each text that is a folder or a link, is not UTF-8, may not be read, or is not what a program needs it to be."""
    for path in (path for pattern in ("*.yml", "docs/**/*", "overrides/**/*") for path in there(root, pattern, root) if path.suffix in TEXT):
        try:
            text = read_text(path, root, LARGEST)
            if path.suffix == ".json":
                json.loads(text)
            elif path.name == FILE.name:
                colours(text)
        except GuideError as error:
            yield from error.faults
        except ValueError as error:
            yield Fault(relative(path, root), getattr(error, "lineno", 1), f"cannot be used ({error}); restore the file, or mend what you changed")
