"""Whether the Python that runs this file holds what lock files name, file by file: `python -I held.py LOCK…`.

Prints the first package that is not there as it was installed, and ends with 1. Compiled files are not looked for, nor
drawings: those are three quarters of all, and an icon that is gone is named by the page that asks for it.
"""
import csv
import os
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path


def missing(lock: Path) -> str:
    """Return the first package of a lock that is not wholly there, "" when all are. One that only some systems need is
    passed over."""
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
    sys.exit(next(filter(None, map(missing, map(Path, sys.argv[1:]))), 0))
