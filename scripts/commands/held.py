"""Whether the Python that runs this file is of a version and holds what lock files name: `python -I held.py 3.11 LOCK…`

Ends with 1 when not, after naming what is missing. Compiled files are not looked for, nor drawings: those are three
quarters of all, and an icon that is gone is named by the page that asks for it.
"""
import csv
import os
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path


def missing(lock: Path) -> str:
    """Return the first package of a lock that is not wholly there, or "". What other systems need is passed over."""
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+) *\\?$", lock.read_text(encoding="utf-8"), re.MULTILINE):
        try:
            held = distribution(name)
        except PackageNotFoundError:
            return name
        files = [row[0] for row in csv.reader((held.read_text("RECORD") or "").splitlines())
                 if not row[0].endswith((".svg", ".pyc"))]
        if held.version != version or not all(os.path.exists(str(held.locate_file(file))) for file in files):
            return name
    return ""


if __name__ == "__main__":
    if "%d.%d" % sys.version_info[:2] != sys.argv[1]:
        sys.exit(f"another Python than {sys.argv[1]}")
    sys.exit(next(filter(None, map(missing, map(Path, sys.argv[2:]))), 0))
