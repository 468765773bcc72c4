"""What takes long to make and depends on little, kept by content in .cache/, which git ignores and anybody may delete.

A key holds everything the thing is made of: what the caller names, all of the project's own code, the versions of
Python and of every library. So nothing in the folder is ever out of date. Two builds at once do no harm: a file is
written beside its place and put there whole. A folder that cannot be written is done without.
"""

import hashlib
import marshal
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

Thing = TypeVar("Thing")
FOLDER = ".cache"
BUILDS = 10
_CODE = Path(__file__).resolve().parents[2]
_DIGEST = hashlib.sha256().digest_size


def fingerprint(paths: Iterable[Path]) -> str:
    """The fingerprint of files: their names and what is in them; of a folder, its name."""
    digest = hashlib.sha256()
    for path in paths:
        data = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.parent.name}/{path.name}\n{len(data)}\n".encode() + data)
    return digest.hexdigest()


@cache
def code(folder: Path = _CODE) -> str:
    """The fingerprint of what makes things: the modules in `folder`, the version of Python and of each library."""
    libraries = sorted({path.name for place in sys.path for path in Path(place).glob("*.dist-info")})
    return fingerprint(sorted(folder.rglob("*.py"))) + sys.version + "\n".join(libraries)


class Cache:
    """The folder of the project at `root`. Everything one build asks for has the same date: that of the build."""

    def __init__(self, root: Path):
        self.folder, self.build = root / FOLDER, time.time_ns()

    def get(self, kind: str, made_of: object) -> Any:
        """What was kept of this `kind` and made of the same, else None. `made_of` has a `repr` that says all of it."""
        path = self._path(kind, made_of)
        try:
            data = path.read_bytes()
            os.utime(path, ns=(self.build, self.build))
        except OSError:
            return None
        digest, content = data[:_DIGEST], data[_DIGEST:]
        return marshal.loads(content) if hashlib.sha256(content).digest() == digest else None  # else a disk lost it

    def put(self, kind: str, made_of: object, thing: Any) -> None:
        """Keep `thing`: texts, bytes, numbers, compiled code, and lists, tuples and dicts of them."""
        path, temporary, content = self._path(kind, made_of), "", marshal.dumps(thing)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=path.parent)
            with open(descriptor, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            os.utime(temporary, ns=(self.build, self.build))
            os.replace(temporary, path)
        except OSError:
            if temporary:
                Path(temporary).unlink(missing_ok=True)

    def kept(self, kind: str, made_of: object, make: Callable[[], Thing]) -> Thing:
        """What was kept, else what `make` makes, which is then kept."""
        thing = self.get(kind, made_of)
        if thing is None:
            self.put(kind, made_of, thing := make())
        return thing

    def tidy(self) -> None:
        """Keep of each kind what was last asked for on one of its ten latest dates."""
        for kind in self.folder.glob("*/"):
            try:
                # others may use the folder too
                dates = {path: path.stat().st_mtime_ns for path in kind.glob("[0-9a-f]" * 64)}
                oldest = sorted(set(dates.values()))[-BUILDS:][0] if dates else 0
                for path, date in dates.items():
                    if date < oldest:
                        path.unlink()
            except OSError:  # another build is at it too
                continue

    def _path(self, kind: str, made_of: object) -> Path:
        return self.folder / kind / hashlib.sha256(f"{kind}\n{code()}\n{made_of!r}".encode()).hexdigest()
